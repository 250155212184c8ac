import type { Asked } from '@/app/_server/document';
import { textsIn } from '@/app/_text/texts';
import { SectionHead } from '@/app/_ui/page-header';
import type { Locale } from '@/lib/locale';
import { formatAmount } from '@/lib/money';
import { paths, withQuery } from '@/lib/paths';
import { moneyOf } from '@/lib/record/disclosure';
import type { PublicIncome, PublicRecord } from '@/lib/record/public/shape';
import { MilestoneEntry } from './milestone-entry';
import { yearOf } from './words';

/** The milestones of this page, a ledger for each year; with the way to the others where there are more. */
export function RecordLedgers({ record, asked }: { record: PublicRecord; asked: Asked }) {
  const t = textsIn(asked.locale);
  const years = [...new Set(record.milestones.map(({ happenedOn }) => yearOf(happenedOn)))];
  if (years.length === 0) {
    return (
      <section className="record-section">
        <SectionHead title={t('document.milestones')} />
        <p>{t('document.empty')}</p>
        <p className="soft">{t('document.emptyLine')}</p>
      </section>
    );
  }
  return (
    <section aria-labelledby="milestones">
      <h2 id="milestones" className="hidden-text">
        {t('document.milestones')}
      </h2>
      <Years record={record} asked={asked} />
      {years.map((year) => (
        <Year key={year} year={year} record={record} asked={asked} />
      ))}
      <Pages record={record} asked={asked} />
    </section>
  );
}

function Year({ year, record, asked }: { year: number; record: PublicRecord; asked: Asked }) {
  const milestones = record.milestones.filter(({ happenedOn }) => yearOf(happenedOn) === year);
  const t = textsIn(asked.locale);
  const total = record.income.flatMap((one) => yearTotal(one, year, asked.locale)).join(' · ');
  return (
    <section className="ledger" aria-labelledby={`y-${year}`}>
      <div className="ledger-head">
        <h3 id={`y-${year}`}>{t('document.year', { year: String(year) })}</h3>
        {total ? (
          <p className="ledger-total">
            {t('document.yearTotal')} <span className="figure">{total}</span>
          </p>
        ) : null}
      </div>
      <ol className="ledger-lines">
        {milestones.map((milestone) => (
          <MilestoneEntry
            key={milestone.id}
            milestone={milestone}
            handle={record.handle}
            asked={asked}
          />
        ))}
      </ol>
    </section>
  );
}

function yearTotal(income: PublicIncome, year: number, locale: Locale): string[] {
  const months = income.months.filter(({ month }) => yearOf(month) === year);
  if (months.length === 0) return [];
  const minor = months.reduce((all, { total }) => all + moneyOf(total).minor, 0n);
  return [formatAmount({ minor, currency: income.currency }, locale)];
}

function Years({ record, asked }: { record: PublicRecord; asked: Asked }) {
  const { page, totals, handle } = record;
  if (page.year === undefined && totals.milestones <= page.size) return null;
  const t = textsIn(asked.locale);
  const href = (year?: number) =>
    withQuery(paths.publicRecord(handle), { year: year?.toString(), lang: asked.chosen });
  return (
    <nav className="record-years no-print" aria-label={t('document.years')}>
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
    withQuery(paths.publicRecord(handle), {
      year: page.year?.toString(),
      page: number > 1 ? String(number) : undefined,
      lang: asked.chosen,
    });
  return (
    <nav className="record-pages no-print" aria-label={t('document.pages')}>
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
