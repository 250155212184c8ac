import type { Texts } from '@/app/_text/texts';
import type { PasskeyTexts } from './button';

/** The words around a question for a passkey; `submit` is the button's own. */
export function passkeyTexts(t: Texts, submit: string): PasskeyTexts {
  return {
    submit,
    busy: t('security.passkeys.busy'),
    tooMany: t('errors.too-many-tries'),
    cancelled: t('security.passkeys.cancelled'),
    known: t('security.passkeys.known'),
    stale: t('errors.step-expired'),
    failed: t('security.passkeys.failed'),
  };
}
