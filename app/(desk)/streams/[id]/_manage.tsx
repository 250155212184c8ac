import type { Texts } from '@/app/_text/texts';
import { Button } from '@/app/_ui/button';
import { SectionHead } from '@/app/_ui/page-header';
import type { Viewer } from '@/lib/auth/viewer';
import { formatDatedOn, today } from '@/lib/calendar';
import { inLocale } from '@/lib/locale';
import type { Stream, StreamContents } from '@/lib/stream/rules';
import { closeOneStream, mergeIntoStream, reopenOneStream, saveStream } from '../_actions';
import { StreamForm } from '../_form';
import { streamFormTexts } from '../_form-texts';
import { MergeForm } from './_merge';

/** What can be changed about a stream: its names, whether it is offered, and that it is another. */
export function Manage(props: {
  viewer: Viewer;
  stream: Stream;
  others: readonly Stream[];
  contents: StreamContents;
  t: Texts;
}) {
  const { viewer, stream, others, t } = props;
  const { locale } = viewer;
  return (
    <div className="split split-even">
      <section className="section">
        <SectionHead title={t('streams.names')} />
        <StreamForm
          action={saveStream}
          stored={{
            id: stream.id,
            version: String(stream.version),
            nameJa: stream.name.ja ?? '',
            nameEn: stream.name.en ?? '',
            origin: stream.origin,
          }}
          {...streamFormTexts(t, locale, t('desk.save'))}
        />
      </section>
      <div className="column">
        <Closing {...props} />
        {others.length > 0 ? (
          <section className="section">
            <SectionHead title={t('streams.merging')} />
            <p className="soft">{t('streams.mergingText')}</p>
            <p>{movesIn(props)}</p>
            <MergeForm
              action={mergeIntoStream}
              id={stream.id}
              streams={others.map(({ id, name, closedAt }) => ({
                value: id,
                label: [inLocale(name, locale), closedAt ? t('streams.closed') : null]
                  .filter(Boolean)
                  .join(' · '),
              }))}
              texts={{
                into: t('streams.into'),
                submit: t('streams.merge'),
                saving: t('desk.saving'),
                leakAccepted: t('milestones.leakAccepted'),
              }}
            />
          </section>
        ) : null}
      </div>
    </div>
  );
}

function Closing({ viewer, stream, t }: Parameters<typeof Manage>[0]) {
  const { id, closedAt } = stream;
  return (
    <section className="section">
      <SectionHead title={t(closedAt ? 'streams.closed' : 'streams.closing')} />
      <p className="soft">
        {closedAt
          ? t('streams.closedSince', {
              day: formatDatedOn(
                { day: today(viewer.zone, closedAt), precision: 'day' },
                viewer.locale,
              ),
            })
          : t('streams.closingText')}
      </p>
      <form action={closedAt ? reopenOneStream : closeOneStream}>
        <input type="hidden" name="id" value={id} />
        <Button variant="quiet">{t(closedAt ? 'streams.reopen' : 'streams.close')}</Button>
      </form>
    </section>
  );
}

/** What a merge would take along, so that it can be weighed before. */
function movesIn({ viewer, contents, t }: Parameters<typeof Manage>[0]): string {
  const { milestones, efforts, goals, hasTimer } = contents;
  const parts = [
    milestones > 0 ? t('streams.movesMilestones', { count: milestones }) : null,
    efforts > 0 ? t('streams.movesEfforts', { count: efforts }) : null,
    goals > 0 ? t('streams.movesGoals', { count: goals }) : null,
    hasTimer ? t('streams.movesTimer') : null,
  ].filter((part) => part !== null);
  if (parts.length === 0) return t('streams.movesNothing');
  const list = new Intl.ListFormat(viewer.locale, { type: 'conjunction' });
  return t('streams.moves', { what: list.format(parts) });
}
