import { hasMailServer } from '@/app/_server/post';
import type { Texts } from '@/app/_text/texts';
import { Button } from '@/app/_ui/button';
import { SectionHead } from '@/app/_ui/page-header';
import type { EmailState } from '@/lib/account/email/data';
import { paths } from '@/lib/paths';
import { throttles } from '@/lib/throttle/rules';
import { ButtonForm } from '../../_button-form';
import { sendVerification, stopChange } from './_email-actions';

const told = ['sent', 'asked', 'withdrawn'] as const;

/** What the page says of the e-mail after a button (`?email=`); null: nothing. */
export function emailNotice(asked: unknown, state: EmailState, t: Texts): string | null {
  const one = told.find((name) => name === asked);
  if (one === 'asked' && !state.isVerified) return t('recovery.email.askedAlone');
  const values = { email: state.email, count: throttles.verifyMailbox.most };
  return one ? t(`recovery.email.${one}`, values) : null;
}

/** The e-mail one signs in with, whether it is confirmed, and the way to another. */
export function EmailSection(props: {
  state: EmailState;
  momentOf: (at: Date) => string;
  t: Texts;
}) {
  const { state, momentOf, t } = props;
  const { email, isVerified, change } = state;
  return (
    <section className="section" aria-labelledby="email">
      <SectionHead
        id="email"
        title={t('recovery.email.title')}
        aside={<a href={paths.securityEmail}>{t('recovery.email.change')}</a>}
      />
      <p>
        {email}{' '}
        <strong className="account-mark">
          {t(isVerified ? 'recovery.email.verified' : 'recovery.email.unverified')}
        </strong>
      </p>
      {isVerified ? null : (
        <>
          <p className="soft">{t('recovery.email.unverifiedLead')}</p>
          <ButtonForm
            action={sendVerification}
            label={t('recovery.email.send')}
            carried={{}}
            variant="quiet"
          />
        </>
      )}
      {change ? (
        <form action={stopChange} className="actions">
          <p>
            {t(isVerified ? 'recovery.email.pending' : 'recovery.email.pendingAlone', {
              email: change.email,
              when: momentOf(change.until),
            })}
          </p>
          <Button variant="quiet" small>
            {t('recovery.email.withdraw')}
          </Button>
        </form>
      ) : null}
      {(change || !isVerified) && !hasMailServer() ? (
        <p className="soft">{t('recovery.email.kept')}</p>
      ) : null}
    </section>
  );
}
