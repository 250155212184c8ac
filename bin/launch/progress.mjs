// @ts-check

const TICK_MS = 100;
const PLAIN_TICK_MS = 15_000;

/** @param {number} since milliseconds of performance.now() */
export function secondsSince(since) {
  const seconds = (performance.now() - since) / 1000;
  return seconds < 60
    ? `${seconds.toFixed(1)} s`
    : `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

/**
 * A runner reports failed tests as a count, not as an error.
 * @param {unknown} result
 */
function hasFailed(result) {
  return (
    typeof result === 'object' && result !== null && 'failed' in result && Number(result.failed) > 0
  );
}

/**
 * Runs one step and shows its name with its time: ticking on a terminal; elsewhere one line when it
 * ends, and one now and then while it is long.
 * @template T
 * @param {string} name
 * @param {(note: (text: string) => void) => Promise<T> | T} work may note a word about its outcome
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  const began = performance.now();
  const live = process.stdout.isTTY === true;
  let remark = '';
  /** @param {string} mark */
  const line = (mark) => `${mark} ${name}${remark && ` (${remark})`} ${secondsSince(began)}`;
  const show = () => process.stdout.write(live ? `\r\x1b[2K${line('·')}` : `${line('·')}\n`);
  if (live) show();
  const ticker = setInterval(show, live ? TICK_MS : PLAIN_TICK_MS);
  /** @param {string} mark */
  const finish = (mark) => {
    clearInterval(ticker);
    process.stdout.write(`${live ? '\r\x1b[2K' : ''}${line(mark)}\n`);
  };
  try {
    const result = await work((text) => {
      remark = text;
    });
    finish(hasFailed(result) ? '✗' : '✓');
    return result;
  } catch (error) {
    finish('✗');
    throw error;
  }
}
