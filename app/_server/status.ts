import type { AsyncLocalStorage } from 'node:async_hooks';

type Wish = { status?: number };
type Wishes = { jissekiWishes?: AsyncLocalStorage<Wish> };

/**
 * Answers the request under way with 404 although a page renders: bin/server.mjs listens. Next's own
 * `notFound()` is drawn by script alone, and would be blank without JavaScript.
 */
export function answerMissing(): void {
  const wish = (globalThis as Wishes).jissekiWishes?.getStore();
  if (wish) wish.status = 404;
}
