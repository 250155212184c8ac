import type { Day, Month } from '../calendar';
import type { Locale } from '../locale';
import { type Currency, exponentOf, type Money } from '../money';
import { ok, type Result, refuse } from '../result';

/** What one whole unit of `currency` is worth in `base` from `day` on, as its owner entered it. */
export type Rate = {
  readonly currency: Currency;
  readonly base: Currency;
  readonly day: Day;
  /** Whole units of `base`, in billionths. */
  readonly nanos: bigint;
};

/** What a person reckons in: a currency of their own choice, or none, and the rates they entered. */
export type Exchange = { readonly base: Currency | null; readonly rates: readonly Rate[] };

const places = 9;
const mostNanos = 999_999_999_999_999n;

export type RateReason =
  | 'rate-unclear'
  | 'rate-zero'
  | 'rate-negative'
  | 'rate-too-large'
  | 'rate-too-fine';

/** Reads a rate as people type it — `151.2`, `0.0066`, `1,300`, full-width too — into billionths. */
export function parseRate(typed: string): Result<bigint, RateReason> {
  const text = typed.normalize('NFKC').replace(/\s/g, '');
  if (/^[-−–—▲△(]/u.test(text) && /\d/.test(text)) return refuse('rate-negative');
  const match = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) return refuse('rate-unclear');
  const [, whole = '', fraction = ''] = match;
  if (/[^0]/.test(fraction.slice(places))) return refuse('rate-too-fine');
  const digits = whole.replaceAll(',', '') + fraction.slice(0, places).padEnd(places, '0');
  if (digits.replace(/^0+/, '').length > mostNanos.toString().length) {
    return refuse('rate-too-large');
  }
  const nanos = BigInt(digits);
  return nanos === 0n ? refuse('rate-zero') : ok(nanos);
}

/** A rate as a plain decimal: `151.2`. */
export function writeRate(nanos: bigint): string {
  const digits = nanos.toString().padStart(places + 1, '0');
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`.replace(/\.?0+$/, '');
}

/** A rate for a reader: `151.2`, `1,300`. */
export function formatRate(nanos: bigint, locale: Locale): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: places }).format(
    writeRate(nanos) as Intl.StringNumericLiteral,
  );
}

/** An amount in another currency, and by which rate; `rate` is null where nothing was converted. */
export type Converted = { readonly minor: bigint; readonly rate: Rate | null };

/**
 * What came in during `month`, in `base`: exact, rounded once, half away from zero, to the minor
 * unit. By the latest rate entered for the last day of that month or before, else the earliest
 * after it. Null: no rate is known.
 */
export function convert(
  money: Money,
  base: Currency,
  rates: readonly Rate[],
  month: Month,
): Converted | null {
  if (money.currency === base) return { minor: money.minor, rate: null };
  const rate = rateOf(money.currency, base, rates, month);
  if (!rate) return null;
  const product = money.minor * rate.nanos * 10n ** BigInt(exponentOf(base));
  return { minor: divide(product, 10n ** BigInt(exponentOf(money.currency) + places)), rate };
}

function rateOf(
  currency: Currency,
  base: Currency,
  rates: readonly Rate[],
  month: Month,
): Rate | null {
  let before: Rate | null = null;
  let after: Rate | null = null;
  for (const rate of rates) {
    if (rate.currency !== currency || rate.base !== base) continue;
    if (isLater(rate, month)) {
      if (!after || rate.day < after.day) after = rate;
    } else if (!before || rate.day > before.day) before = rate;
  }
  return before ?? after;
}

/** Whether a rate was entered only for days after `month`. */
function isLater(rate: Rate, month: Month): boolean {
  return rate.day.slice(0, 7) > month;
}

function divide(numerator: bigint, denominator: bigint): bigint {
  const size = numerator < 0n ? -numerator : numerator;
  const rounded = (2n * size + denominator) / (2n * denominator);
  return numerator < 0n ? -rounded : rounded;
}

/** A sum of one month in one currency, minor units; may be negative. */
export type MonthSum = Money & { readonly month: Month };

/** A rate with how many months it converted, and how many of those lie before its day. */
export type UsedRate = {
  readonly rate: Rate;
  readonly months: number;
  readonly monthsBefore: number;
};

export type ConvertedTotal = {
  /** Minor units of the base. */
  readonly minor: bigint;
  /** By currency, newest first. */
  readonly used: readonly UsedRate[];
  /** Currencies that no rate is known for; they are not in the total. */
  readonly missing: readonly Currency[];
};

/** Everything in `base`, month by month: each month's sum of a currency is rounded once. */
export function convertedTotal(
  sums: readonly MonthSum[],
  base: Currency,
  rates: readonly Rate[],
): ConvertedTotal {
  const byMonth = new Map<string, MonthSum>();
  for (const sum of sums) {
    const key = `${sum.currency} ${sum.month}`;
    const before = byMonth.get(key)?.minor ?? 0n;
    byMonth.set(key, { ...sum, minor: before + sum.minor });
  }
  let total = 0n;
  const used = new Map<Rate, UsedRate>();
  const missing = new Set<Currency>();
  for (const sum of byMonth.values()) {
    const converted = convert(sum, base, rates, sum.month);
    if (!converted) missing.add(sum.currency);
    else total += converted.minor;
    const rate = converted?.rate;
    if (!rate) continue;
    const { months, monthsBefore } = used.get(rate) ?? { months: 0, monthsBefore: 0 };
    const isBefore = isLater(rate, sum.month);
    used.set(rate, {
      rate,
      months: months + 1,
      monthsBefore: monthsBefore + (isBefore ? 1 : 0),
    });
  }
  return {
    minor: total,
    used: [...used.values()].sort((a, b) => byCurrencyThenDay(a.rate, b.rate)),
    missing: [...missing].sort(),
  };
}

function byCurrencyThenDay(a: Rate, b: Rate): number {
  if (a.currency !== b.currency) return a.currency < b.currency ? -1 : 1;
  return a.day < b.day ? 1 : -1;
}
