/** For how long nothing of an export may be taken. */
const longest = 60_000;

/**
 * An export as the body of an answer; `first` was taken of its `bytes` already. Where nothing is taken for
 * `patience` milliseconds it is given up, and whoever reads on all the same is told: nobody takes a part
 * for the whole.
 */
export function streamOf(
  first: IteratorResult<Uint8Array, unknown>,
  bytes: AsyncGenerator<Uint8Array>,
  patience = longest,
): ReadableStream<Uint8Array> {
  let late: NodeJS.Timeout | undefined;
  function put(
    controller: ReadableStreamDefaultController<Uint8Array>,
    { value, done }: IteratorResult<Uint8Array, unknown>,
  ): void {
    if (done) {
      controller.close();
      return;
    }
    controller.enqueue(value);
    late = setTimeout(() => {
      controller.error(new Error(`Nothing of the export was taken for ${patience} ms.`));
      giveUp().catch(() => {});
    }, patience).unref();
  }
  async function giveUp(): Promise<void> {
    clearTimeout(late);
    await bytes.return(undefined);
  }
  return new ReadableStream<Uint8Array>(
    {
      start: (controller) => put(controller, first),
      async pull(controller) {
        clearTimeout(late);
        put(controller, await bytes.next());
      },
      cancel: giveUp,
    },
    { highWaterMark: 1 },
  );
}
