import type { Texts } from '@/app/_text/texts';
import { SectionHead } from '@/app/_ui/page-header';
import type { TwoFactor } from '@/lib/account/factor/data';
import { paths } from '@/lib/paths';
import { ButtonForm } from '../../_button-form';
import { beginTwoFactor } from './two-factor/_actions';
import { CodesLeft } from './two-factor/_manage';
import { VerifyFirst } from './two-factor/_verify-first';

/** Whether signing in by password asks for a code too. */
export function TwoFactorSection(props: {
  state: TwoFactor;
  /** Whether the e-mail has to be verified first. */
  isVerificationDue: boolean;
  dayOf: (at: Date) => string;
  t: Texts;
}) {
  const { state, dayOf, t } = props;
  const { onSince, codesLeft } = state;
  return (
    <section className="section" aria-labelledby="two-factor">
      <SectionHead
        id="two-factor"
        title={t('security.twoFactor.title')}
        aside={onSince ? <a href={paths.twoFactor}>{t('security.twoFactor.manage')}</a> : null}
      />
      <p>{t('security.twoFactor.lead')}</p>
      {onSince ? (
        <>
          <p>{t('security.twoFactor.on', { day: dayOf(onSince) })}</p>
          <CodesLeft count={codesLeft} t={t} />
        </>
      ) : (
        <>
          <p>{t('security.twoFactor.off')}</p>
          {props.isVerificationDue ? (
            <VerifyFirst t={t} />
          ) : (
            <ButtonForm
              action={beginTwoFactor}
              label={t('security.twoFactor.setUp')}
              carried={{}}
              variant="quiet"
            />
          )}
        </>
      )}
    </section>
  );
}
