import { createHmac, type Hmac, timingSafeEqual } from 'node:crypto';

/*
 * What an installation writes it knows again: a seal over `jisseki.json`, which nobody makes without its
 * secret (APP_SECRET). What a file claims that others rely on is believed under it alone.
 */

/** Takes the bytes that are sealed, as they go by. */
export function sealing(secret: string): Hmac {
  return createHmac('sha256', secret).update('seal of an export\0');
}

/** What stands in the file of the seal. */
export function sealOf(bytes: Hmac): string {
  return `${bytes.digest('base64url')}\n`;
}

export function isSealedBy(bytes: Hmac, seal: string): boolean {
  const [own, said] = [sealOf(bytes), seal].map((text) => Buffer.from(text));
  return own !== undefined && own.length === said?.length && timingSafeEqual(own, said);
}
