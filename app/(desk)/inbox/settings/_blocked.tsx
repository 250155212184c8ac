import type { Texts } from '@/app/_text/texts';
import { Button } from '@/app/_ui/button';
import { SectionHead } from '@/app/_ui/page-header';
import { formatDatedOn, today } from '@/lib/calendar';
import type { BlockedSender } from '@/lib/inquiry/settings/data';
import type { Locale } from '@/lib/locale';
import { unblockOne } from './_actions';

/** Whom the viewer does not hear from, each to be heard again. */
export function Blocked(props: {
  blocked: readonly BlockedSender[];
  zone: string;
  locale: Locale;
  t: Texts;
}) {
  const { blocked, zone, locale, t } = props;
  return (
    <section className="section">
      <SectionHead title={t('contact.desk.blocked')} />
      {blocked.length === 0 ? (
        <p>{t('contact.desk.nobody')}</p>
      ) : (
        <>
          <p className="soft">{t('contact.desk.blockedLead')}</p>
          <ul className="pauses">
            {blocked.map(({ email, blockedAt }) => (
              <li key={email}>
                <span>
                  {email}{' '}
                  <small className="soft">
                    {t('contact.desk.since', {
                      day: formatDatedOn({ day: today(zone, blockedAt), precision: 'day' }, locale),
                    })}
                  </small>
                </span>
                <form action={unblockOne}>
                  <input type="hidden" name="email" value={email} />
                  <Button
                    variant="quiet"
                    small
                    aria-label={t('contact.desk.unblockOne', { email })}
                  >
                    {t('contact.desk.unblock')}
                  </Button>
                </form>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
