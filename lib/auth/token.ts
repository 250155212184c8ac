import { createHash, randomBytes } from 'node:crypto';
import { decode, encode } from 'next-auth/jwt';
import { env } from '../env';
import { sessionLife } from './rules';

/**
 * The session cookie, exactly as next-auth writes and reads it. Over https its name pins it to this
 * host and to TLS; which of the two it is, APP_URL says once.
 */
export function sessionCookie() {
  const secure = env().APP_URL?.startsWith('https://') ?? false;
  return {
    name: `${secure ? '__Host-' : ''}next-auth.session-token`,
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure },
  } as const;
}

/**
 * Another cookie of ours, for `path` and what lies under it. Over https its name holds it to TLS, and to
 * this host alone where it is for all of it.
 */
export function cookieFor(name: string, path = '/') {
  const { options } = sessionCookie();
  const pinned = path === '/' ? '__Host-' : '__Secure-';
  return { name: `${options.secure ? pinned : ''}${name}`, options: { ...options, path } };
}

/** A new secret of one sign-in: 256 random bits. It stands in the cookie and nowhere else. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What the table knows of a secret. */
export function secretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** The cookie's value for a secret: next-auth's encrypted JWT. */
export function sealSecret(secret: string): Promise<string> {
  return encode({ token: { sid: secret }, secret: env().APP_SECRET, maxAge: sessionLife.absolute });
}

/** The secret in a cookie; null when the cookie is none of ours, forged or too old. */
async function openSeal(cookie: string | undefined): Promise<string | null> {
  if (!cookie || cookie.length > 2000) return null;
  try {
    return secretIn(await decode({ token: cookie, secret: env().APP_SECRET }));
  } catch {
    return null;
  }
}

/** The secret in a request's session cookie, live or not. */
export function secretOf(headers: Headers): Promise<string | null> {
  const { name } = sessionCookie();
  const cookies = (headers.get('cookie') ?? '').split(/;\s*/);
  const ours = cookies.find((cookie) => cookie.startsWith(`${name}=`));
  return openSeal(ours?.slice(name.length + 1));
}

/** The secret that a decrypted token carries. */
export function secretIn(token: Record<string, unknown> | null): string | null {
  return typeof token?.sid === 'string' ? token.sid : null;
}
