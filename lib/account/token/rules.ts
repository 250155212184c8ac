/** What the link of a letter is good for. */
export type TokenPurpose = 'verify' | 'reset' | 'new_email' | 'old_email';

const minute = 60;

/** How long the link of a letter works, in seconds. */
export const tokenLife = {
  verify: 24 * 60 * minute,
  reset: 10 * minute,
  new_email: 60 * minute,
  old_email: 60 * minute,
} as const satisfies Record<TokenPurpose, number>;

/** When the link of a letter written at `now` ends. */
export function tokenEnd(purpose: TokenPurpose, now: Date): Date {
  return new Date(now.getTime() + tokenLife[purpose] * 1000);
}

/** What a link carries: 32 bytes in base64url. */
export function isToken(text: unknown): text is string {
  return typeof text === 'string' && /^[A-Za-z0-9_-]{43}$/.test(text);
}
