// @ts-check

/**
 * What runs in this process apart from requests; both are bundled by Next, and found here.
 * @typedef {object} Shared
 * @property {{ end: () => Promise<unknown> }} [jissekiVisits] app/_server/visits.ts
 * @property {{ stop: () => Promise<unknown> }} [jissekiPost] app/_server/post.ts
 */

const shared = /** @type {Shared} */ (globalThis);

/** Asks the post to begin no letter more: those under way have until the end. */
export function stopPost() {
  shared.jissekiPost?.stop().catch(() => {});
}

/**
 * Resolves when visits that were read are written down and letters under way have ended, or after `ms`.
 * @param {number} ms
 * @returns {Promise<void>}
 */
export async function lastWork(ms) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const late = new Promise((settle) => {
    timer = setTimeout(settle, ms);
  });
  const ends = [shared.jissekiVisits?.end(), shared.jissekiPost?.stop()];
  await Promise.race([Promise.allSettled(ends), late]);
  clearTimeout(timer);
}
