import type { Texts } from '@/app/_text/texts';
import { type Env, env } from '@/lib/env';
import { paths } from '@/lib/paths';

/**
 * What the page of signing in says to whoever has no account: the way to sign up, or why there is none. An
 * invitation's own link leads to the form.
 * @param door who may sign up (SIGNUP)
 */
export function wayToSignUp(t: Texts, door: Env['SIGNUP'] = env().SIGNUP) {
  if (door === 'closed') return { text: t('operator.signUp.closedText') };
  if (door === 'invite') return { text: t('operator.signUp.uninvitedText') };
  return {
    text: t('auth.signIn.other'),
    link: t('auth.signIn.otherLink'),
    href: paths.signUp,
  };
}
