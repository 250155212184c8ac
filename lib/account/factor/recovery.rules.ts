/** Digits and letters that no hand and no eye takes for one another: no i, l, o, u. */
const signs = '0123456789abcdefghjkmnpqrstvwxyz';

/** Signs of a recovery code; each is five random bits. */
const length = 16;

/** Random bytes that make one recovery code: 80 bits. */
export const recoveryBytes = 10;

/** A recovery code of {@link recoveryBytes} random bytes, without groups. */
export function recoveryCode(random: Uint8Array): string {
  let bits = 0n;
  for (const byte of random) bits = (bits << 8n) | BigInt(byte);
  let code = '';
  for (let i = 0; i < length; i += 1) {
    code = signs.charAt(Number(bits & 31n)) + code;
    bits >>= 5n;
  }
  return code;
}

/** In groups of four, as it is shown and written down: `7k3m-9xqa-…`. */
export function groupedCode(code: string): string {
  return code.replace(/.{4}(?=.)/g, '$&-');
}

/** A recovery code without groups as it was typed, look-alikes taken for what they look like; else null. */
export function readRecoveryCode(bare: string): string | null {
  const code = bare.toLowerCase().replaceAll('o', '0').replace(/[il]/g, '1');
  const isOne = code.length === length && [...code].every((sign) => signs.includes(sign));
  return isOne ? code : null;
}
