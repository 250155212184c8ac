import type { Month } from '@/lib/calendar';
import {
  type ConvertedTotal,
  convertedTotal,
  type Exchange,
  type MonthSum,
} from '@/lib/exchange/rules';
import type { Currency } from '@/lib/money';
import { type MilestoneSum, netOf } from '@/lib/progress/rules';

/** What one currency left, minor units of its own and (where rates are known) of the base. */
export type CurrencySum = {
  readonly currency: Currency;
  readonly net: bigint;
  readonly milestones: number;
  readonly converted: bigint | null;
};

export type SumsView = {
  /** The base first, then by name. */
  readonly sums: readonly CurrencySum[];
  /** Everything together; null without a base. */
  readonly together: ConvertedTotal | null;
};

/** Net income of `months` in every currency side by side, and in the base where there is one. */
export function sumsView(
  milestones: readonly MilestoneSum[],
  months: ReadonlySet<Month>,
  { base, rates }: Exchange,
): SumsView {
  const byCurrency = new Map<Currency, { months: MonthSum[]; milestones: number }>();
  for (const sum of milestones) {
    const { currency, month } = sum;
    if (sum.kind !== 'income' || currency === null || !months.has(month)) continue;
    const own = byCurrency.get(currency) ?? { months: [], milestones: 0 };
    own.months.push({ currency, minor: netOf(sum), month });
    own.milestones += sum.milestones;
    byCurrency.set(currency, own);
  }
  const sums = [...byCurrency].map(([currency, own]) => {
    const converted = base && convertedTotal(own.months, base, rates);
    return {
      currency,
      net: own.months.reduce((net, { minor }) => net + minor, 0n),
      milestones: own.milestones,
      converted: converted && converted.missing.length === 0 ? converted.minor : null,
    };
  });
  const all = [...byCurrency.values()].flatMap((own) => own.months);
  return {
    sums: sums.sort((a, b) => order(a.currency, base).localeCompare(order(b.currency, base))),
    together: base && convertedTotal(all, base, rates),
  };
}

function order(currency: Currency, base: Currency | null): string {
  return `${currency === base ? 0 : 1}${currency}`;
}
