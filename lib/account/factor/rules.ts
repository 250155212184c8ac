import { timingSafeEqual } from 'node:crypto';
import { HOTP, Secret, TOTP } from 'otpauth';
import { readRecoveryCode } from './recovery.rules';

/**
 * One-time codes by the clock (RFC 6238) as every authenticator app knows them: SHA-1, six digits, a
 * new one every 30 seconds. `window` is how many steps a phone's clock may be off either way: two,
 * for one lets a clock that is a whole minute off fail.
 */
export const totp = {
  algorithm: 'SHA1',
  digits: 6,
  period: 30,
  window: 2,
  secretBytes: 20,
} as const;

/** How long a set-up waits to be confirmed, in seconds. */
export const setUpLife = 30 * 60;

/**
 * Since when a set-up must have begun to be still confirmed. One left lying is begun anew: whoever began
 * it may have been somebody else, who would know the secret ever after.
 */
export function pendingSince(now: Date): Date {
  return new Date(now.getTime() - setUpLife * 1000);
}

/** How somebody proved that they have the second factor. */
export type Factor = 'totp' | 'recovery';

/** The step that `now` lies in, counted from 1970. */
export function stepAt(now: Date): number {
  return Math.floor(now.getTime() / 1000 / totp.period);
}

/** The code of one step. */
export function codeAt(secret: Uint8Array, step: number): string {
  const { algorithm, digits } = totp;
  return HOTP.generate({ secret: secretOf(secret), algorithm, digits, counter: step });
}

/**
 * The step that `code` belongs to, of those a clock within the window shows and later than
 * `lastStep`: what was used once, and all before it, is spent. Null: of none. Every step of the
 * window is looked at, whichever fits.
 */
export function stepOf(
  code: string,
  secret: Uint8Array,
  lastStep: bigint,
  now: Date,
): bigint | null {
  const typed = Buffer.from(code);
  let found: bigint | null = null;
  for (let step = stepAt(now) - totp.window; step <= stepAt(now) + totp.window; step += 1) {
    const due = Buffer.from(codeAt(secret, step));
    const isRight = typed.length === due.length && timingSafeEqual(typed, due);
    if (isRight && BigInt(step) > lastStep) found ??= BigInt(step);
  }
  return found;
}

/** What an authenticator app reads from the QR code; `account` is who it is for, as the app lists it. */
export function setUpUri(secret: Uint8Array, account: string): string {
  const { algorithm, digits, period } = totp;
  return new TOTP({
    issuer: 'Jisseki',
    label: account,
    secret: secretOf(secret),
    algorithm,
    digits,
    period,
  }).toString();
}

/** The secret to be typed into an app: base32 in groups of four. */
export function secretText(secret: Uint8Array): string {
  return secretOf(secret).base32.replace(/.{4}(?=.)/g, '$& ');
}

/** What was typed into the field for codes; null: it is neither kind. */
export type TypedCode = { readonly factor: Factor; readonly code: string };

/** A code typed in any spacing, case or width: six digits are the app's, else a recovery code. */
export function readCode(typed: string): TypedCode | null {
  const bare = typed
    .slice(0, 200)
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '');
  if (/^\d{6}$/.test(bare)) return { factor: 'totp', code: bare };
  const code = readRecoveryCode(bare);
  return code === null ? null : { factor: 'recovery', code };
}

function secretOf(bytes: Uint8Array): Secret {
  // A copy: a Buffer may be a part of a larger one.
  return new Secret({ buffer: new Uint8Array(bytes).buffer });
}
