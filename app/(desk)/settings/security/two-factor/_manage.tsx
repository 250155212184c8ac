import type { Texts } from '@/app/_text/texts';
import { SectionHead } from '@/app/_ui/page-header';
import { ButtonForm } from '../../../_button-form';
import { remakeRecoveryCodes, turnTwoFactorOff } from './_actions';

/** The recovery codes that are left, new ones, and turning it off. */
export function Manage(props: { codesLeft: number; t: Texts }) {
  const { codesLeft, t } = props;
  return (
    <>
      <section className="section" aria-labelledby="codes">
        <SectionHead id="codes" title={t('security.twoFactor.codes')} />
        <CodesLeft count={codesLeft} t={t} />
        <ButtonForm
          action={remakeRecoveryCodes}
          label={t('security.twoFactor.remake')}
          carried={{}}
          variant="quiet"
          asks={{ first: t('security.twoFactor.remake'), lead: t('security.twoFactor.remakeLead') }}
        />
      </section>
      <section className="section" aria-labelledby="off">
        <SectionHead id="off" title={t('security.twoFactor.turnOff')} />
        <ButtonForm
          action={turnTwoFactorOff}
          label={t('security.twoFactor.turnOff')}
          carried={{}}
          variant="danger"
          asks={{
            first: t('security.twoFactor.turnOff'),
            lead: t('security.twoFactor.turnOffLead'),
          }}
        />
      </section>
    </>
  );
}

/** At how many left their owner is asked to make new ones. */
const few = 3;

/** How many recovery codes nobody used yet. */
export function CodesLeft(props: { count: number; t: Texts }) {
  const { count, t } = props;
  return (
    <p>
      {t('security.twoFactor.left', { count })}
      {count <= few ? <strong> {t('security.twoFactor.fewLeft')}</strong> : null}
    </p>
  );
}
