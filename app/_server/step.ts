import { cookies } from 'next/headers';
import { cookieFor } from '@/lib/auth/token';

/**
 * A sign-in form asks for passkeys from the moment it is looked at, so theirs is a cookie of its own:
 * another tab with that form takes no other step away.
 */
type Step = 'step' | 'passkey-step';

/** The cookie that carries a sign-in or a set-up from one request to the next; it signs nobody in. */
const cookie = (step: Step) => cookieFor(step);

const seconds = 15 * 60;

/** Hands the secret of a step (lib/account/challenge) to the browser. */
export async function keepStep(secret: string, step: Step = 'step'): Promise<void> {
  const { name, options } = cookie(step);
  (await cookies()).set(name, secret, { ...options, maxAge: seconds });
}

/** The secret of the step this browser is at; empty: none. */
export async function stepSecret(step: Step = 'step'): Promise<string> {
  return (await cookies()).get(cookie(step).name)?.value.slice(0, 100) ?? '';
}

/** The step is answered, or given up. */
export async function dropStep(step: Step = 'step'): Promise<void> {
  const { name, options } = cookie(step);
  (await cookies()).set(name, '', { ...options, maxAge: 0 });
}
