/** The post of this process, where one runs; app/_server/post.ts puts it there. */
const shared = globalThis as { jissekiPost?: { wake(): void } };

/** A letter was queued: it goes now and not with the next look. Where no post runs, it waits. */
export function wakePost(): void {
  shared.jissekiPost?.wake();
}

/**
 * The same in a second, for whoever must not learn whether there was a letter: by then their answer is
 * sent, and what the post does takes nothing from it.
 */
export function wakePostSoon(): void {
  setTimeout(wakePost, 1_000).unref();
}
