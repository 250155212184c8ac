import type { Asked } from '@/app/_server/document';
import { textsIn } from '@/app/_text/texts';
import { KindMark } from '@/app/_ui/kind-mark';
import { formatDatedOn } from '@/lib/calendar';
import { paths, withQuery } from '@/lib/paths';
import type { PublicMilestonePage } from '@/lib/record/public/shape';
import { truncate } from '@/lib/text';
import { Evidence, Facts, figureOf, Story, Tags, Words } from './milestone-parts';
import { Shell } from './shell';
import { happenedOn, say, titleOf } from './words';

/** `/u/<handle>/m/<id>`: one milestone, whole. */
export function MilestonePage({ page, asked }: { page: PublicMilestonePage; asked: Asked }) {
  const { locale, chosen } = asked;
  const t = textsIn(locale);
  const { milestone, handle, displayName } = page;
  const title = titleOf(milestone, locale);
  const figure = figureOf(milestone, locale);
  const story = say(milestone.story, locale)?.text;
  const record = withQuery(paths.publicRecord(handle), { lang: chosen });
  const head = {
    title: `${title.text} — ${displayName}`,
    description: truncate(story ?? t('document.description', { name: displayName }), 160),
    path: paths.publicMilestone(handle, milestone.id),
    type: 'article' as const,
    image: paths.publicCard(handle),
    imageAlt: t('document.cardAlt', { name: displayName }),
    unlisted: !page.listed,
  };
  return (
    <Shell asked={asked} head={head} title={head.title}>
      <main className="record-head milestone">
        {page.isExample ? (
          <p className="record-notice">
            <strong>{t('document.exampleTitle')}</strong> {t('document.example')}
          </p>
        ) : null}
        <p className="milestone-of">
          <KindMark kind={milestone.kind} />
          <span>{t(`kinds.${milestone.kind}`)}</span>
          <time dateTime={milestone.happenedOn}>{happenedOn(milestone, locale)}</time>
          <a href={record}>
            <bdi>{displayName}</bdi>
          </a>
        </p>
        <h1>
          <Words said={title} locale={locale} />
        </h1>
        {figure ? <p className="milestone-figure figure">{figure}</p> : null}
        <Facts milestone={milestone} locale={locale} />
        <div className="milestone-story">
          <Story milestone={milestone} locale={locale} />
        </div>
        <Evidence milestone={milestone} locale={locale} />
        <Tags milestone={milestone} locale={locale} />
        <p className="soft milestone-recorded">
          {t('document.recordedOn', {
            day: formatDatedOn({ day: milestone.recordedOn, precision: 'day' }, locale),
          })}
        </p>
        <p className="milestone-whole">
          <a href={record}>{t('document.whole', { name: displayName })}</a>
        </p>
      </main>
    </Shell>
  );
}
