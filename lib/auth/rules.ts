import { cleanLine } from '../text';

const day = 24 * 60 * 60;

/** How long a sign-in lasts, in seconds. */
export const sessionLife = {
  /** From signing in, whatever happens. */
  absolute: 30 * day,
  /** From the last request. */
  idle: 14 * day,
  /** "Last seen" is written no more often than this. */
  touch: 5 * 60,
} as const;

/** Whether a session row still opens anything at `now`. */
export function isAlive(session: { expiresAt: Date; lastSeenAt: Date }, now: Date): boolean {
  return session.expiresAt > now && secondsSince(session.lastSeenAt, now) < sessionLife.idle;
}

/** Whether "last seen" has become old enough to be written anew. */
export function isTouchDue(lastSeenAt: Date, now: Date): boolean {
  return secondsSince(lastSeenAt, now) >= sessionLife.touch;
}

function secondsSince(then: Date, now: Date): number {
  return (now.getTime() - then.getTime()) / 1000;
}

/** What a list of sign-ins shows of a User-Agent header: one clean line of at most 200 code points. */
export function deviceOf(userAgent: string | null | undefined): string {
  return [...cleanLine((userAgent ?? '').slice(0, 1000))].slice(0, 200).join('');
}

const nowhere = 'http://nowhere.invalid';

/**
 * Where to go after signing in: `asked` if it is a plain path of this site, else `otherwise`. What
 * browsers read as another site (`//host`, `/\host`, a scheme, control signs that they drop) is
 * refused, and so are paths that only become one after `..` is resolved or signs are decoded.
 */
export function safeNext(asked: string | null | undefined, otherwise: string): string {
  if (!asked || asked.length > 500) return otherwise;
  if (!/^\/[\w\-.~%/?&=+:,@!*();]*$/.test(asked)) return otherwise;
  if (!URL.canParse(asked, nowhere)) return otherwise;
  const url = new URL(asked, nowhere);
  if (url.origin !== nowhere || `${url.pathname}${url.search}` !== asked) return otherwise;
  if (/\/\/|%2f|%5c|%[01]|%7f/i.test(url.pathname) || !isDecodable(asked)) return otherwise;
  if (/^\/(?:api|_next|signin|signup)(?:\/|$)/.test(url.pathname)) return otherwise;
  return asked;
}

function isDecodable(address: string): boolean {
  try {
    return decodeURIComponent(address) !== '';
  } catch {
    return false;
  }
}
