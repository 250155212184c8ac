import type { Texts } from '@/app/_text/texts';
import { CopyField } from '@/app/_ui/copy-field';
import { SectionHead } from '@/app/_ui/page-header';
import { secretText, setUpUri } from '@/lib/account/factor/rules';
import { turnTwoFactorOn } from './_actions';
import { ConfirmTotpForm } from './_confirm-form';
import { QrDrawing } from './_qr';

/** What the app has to read, and the code that shows it has. */
export function SetUp(props: { secret: Uint8Array; email: string; t: Texts }) {
  const { secret, email, t } = props;
  const uri = setUpUri(secret, email);
  return (
    <>
      <section className="section" aria-labelledby="scan">
        <SectionHead id="scan" title={t('security.twoFactor.scan')} />
        <p>{t('security.twoFactor.scanLead')}</p>
        <QrDrawing content={uri} label={t('security.twoFactor.qr')} />
        <p>
          <a href={uri}>{t('security.twoFactor.openApp')}</a>
        </p>
        <CopyField
          label={t('security.twoFactor.key')}
          value={secretText(secret)}
          hint={t('security.twoFactor.keyHint')}
          texts={{ copy: t('security.twoFactor.copy'), copied: t('security.twoFactor.copied') }}
        />
      </section>
      <section className="section" aria-labelledby="prove">
        <SectionHead id="prove" title={t('security.twoFactor.prove')} />
        <ConfirmTotpForm
          action={turnTwoFactorOn}
          texts={{
            code: t('security.twoFactor.code'),
            codeHint: t('security.twoFactor.codeHint'),
            submit: t('security.twoFactor.turnOn'),
            busy: t('security.twoFactor.turningOn'),
          }}
        />
      </section>
    </>
  );
}
