import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { isFresh } from '@/lib/account/session/rules';
import { safeNext } from '@/lib/auth/rules';
import type { Viewer } from '@/lib/auth/viewer';
import { paths, withQuery } from '@/lib/paths';
import { pathHeader } from './policy';

/**
 * At the head of a page for sensitive changes: whoever did not prove within five minutes who they are is
 * asked to, and led back. Asked before anything is typed, so nothing typed is lost.
 */
export async function requireFresh(viewer: Viewer): Promise<void> {
  if (!isFresh(viewer.confirmedAt, new Date())) redirect(await confirmPath());
}

/** Where the person proves who they are, and is led back from to the page asked for. */
export async function confirmPath(): Promise<string> {
  const asked = safeNext((await headers()).get(pathHeader), '');
  return withQuery(paths.confirm, { next: asked });
}
