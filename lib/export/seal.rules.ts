import { createHmac, type Hmac, timingSafeEqual } from 'node:crypto';

/*
 * What an installation writes it knows again: a seal over `jisseki.json`, and a second over that and the
 * account it is of. Nobody makes either without its secret (APP_SECRET). What a file claims that others
 * rely on is believed under them alone.
 */

/** Who wrote a file that nobody changed since: this account, another one of this installation, or who knows. */
export type Writer = 'self' | 'another' | 'unknown';

/** Takes the bytes that are sealed, as they go by. */
export function sealing(secret: string): Hmac {
  return createHmac('sha256', secret).update('seal of an export\0');
}

/** What stands in the file of the seal. */
export function sealOf(bytes: Hmac, secret: string, ownerId: string): string {
  const seal = bytes.digest('base64url');
  const own = createHmac('sha256', secret).update(`account of an export\0${ownerId}\0${seal}`);
  return `${seal}\n${own.digest('base64url')}\n`;
}

/** Who wrote `bytes`, by what stands in the file of their seal. */
export function writerOf(bytes: Hmac, secret: string, ownerId: string, said: string): Writer {
  const due = sealOf(bytes, secret, ownerId);
  if (isEqual(due, said)) return 'self';
  return isEqual(firstLine(due), firstLine(said)) ? 'another' : 'unknown';
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}

function isEqual(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)];
  return one.length === other.length && timingSafeEqual(one, other);
}
