import { WebAuthnError } from '@simplewebauthn/browser';

/** Why no passkey came: `stale` is who did not prove lately who they are. */
export type Trouble = 'tooMany' | 'cancelled' | 'known' | 'stale' | 'failed';

class Refused extends Error {
  constructor(readonly trouble: Trouble) {
    super(trouble);
  }
}

/** What the app asks a passkey for, from the address that keeps the question in a cookie. */
export async function askedAt<Options>(path: string): Promise<Options> {
  const answer = await fetch(path, { method: 'POST', cache: 'no-store' });
  if (answer.ok) return (await answer.json()) as Options;
  if (answer.status === 429) throw new Refused('tooMany');
  throw new Refused(answer.status === 403 ? 'stale' : 'failed');
}

/** What to say of an error of asking or of the browser; null: nothing, another question took its place. */
export function troubleOf(error: unknown): Trouble | null {
  if (error instanceof Refused) return error.trouble;
  const name = error instanceof Error ? error.name : '';
  if (name === 'AbortError') return null;
  if (name === 'NotAllowedError') return 'cancelled';
  const isKnown =
    error instanceof WebAuthnError && error.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED';
  return isKnown ? 'known' : 'failed';
}
