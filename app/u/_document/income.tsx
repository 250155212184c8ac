import { type LadderRung, LadderView } from '@/app/_charts/ladder-view';
import { MonthlyIncomeChart } from '@/app/_charts/monthly-income-chart';
import { type Texts, textsIn } from '@/app/_text/texts';
import { formatMonth, formatMonthTick, monthsBetween, monthsUntil } from '@/lib/calendar';
import { isFirstEarned } from '@/lib/ladder/rules';
import type { Locale } from '@/lib/locale';
import { formatAmount, formatAmountBrief, formatAmountShort, type Money } from '@/lib/money';
import { moneyOf, type PublicAmount } from '@/lib/record/disclosure';
import type { PublicIncome, PublicRung } from '@/lib/record/public/shape';

/**
 * The rung to show first: the highest held still, else the highest reached. The first yen is no
 * headline for whoever has climbed further.
 */
export function standing(income: PublicIncome | undefined): PublicRung | undefined {
  return (
    income?.rungs.findLast((rung) => isHolding(rung.held) && !isFirst(rung)) ?? income?.rungs.at(-1)
  );
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

/** The rungs reached and the next one. */
export function Ladder({ income, locale }: { income: PublicIncome; locale: Locale }) {
  return <LadderView rungs={rungsShown(income, locale)} compact />;
}

/** The rungs reached and the next one, lowest first, in words. */
export function rungsShown(income: PublicIncome, locale: Locale): LadderRung[] {
  const t = textsIn(locale);
  const label = (amount: PublicAmount) => formatAmountBrief(moneyOf(amount), locale);
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

/** Bars of the last year of income, up to two where there is more; a month in which a rung was reached is stamped. */
export function IncomeChart({ income, locale }: { income: PublicIncome; locale: Locale }) {
  const t = textsIn(locale);
  const first = income.months[0];
  const last = income.months.at(-1);
  if (!first || !last) return null;
  const span = Math.min(24, Math.max(12, monthsBetween(first.month, last.month) + 1));
  const totals = new Map(income.months.map(({ month, total }) => [month, moneyOf(total)]));
  const stamped = new Set(income.rungs.map(({ reachedOn }) => reachedOn));
  const months = monthsUntil(last.month, span).map((month) => {
    const money: Money = totals.get(month) ?? { minor: 0n, currency: income.currency };
    return {
      month,
      label: formatMonthTick(month, locale),
      total: formatAmount(money, locale),
      shortTotal: formatAmountShort(money, locale),
      value: Number(money.minor),
      stamp: stamped.has(month),
    };
  });
  const from = formatMonth(months[0]?.month ?? first.month, locale);
  const rungs = [
    ...income.rungs.map(({ amount }) => amount),
    ...(income.next ? [income.next] : []),
  ];
  return (
    <MonthlyIncomeChart
      title={t('document.incomeTitle', { from, to: formatMonth(last.month, locale) })}
      tableSummary={t('document.asTable')}
      monthHead={t('document.month')}
      totalHead={t('document.total')}
      months={months}
      rungs={rungs.map((rung) => ({
        label: formatAmountBrief(moneyOf(rung), locale),
        value: Number(rung.minor),
      }))}
    />
  );
}
