import type { Texts } from '@/app/_text/texts';
import { formatDatedOn } from '@/lib/calendar';
import type { Locale } from '@/lib/locale';
import { paths, withQuery } from '@/lib/paths';
import type { Awaiting } from '@/lib/response/card/data';

/** Messages nobody has opened, and next steps whose day has come; nothing while there are none. */
export function Arrived(props: { awaiting: Awaiting; locale: Locale; t: Texts }) {
  const { unopened, due, dueInAll } = props.awaiting;
  const { locale, t } = props;
  const more = dueInAll - due.length;
  return (
    <>
      {unopened > 0 ? (
        <a className="timer-badge" href={withQuery(paths.inbox, { state: 'new' })}>
          {t('dashboard.unopened', { count: unopened })}
        </a>
      ) : null}
      {due.map(({ id, name, nextStep, nextStepOn }) => (
        <a key={id} className="timer-badge" href={paths.inquiry(id)}>
          {t('dashboard.due', {
            name,
            step: nextStep,
            day: formatDatedOn({ day: nextStepOn, precision: 'day' }, locale),
          })}
        </a>
      ))}
      {more > 0 ? (
        <a href={withQuery(paths.inbox, { state: 'due' })}>
          {t('dashboard.moreDue', { count: more })}
        </a>
      ) : null}
    </>
  );
}
