import { deviceWords } from '@/app/_server/device-words';
import type { Texts } from '@/app/_text/texts';
import { Button } from '@/app/_ui/button';
import { SectionHead } from '@/app/_ui/page-header';
import type { SessionLine } from '@/lib/account/session/rules';
import { ButtonForm } from '../../_button-form';
import { endEveryOther, endOneSession } from './_sessions-actions';

/** Who is signed in, each to be signed out. */
export function SessionsSection(props: {
  sessions: readonly SessionLine[];
  momentOf: (at: Date) => string;
  t: Texts;
}) {
  const { sessions, momentOf, t } = props;
  return (
    <section className="section" aria-labelledby="sessions">
      <SectionHead id="sessions" title={t('sessions.list.title')} />
      <p>{t('sessions.list.lead')}</p>
      <ul className="account-lines">
        {sessions.map((one) => (
          <Line key={one.id} session={one} momentOf={momentOf} t={t} />
        ))}
      </ul>
      {sessions.some(({ isCurrent }) => !isCurrent) ? (
        <ButtonForm
          action={endEveryOther}
          label={t('sessions.list.endOthers')}
          carried={{}}
          variant="quiet"
          asks={{ first: t('sessions.list.endOthers'), lead: t('sessions.list.endOthersLead') }}
        />
      ) : null}
    </section>
  );
}

function Line(props: { session: SessionLine; momentOf: (at: Date) => string; t: Texts }) {
  const { session, momentOf, t } = props;
  const { id, device, place, way, createdAt, lastSeenAt, isCurrent } = session;
  const name = deviceWords(device) || t('sessions.list.unknown');
  const began = momentOf(createdAt);
  return (
    <li>
      <div>
        <p>
          {name}
          {place ? ` · ${place}` : ''}
          {isCurrent ? (
            <strong className="account-mark">{t('sessions.list.current')}</strong>
          ) : null}
        </p>
        <p className="soft">
          {t('sessions.list.began', { when: began })} · {t(`sessions.list.way.${way}`)} ·{' '}
          {t('sessions.list.seen', { when: momentOf(lastSeenAt) })}
        </p>
      </div>
      {isCurrent ? null : (
        <form action={endOneSession}>
          <input type="hidden" name="id" value={id} />
          <Button
            small
            variant="quiet"
            aria-label={t('sessions.list.endOne', { device: name, when: began })}
          >
            {t('sessions.list.end')}
          </Button>
        </form>
      )}
    </li>
  );
}
