import type { Asked } from '@/app/_server/document';
import { textsIn } from '@/app/_text/texts';
import { type FigureItem, Figures } from '@/app/_ui/figures';
import { SectionHead } from '@/app/_ui/page-header';
import { Seal } from '@/app/_ui/seal';
import { hoursShown } from '@/lib/milestone/rules';
import { formatAmount } from '@/lib/money';
import { paths } from '@/lib/paths';
import { moneyOf } from '@/lib/record/disclosure';
import type { PublicRecord } from '@/lib/record/public/shape';
import { IncomeChart, isHolding, Ladder, standing, standingFigure, standingSince } from './income';
import { Paragraphs, Words } from './milestone-parts';
import { RecordLedgers } from './record-ledgers';
import { Shell } from './shell';
import { say } from './words';

/** `/u/<handle>`: who, how far, month by month, and everything public, newest first. */
export function RecordPage({ record, asked }: { record: PublicRecord; asked: Asked }) {
  const { locale } = asked;
  const t = textsIn(locale);
  const { handle, displayName, page, income } = record;
  const headline = say(record.headline, locale);
  const path = paths.publicRecord(handle);
  const title = `${displayName} — ${t('document.brand')}`;
  const head = {
    title: displayName,
    description: headline?.text ?? t('document.description', { name: displayName }),
    path,
    query: { year: page.year?.toString(), page: page.number > 1 ? String(page.number) : undefined },
    type: 'profile' as const,
    image: paths.publicCard(handle),
    imageAlt: t('document.cardAlt', { name: displayName }),
    json: paths.publicRecordJson(handle),
  };
  return (
    <Shell asked={asked} head={head} title={title}>
      <main>
        <Who record={record} asked={asked} />
        <Figures items={figures(record, asked)} />
        <div className="record-body">
          {income[0] && income[0].rungs.length > 0 ? (
            <aside className="record-aside" aria-labelledby="climb">
              <section className="record-ladder">
                <SectionHead id="climb" title={t('document.climb')} />
                <Ladder income={income[0]} locale={locale} />
              </section>
            </aside>
          ) : null}
          <div>
            {income.map((one, i) => (
              <section key={one.currency} className="record-section">
                <SectionHead
                  title={
                    i === 0
                      ? t('document.income')
                      : t('document.incomeIn', { currency: one.currency })
                  }
                />
                <IncomeChart income={one} locale={locale} />
              </section>
            ))}
            <RecordLedgers record={record} asked={asked} />
          </div>
        </div>
      </main>
    </Shell>
  );
}

function Who({ record, asked }: { record: PublicRecord; asked: Asked }) {
  const { locale } = asked;
  const t = textsIn(locale);
  const headline = say(record.headline, locale);
  const about = say(record.about, locale);
  const rung = standing(record.income[0]);
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
          <Seal
            grade={isHolding(rung.held) ? 'solid' : 'outline'}
            className="stamped record-seal"
          />
        ) : null}
      </div>
      {headline ? (
        <p className="record-headline">
          <Words said={headline} locale={locale} />
        </p>
      ) : null}
      {about ? (
        <div className="record-words">
          <Paragraphs said={about} locale={locale} className="record-about" />
        </div>
      ) : null}
    </div>
  );
}

function figures({ income, totals }: PublicRecord, { locale }: Asked): FigureItem[] {
  const t = textsIn(locale);
  const items: FigureItem[] = [];
  const rung = standing(income[0]);
  if (rung) {
    items.push({
      label: isHolding(rung.held) ? t('document.heldMonthly') : t('document.reachedMonthly'),
      value: standingFigure(rung, locale),
      note: standingSince(rung, locale),
    });
  }
  // Sums never cross currencies: each has its own.
  for (const { total, months } of income) {
    if (!total) continue;
    items.push({
      label: t('document.inTotal'),
      value: formatAmount(moneyOf(total), locale),
      note: t('document.overMonths', { count: months.length }),
    });
  }
  const hours = hoursShown(totals.minutes);
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
