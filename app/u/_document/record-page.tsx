import type { Asked } from '@/app/_server/document';
import { textsIn } from '@/app/_text/texts';
import { type FigureItem, Figures } from '@/app/_ui/figures';
import { hoursShown } from '@/lib/milestone/rules';
import type { PublicRecord } from '@/lib/record/public/shape';
import { amountShown } from './amounts';
import { recordDescribed } from './described';
import { isHolding, standingFigure, standingOf, standingSince } from './income';
import { recordJsonLd } from './json-ld';
import { Paragraphs, Words } from './milestone-parts';
import { RecordSections } from './record-sections';
import { Stamp } from './seals';
import { Shell } from './shell';
import { isUntranslated, say } from './words';

/** `/u/<handle>`: who, how far, what it took, and then the parts in their owner's order. */
export function RecordPage({ record, asked }: { record: PublicRecord; asked: Asked }) {
  const { locale } = asked;
  const t = textsIn(locale);
  const { handle, displayName, page, milestones } = record;
  const untranslated = milestones.filter((one) => isUntranslated(one, locale)).length;
  const isMostlyOriginal = untranslated > 2 && untranslated * 2 > milestones.length;
  const head = {
    ...recordDescribed(record, locale),
    spot: { at: 'record', year: page.year, page: page.number } as const,
    type: 'profile' as const,
    image: { at: 'card' } as const,
    imageAlt: t('document.cardAlt', { name: displayName }),
    isIndexed: record.isIndexed,
    jsonLd: recordJsonLd(record, asked),
    handle,
    data: { hasFeeds: record.hasFeeds },
  };
  return (
    <Shell asked={asked} head={head} title={`${displayName} — ${t('document.brand')}`}>
      <main>
        <Who record={record} asked={asked} isMarked={!isMostlyOriginal} />
        {record.totals.milestones > 0 ? <Figures items={figures(record, asked)} /> : null}
        {isMostlyOriginal ? <p className="language-note">{t('document.mostlyOriginal')}</p> : null}
        <RecordSections record={record} asked={asked} isMarked={!isMostlyOriginal} />
      </main>
    </Shell>
  );
}

function Who(props: { record: PublicRecord; asked: Asked; isMarked: boolean }) {
  const { record, isMarked } = props;
  const { locale } = props.asked;
  const t = textsIn(locale);
  const headline = say(record.headline, locale);
  const about = say(record.about, locale);
  const rung = standingOf(record);
  const isOriginal = [headline, about].some((said) => said && said.lang !== locale);
  return (
    <div className="record-head">
      {record.isExample ? (
        <p className="record-notice">
          <strong>{t('document.exampleTitle')}</strong> {t('document.example')}
        </p>
      ) : null}
      <div className="record-name">
        <h1>
          <bdi>{record.displayName}</bdi>
        </h1>
        {rung ? (
          <Stamp grade={isHolding(rung.held) ? 'solid' : 'outline'} className="record-seal" />
        ) : null}
      </div>
      {headline ? (
        <p className="record-headline">
          <Words said={headline} locale={locale} />
        </p>
      ) : null}
      {about ? (
        <div>
          <Paragraphs said={about} locale={locale} />
        </div>
      ) : null}
      {isOriginal && isMarked ? <p className="language-note">{t('document.original')}</p> : null}
    </div>
  );
}

function figures(record: PublicRecord, { locale }: Asked): FigureItem[] {
  const { income, totals, sections } = record;
  const t = textsIn(locale);
  const items: FigureItem[] = [];
  const rung = standingOf(record);
  if (rung) {
    items.push({
      label: isHolding(rung.held) ? t('document.heldMonthly') : t('document.reachedMonthly'),
      value: standingFigure(rung, locale),
      note: standingSince(rung, locale),
    });
  }
  // Sums never cross currencies: each has its own.
  for (const { total, months } of income) {
    if (!total || !sections.includes('income')) continue;
    items.push({
      label: t('document.inTotal'),
      value: amountShown(total, locale),
      note: t('document.overMonths', { count: months.length }),
    });
  }
  const hours = hoursShown(totals.minutes ?? 0);
  if (hours > 0) {
    items.push({ label: t('document.time'), value: t('document.timeFigure', { hours }) });
  }
  const since = totals.byYear.at(-1)?.year;
  items.push({
    label: t('document.milestones'),
    value: t('document.milestonesFigure', { count: totals.milestones }),
    note: since === undefined ? undefined : t('document.sinceYear', { year: String(since) }),
  });
  return items;
}
