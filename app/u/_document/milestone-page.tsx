import type { Asked } from '@/app/_server/document';
import { placeOf } from '@/app/_server/place';
import { textsIn } from '@/app/_text/texts';
import { type Day, formatDatedOn } from '@/lib/calendar';
import type { PublicMilestonePage } from '@/lib/record/public/shape';
import { webAddresses } from './address';
import { milestoneDescribed } from './described';
import { milestoneJsonLd } from './json-ld';
import { Evidence, Facts, figureOf, Story, Tags, Words } from './milestone-parts';
import { Stamp } from './seals';
import { Shell } from './shell';
import { happenedOn, titleOf } from './words';
import { isWritable, Write } from './write';

/** `/u/<handle>/m/<id>`: one milestone, whole. */
export function MilestonePage({ page, asked }: { page: PublicMilestonePage; asked: Asked }) {
  const { locale } = asked;
  const t = textsIn(locale);
  const { milestone, handle, displayName } = page;
  const title = titleOf(milestone, locale);
  const figure = figureOf(milestone, locale);
  const record = placeOf(asked, handle).link({ at: 'record' });
  const head = {
    ...milestoneDescribed(page, locale),
    spot: { at: 'milestone', id: milestone.id } as const,
    type: 'article' as const,
    image: { at: 'milestoneCard', id: milestone.id } as const,
    imageAlt: [title.text, figure, displayName].filter(Boolean).join(' — '),
    isIndexed: page.isIndexed && page.listed,
    jsonLd: milestoneJsonLd(page, asked),
    handle,
  };
  return (
    <Shell asked={asked} head={head} title={head.title}>
      <main className={`record-head milestone of-${milestone.kind}`}>
        {page.isExample ? (
          <p className="record-notice">
            <strong>{t('document.exampleTitle')}</strong> {t('document.example')}
          </p>
        ) : null}
        <p className="milestone-of">
          <a href={record}>
            <bdi>{displayName}</bdi>
          </a>
          <time dateTime={milestone.happenedOn}>{happenedOn(milestone, locale)}</time>
        </p>
        <div className="record-name">
          <h1>
            <Words said={title} locale={locale} />
          </h1>
          <Stamp
            grade={webAddresses(milestone.evidence).length > 0 ? 'solid' : 'outline'}
            className="record-seal"
          />
        </div>
        <Facts milestone={milestone} locale={locale} />
        {figure ? <p className="figure">{figure}</p> : null}
        <div className="milestone-story">
          <Story milestone={milestone} locale={locale} />
        </div>
        <Evidence milestone={milestone} locale={locale} />
        <Tags milestone={milestone} />
        {milestone.recordedOn ? (
          <p className="milestone-recorded">
            {t('document.recordedOn', { day: written(milestone.recordedOn, locale) })}
          </p>
        ) : null}
        {isWritable(page, asked) ? (
          <p>
            <Write {...{ handle, displayName, asked }} about={milestone.id} />
          </p>
        ) : null}
        <p className="milestone-whole">
          <a href={record}>{t('document.whole', { name: displayName })}</a>
        </p>
      </main>
    </Shell>
  );
}

function written(day: Day, locale: Asked['locale']): string {
  return formatDatedOn({ day, precision: 'day' }, locale);
}
