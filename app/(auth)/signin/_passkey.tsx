import { PasskeyButton } from '@/app/_passkey/button';
import { passkeyTexts } from '@/app/_passkey/texts';
import type { Texts } from '@/app/_text/texts';
import { paths } from '@/lib/paths';
import { submitPasskey } from './_passkey-actions';

/** Signs in by a passkey: by its button, or where the browser fills the e-mail in. */
export function PasskeySignIn(props: { next: string; t: Texts }) {
  const { next, t } = props;
  return (
    <PasskeyButton
      action={submitPasskey}
      asksAt={paths.passkeySignIn}
      next={next}
      fills
      texts={passkeyTexts(t, t('security.passkeys.signIn'))}
    />
  );
}
