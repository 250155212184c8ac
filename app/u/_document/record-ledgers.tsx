import type { Asked } from '@/app/_server/document';
import { placeOf } from '@/app/_server/place';
import { textsIn } from '@/app/_text/texts';
import type { PublicRecord } from '@/lib/record/public/shape';
import { amountShown } from './amounts';
import { MilestoneEntry } from './milestone-entry';
import { yearOf } from './words';

type Props = {
  record: PublicRecord;
  asked: Asked;
  /** Milestones that stand whole in another part of the page. */
  shown: ReadonlySet<string>;
  isMarked: boolean;
};

/** The milestones of this page, a ledger for each year; with the way to the others where there are more. */
export function RecordLedgers({ record, asked, shown, isMarked }: Props) {
  const t = textsIn(asked.locale);
  const years = [...new Set(record.milestones.map(({ happenedOn }) => yearOf(happenedOn)))];
  return (
    <section>
      <h2 className="hidden-text">{t('document.milestones')}</h2>
      <Years record={record} asked={asked} />
      {years.map((year) => (
        <Year key={year} {...{ year, record, asked, shown, isMarked }} />
      ))}
      <Pages record={record} asked={asked} />
    </section>
  );
}

function Year({ year, record, asked, shown, isMarked }: Props & { year: number }) {
  const milestones = record.milestones.filter(({ happenedOn }) => yearOf(happenedOn) === year);
  const t = textsIn(asked.locale);
  const total = (record.sections.includes('income') ? record.income : [])
    .flatMap(({ byYear }) => byYear.filter((one) => one.year === year))
    .map((one) => amountShown(one.total, asked.locale))
    .join(' · ');
  return (
    <section className="ledger">
      <div className="ledger-head">
        <h3>{t('document.year', { year: String(year) })}</h3>
        {total ? (
          <p className="ledger-total">
            {t('document.yearTotal')} <span className="figure">{total}</span>
          </p>
        ) : null}
      </div>
      <ol className="lines">
        {milestones.map((milestone) => (
          <MilestoneEntry
            key={milestone.id}
            milestone={milestone}
            handle={record.handle}
            asked={asked}
            isMarked={isMarked}
            isBrief={shown.has(milestone.id)}
          />
        ))}
      </ol>
    </section>
  );
}

function Years({ record, asked }: { record: PublicRecord; asked: Asked }) {
  const { page, totals, handle } = record;
  if (page.year === undefined && totals.milestones <= page.size) return null;
  const t = textsIn(asked.locale);
  const href = (year?: number) => placeOf(asked, handle).link({ at: 'record', year });
  return (
    <nav className="record-years" aria-label={t('document.years')}>
      <a href={href()} aria-current={page.year === undefined ? 'page' : undefined}>
        {t('document.allYears')}
      </a>
      {totals.byYear.map(({ year, milestones }) => (
        <a key={year} href={href(year)} aria-current={year === page.year ? 'page' : undefined}>
          {t('document.year', { year: String(year) })}{' '}
          <small className="soft">{milestones.toLocaleString(asked.locale)}</small>
        </a>
      ))}
    </nav>
  );
}

function Pages({ record, asked }: { record: PublicRecord; asked: Asked }) {
  const { page, handle } = record;
  if (page.of <= 1) return null;
  const t = textsIn(asked.locale);
  const href = (number: number) =>
    placeOf(asked, handle).link({ at: 'record', year: page.year, page: number });
  return (
    <nav className="record-pages" aria-label={t('document.pages')}>
      {page.number > 1 ? (
        <a rel="prev" href={href(page.number - 1)}>
          {t('document.newer')}
        </a>
      ) : null}
      <span>{t('document.pageOf', { number: page.number, of: page.of })}</span>
      {page.number < page.of ? (
        <a rel="next" href={href(page.number + 1)}>
          {t('document.older')}
        </a>
      ) : null}
    </nav>
  );
}
