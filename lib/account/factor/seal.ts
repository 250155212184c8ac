import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { env } from '../../env';

/*
 * Secrets of second factors as the table keeps them: nothing in a copy of it, or moved from one row to
 * another, opens anything without APP_SECRET.
 */

type Label = 'totp secret' | 'recovery code' | 'recovery codes on show';

/** A key of its own for each use (HKDF, RFC 5869): what one of them gives away is worth nothing to another. */
function keyFor(label: Label): Buffer {
  return Buffer.from(hkdfSync('sha256', env().APP_SECRET, '', `jisseki ${label}`, 32));
}

const nonceBytes = 12;
const tagBytes = 16;

/** AES-256-GCM, bound to its owner: nonce, tag, and as many bytes as there were. */
export function seal(label: Label, plain: Uint8Array, ownerId: string): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', keyFor(label), nonce);
  cipher.setAAD(Buffer.from(ownerId));
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return new Uint8Array(Buffer.concat([nonce, cipher.getAuthTag(), sealed]));
}

/** What was sealed for this owner. Throws where it was for another, changed, or under another APP_SECRET. */
export function unseal(label: Label, sealed: Uint8Array, ownerId: string): Buffer {
  const nonce = sealed.subarray(0, nonceBytes);
  const tag = sealed.subarray(nonceBytes, nonceBytes + tagBytes);
  const decipher = createDecipheriv('aes-256-gcm', keyFor(label), nonce, {
    authTagLength: tagBytes,
  });
  decipher.setAAD(Buffer.from(ownerId));
  decipher.setAuthTag(tag);
  return Buffer.concat([decipher.update(sealed.subarray(nonceBytes + tagBytes)), decipher.final()]);
}

/** What the table knows of a recovery code. */
export function recoveryHash(code: string, ownerId: string): string {
  return createHmac('sha256', keyFor('recovery code')).update(`${ownerId}\0${code}`).digest('hex');
}

/** Codes just made, for the cookie that shows them for a moment. */
export function sealCodes(codes: readonly string[], ownerId: string, until: Date): string {
  const plain = Buffer.from(JSON.stringify([until.getTime(), ...codes]));
  return Buffer.from(seal('recovery codes on show', plain, ownerId)).toString('base64url');
}

/** The codes of such a cookie; null: another's, damaged, or their moment is over. */
export function openCodes(cookie: string, ownerId: string, now: Date): string[] | null {
  try {
    const plain = unseal('recovery codes on show', Buffer.from(cookie, 'base64url'), ownerId);
    const [until, ...codes] = JSON.parse(plain.toString()) as [number, ...string[]];
    return until > now.getTime() ? codes : null;
  } catch {
    return null;
  }
}
