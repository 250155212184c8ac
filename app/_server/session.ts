import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { findSession } from '@/lib/account/session/data';
import { closeSession } from '@/lib/account/session/mutations';
import { safeNext, sessionLife } from '@/lib/auth/rules';
import { sealSecret, secretOf, sessionCookie } from '@/lib/auth/token';
import { mintViewer, type Viewer } from '@/lib/auth/viewer';
import { paths, withQuery } from '@/lib/paths';
import { pathHeader } from './policy';

/**
 * Who is signed in, asked of the database once a request; null for a stranger. Throws when the
 * database does not answer, and leaves the cookie alone: an outage signs nobody out.
 */
export const currentViewer = cache(async (): Promise<Viewer | null> => {
  const secret = await secretOf(await headers());
  const session = secret && (await findSession(secret, new Date()));
  if (!session) return null;
  const { expiresAt: _, ...facts } = session;
  return mintViewer(facts);
});

/** Who is signed in; a stranger is led to sign in, and then back to where they were going. */
export async function requireViewer(): Promise<Viewer> {
  const viewer = await currentViewer();
  if (viewer) return viewer;
  const asked = safeNext((await headers()).get(pathHeader), '');
  redirect(withQuery(paths.signIn, { next: asked }));
}

/**
 * Hands the secret of a new session to the browser: the very cookie that next-auth's own address
 * sets. That address wants a token fetched by script, which our form can do without.
 */
export async function keepSession(secret: string): Promise<void> {
  const { name, options } = sessionCookie();
  const jar = await cookies();
  jar.set(name, await sealSecret(secret), { ...options, maxAge: sessionLife.absolute });
}

/** Signs out: the row goes, so a copy of the cookie opens nothing. For a plain form's button. */
export async function signOut(): Promise<void> {
  'use server';
  const secret = await secretOf(await headers());
  if (secret) await closeSession(secret);
  const { name, options } = sessionCookie();
  (await cookies()).set(name, '', { ...options, maxAge: 0 });
  redirect(paths.home);
}
