import type { AsyncLocalStorage } from 'node:async_hooks';
import type { ReactNode } from 'react';
import NotFound from '../not-found';

type Wish = { status?: number };
type Wishes = { jissekiWishes?: AsyncLocalStorage<Wish> };

/**
 * The page for what is missing or somebody else's, answered with 404 although it is rendered: bin/server.mjs
 * listens. Called rather than drawn, before the answer begins. Next's own `notFound()` is drawn by script
 * alone, and would be blank without JavaScript.
 */
export function missingPage(): ReactNode {
  const wish = (globalThis as Wishes).jissekiWishes?.getStore();
  if (wish) wish.status = 404;
  return <NotFound />;
}
