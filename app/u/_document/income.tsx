import type { LadderRung } from '@/app/_charts/ladder-view';
import { MonthlyIncomeChart } from '@/app/_charts/monthly-income-chart';
import { type Texts, textsIn } from '@/app/_text/texts';
import { formatMonth, formatMonthTick, monthsBetween, monthsUntil } from '@/lib/calendar';
import { isFirstEarned } from '@/lib/ladder/rules';
import type { Locale } from '@/lib/locale';
import { formatAmountBrief } from '@/lib/money';
import { moneyOf, type PublicMoney } from '@/lib/record/disclosure.rules';
import type { PublicIncome, PublicRecord, PublicRung } from '@/lib/record/public/shape';
import { amountShown, drawnOf } from './amounts';

/**
 * The rung to show first: the highest held still, else the highest reached. The first yen is no
 * headline for whoever has climbed further.
 */
export function standing(income: PublicIncome | undefined): PublicRung | undefined {
  return (
    income?.rungs.findLast((rung) => isHolding(rung.held) && !isFirst(rung)) ?? income?.rungs.at(-1)
  );
}

/** The rung a record shows first; none where its owner shows no climb. */
export function standingOf({ sections, income }: PublicRecord): PublicRung | undefined {
  return sections.includes('climb') ? standing(income[0]) : undefined;
}

/** Whether a rung is held still; one that was held once is reached, as on the desk. */
export function isHolding(held: PublicRung['held']): boolean {
  return held !== undefined && held.until === undefined;
}

/** The rung in words: `¥300K a month`, and for the lowest one what it means, the first yen. */
export function standingClaim(rung: PublicRung, locale: Locale): string {
  const amount = formatAmountBrief(moneyOf(rung.amount), locale);
  return textsIn(locale)(isFirst(rung) ? 'document.firstStep' : 'document.perMonth', { amount });
}

/** The same, short enough for a column. */
export function standingFigure(rung: PublicRung, locale: Locale): string {
  const amount = formatAmountBrief(moneyOf(rung.amount), locale);
  return isFirst(rung)
    ? standingClaim(rung, locale)
    : textsIn(locale)('document.monthly', { amount });
}

function isFirst({ amount }: PublicRung): boolean {
  return isFirstEarned(BigInt(amount.minor), amount.currency);
}

/** Since when, in words: `since Aug 2026` while it is held, else when it was reached. */
export function standingSince({ held, reachedOn }: PublicRung, locale: Locale): string {
  const t = textsIn(locale);
  const month = (m: PublicRung['reachedOn']) => formatMonth(m, locale);
  return held && isHolding(held)
    ? t('document.since', { month: month(held.since) })
    : t('document.on', { month: month(reachedOn) });
}

/** How far in one line: `¥300K a month, held since Aug 2026`. */
export function claimOf(rung: PublicRung, locale: Locale): string {
  const t = textsIn(locale);
  const month = (one: PublicRung['reachedOn']) => formatMonth(one, locale);
  const since =
    rung.held && isHolding(rung.held)
      ? t('document.rungHeld', { month: month(rung.held.since) })
      : t('document.rungReached', { month: month(rung.reachedOn) });
  return t('document.claim', { rung: standingClaim(rung, locale), since });
}

/** The rungs reached and the next one, lowest first, in words. */
export function rungsShown(income: PublicIncome, locale: Locale): LadderRung[] {
  const t = textsIn(locale);
  const label = (amount: PublicMoney) => formatAmountBrief(moneyOf(amount), locale);
  const rungs = income.rungs.map(({ amount, reachedOn, held }) => ({
    label: label(amount),
    state: isHolding(held) ? ('held' as const) : ('reached' as const),
    reached: held
      ? undefined
      : t('document.rungReached', { month: formatMonth(reachedOn, locale) }),
    held: held && rungHeld(held, locale, t),
  }));
  const next = income.next && {
    label: label(income.next),
    state: 'next' as const,
    missing: t('document.rungNext'),
  };
  return next ? [...rungs, next] : rungs;
}

function rungHeld(held: NonNullable<PublicRung['held']>, locale: Locale, t: Texts): string {
  const from = formatMonth(held.since, locale);
  return held.until
    ? t('document.rungWasHeld', { from, to: formatMonth(held.until, locale) })
    : t('document.rungHeld', { month: from });
}

/** What a drawing says that is not made of exact amounts. */
const notes = {
  exact: undefined,
  range: 'document.rangeNote',
  rung: 'document.rungNote',
  index: 'document.indexNote',
} as const;

/**
 * Bars of the last year of income, up to two where there is more; a month in which a rung was reached
 * is stamped. Drawn and said as finely as the amounts are shown: an index knows no money.
 */
export function IncomeChart({ income, locale }: { income: PublicIncome; locale: Locale }) {
  const t = textsIn(locale);
  const first = income.months[0];
  const last = income.months.at(-1);
  if (!first || !last) return null;
  const span = Math.min(24, Math.max(12, monthsBetween(first.month, last.month) + 1));
  const totals = new Map(income.months.map(({ month, total }) => [month, total]));
  const stamped = new Set(income.rungs.map(({ reachedOn }) => reachedOn));
  const months = monthsUntil(last.month, span).map((month) => {
    const total = totals.get(month);
    return {
      month,
      label: formatMonthTick(month, locale),
      fullLabel: formatMonth(month, locale),
      total: total ? amountShown(total, locale) : '',
      shortTotal: total ? amountShown(total, locale, 'short') : '',
      ...(total ? drawnOf(total) : { value: 0 }),
      stamp: stamped.has(month),
    };
  });
  const { grain } = last.total;
  const note = notes[grain];
  const from = formatMonth(months[0]?.month ?? first.month, locale);
  const rungs = [
    ...income.rungs.map(({ amount }) => amount),
    ...(income.next ? [income.next] : []),
  ];
  return (
    <MonthlyIncomeChart
      title={t('document.incomeTitle', { from, to: formatMonth(last.month, locale) })}
      caption={note && t(note)}
      tableSummary={t('document.asTable')}
      monthHead={t('document.month')}
      totalHead={t('document.total')}
      months={months}
      rungs={
        grain === 'index'
          ? [{ label: '100', value: 100 }]
          : rungs.map((rung) => ({
              label: formatAmountBrief(moneyOf(rung), locale),
              value: Number(rung.minor),
            }))
      }
      least={grain === 'index' ? 100 : 0}
      sealHref="#solid"
    />
  );
}
