import { PasskeyButton } from '@/app/_passkey/button';
import { passkeyTexts } from '@/app/_passkey/texts';
import type { Texts } from '@/app/_text/texts';
import { paths } from '@/lib/paths';
import { confirmWithPasskey } from './_passkey-actions';

/** Confirms by one of the account's passkeys; for an account that has one. */
export function PasskeyConfirm(props: { next: string; t: Texts }) {
  const { next, t } = props;
  return (
    <PasskeyButton
      action={confirmWithPasskey}
      asksAt={paths.passkeyConfirm}
      next={next}
      texts={passkeyTexts(t, t('security.passkeys.confirm'))}
    />
  );
}
