import { deviceWords } from '@/app/_server/device-words';
import type { Texts } from '@/app/_text/texts';
import { SectionHead } from '@/app/_ui/page-header';
import type { SecurityEvent } from '@/lib/account/event/rules';
import { isWay } from '@/lib/account/session/rules';

/** What happened to the account, newest first. */
export function EventsSection(props: {
  events: readonly SecurityEvent[];
  momentOf: (at: Date) => string;
  t: Texts;
}) {
  const { events, momentOf, t } = props;
  return (
    <section className="section" aria-labelledby="events">
      <SectionHead id="events" title={t('sessions.events.title')} />
      <p>{t('sessions.events.lead')}</p>
      {events.length === 0 ? (
        <p className="soft">{t('sessions.events.none')}</p>
      ) : (
        <ol className="account-lines">
          {events.map((event) => (
            <li key={event.id}>
              <p>{wordsOf(event, t)}</p>
              <p className="soft">
                <time dateTime={event.at.toISOString()}>{momentOf(event.at)}</time>
                {[deviceWords(event.device), event.place]
                  .filter(Boolean)
                  .map((part) => ` · ${part}`)}
              </p>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function wordsOf({ what, detail }: SecurityEvent, t: Texts): string {
  if (what !== 'signed_in') {
    const said = t(`sessions.events.kinds.${what}`, { way: '' });
    return detail ? `${said} · ${detail}` : said;
  }
  const way = isWay(detail) ? detail : 'password';
  return t('sessions.events.kinds.signed_in', { way: t(`sessions.list.way.${way}`) });
}
