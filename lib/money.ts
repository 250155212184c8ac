import { limits } from './limits';
import type { Locale } from './locale';
import { ok, type Result, refuse } from './result';

/**
 * Decimal places of each currency's minor unit, ISO 4217 list one. TWD and others that are counted
 * in whole units in daily life still have the places the standard gives them.
 */
const exponents = {
  JPY: 0,
  USD: 2,
  EUR: 2,
  GBP: 2,
  KRW: 0,
  TWD: 2,
  CNY: 2,
  HKD: 2,
  SGD: 2,
  THB: 2,
  VND: 0,
  IDR: 2,
  MYR: 2,
  PHP: 2,
  INR: 2,
  AUD: 2,
  NZD: 2,
  CAD: 2,
  CHF: 2,
  SEK: 2,
  NOK: 2,
  DKK: 2,
  PLN: 2,
  BRL: 2,
  MXN: 2,
  KWD: 3,
  BHD: 3,
} as const;

export type Currency = keyof typeof exponents;
export const currencies = Object.keys(exponents) as [Currency, ...Currency[]];

export function isCurrency(code: unknown): code is Currency {
  return typeof code === 'string' && Object.hasOwn(exponents, code);
}

/** An amount in minor units of its currency. */
export type Money = { readonly minor: bigint; readonly currency: Currency };

/** Decimal places of the minor unit: JPY 0, USD 2, KWD 3. */
export function exponentOf(currency: Currency): number {
  return exponents[currency];
}

export type AmountReason =
  | 'amount-unclear'
  | 'amount-ambiguous'
  | 'amount-negative'
  | 'amount-too-large'
  | 'amount-too-fine'
  | 'amount-other-currency';

const signs: Record<string, readonly string[]> = {
  '¥': ['JPY', 'CNY'],
  円: ['JPY'],
  $: ['USD', 'TWD', 'HKD', 'SGD', 'AUD', 'NZD', 'CAD', 'MXN'],
  '€': ['EUR'],
  '£': ['GBP'],
  '₩': ['KRW'],
  元: ['CNY', 'TWD'],
};
const units: Record<string, number> = { 千: 3, 万: 4, 億: 8, k: 3, m: 6 };

/**
 * Reads what people type for an amount — `300000`, `300,000`, `30万`, `1億2,000万円`, `¥300,000`,
 * `３０万`, `1,234.56`, `300K` — into minor units of `currency`. What it could only guess, it refuses.
 */
export function parseAmount(typed: string, currency: Currency): Result<bigint, AmountReason> {
  let text = typed.normalize('NFKC').replace(/[\s_]/g, '').toLowerCase();
  if (/^[-−–—▲△(]/u.test(text) && /\d/.test(text)) return refuse('amount-negative');

  const sign = /^[^\d.,]+|[a-z]{3}$|[^\d.,千万億km]+$/u.exec(text)?.[0];
  if (sign) {
    const named = signs[sign] ?? (isCurrency(sign.toUpperCase()) ? [sign.toUpperCase()] : null);
    if (!named) return refuse('amount-unclear');
    if (!named.includes(currency)) return refuse('amount-other-currency');
    text = text.startsWith(sign) ? text.slice(sign.length) : text.slice(0, -sign.length);
  }

  const exponent = exponentOf(currency);
  let total = 0n;
  let lastUnit = Number.POSITIVE_INFINITY;
  const part = /(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?([千万億km]?)/uy;
  if (text === '') return refuse('amount-unclear');
  while (part.lastIndex < text.length) {
    const match = part.exec(text);
    if (!match) return refuse('amount-unclear');
    const [, whole = '', fraction = '', unitSign = ''] = match;
    const unit = units[unitSign] ?? 0;
    // 300.000 is three hundred to some and three hundred thousand to others.
    if (unit === 0 && exponent < 3 && fraction.length === 3 && whole.length <= 3) {
      return refuse('amount-ambiguous');
    }
    // 億 before 万 before the rest: 3万2億 means nothing.
    if (unit >= lastUnit) return refuse('amount-unclear');
    lastUnit = unit;
    const places = unit + exponent;
    if (whole.length > 24) return refuse('amount-too-large');
    if (/[^0]/.test(fraction.slice(places))) return refuse('amount-too-fine');
    total += BigInt(whole.replaceAll(',', '') + fraction.slice(0, places).padEnd(places, '0'));
  }
  if (total > limits.amountMinor) return refuse('amount-too-large');
  return ok(total);
}

/** Minor units as a plain decimal: 123456 of USD is `1234.56`. The form of JSON and of form fields. */
export function writeAmount({ minor, currency }: Money): string {
  const exponent = exponentOf(currency);
  if (exponent === 0) return minor.toString();
  const digits = (minor < 0n ? -minor : minor).toString().padStart(exponent + 1, '0');
  return `${minor < 0n ? '-' : ''}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}

/** The exact amount for a reader: `300,000円`, `¥300,000`, `$1,234.56`. */
export function formatAmount(money: Money, locale: Locale): string {
  if (money.currency === 'JPY' && locale === 'ja') return `${money.minor.toLocaleString('ja')}円`;
  const format = formatter(locale, money.currency, 'standard');
  // A string keeps every digit; a number would not beyond 2^53.
  const whole = money.minor % 10n ** BigInt(exponentOf(money.currency)) === 0n;
  return (whole ? formatter(locale, money.currency, 'whole') : format).format(
    writeAmount(money) as Intl.StringNumericLiteral,
  );
}

/**
 * The amount at a glance, cut and never rounded up: `30万円`, `20.7万円`, `¥300K`, `$2.6K`. What is
 * short already is shown in whole units.
 */
export function formatAmountShort(money: Money, locale: Locale): string {
  const whole = money.minor / 10n ** BigInt(exponentOf(money.currency));
  const isLong = (whole < 0n ? -whole : whole) >= (locale === 'ja' ? 10_000n : 1_000n);
  if (money.currency === 'JPY' && locale === 'ja') {
    return `${formatter(locale, money.currency, isLong ? 'yen' : 'plain').format(money.minor)}円`;
  }
  return formatter(locale, money.currency, isLong ? 'compact' : 'cut').format(
    writeAmount(money) as Intl.StringNumericLiteral,
  );
}

/**
 * As short as it gets without losing anything: `10万円`, `¥100K`, but `12,345円` and `$1,234.56`. For
 * what someone set and will look for, such as a rung.
 */
export function formatAmountBrief(money: Money, locale: Locale): string {
  const one = 10n ** BigInt(exponentOf(money.currency));
  const step = locale === 'ja' ? 10_000n : 1_000n;
  let unit = one;
  while (money.minor >= unit * step) unit *= step;
  // At a glance there is one decimal place, and none below the first step.
  const isWhole = money.minor % (unit === one ? one : unit / 10n) === 0n;
  return isWhole ? formatAmountShort(money, locale) : formatAmount(money, locale);
}

const formatters = new Map<string, Intl.NumberFormat>();

const cut = { maximumFractionDigits: 0, roundingMode: 'trunc' } as const;
const compact = {
  notation: 'compact',
  minimumFractionDigits: 0,
  maximumFractionDigits: 1,
  roundingMode: 'trunc',
} as const;
const styles = {
  standard: { style: 'currency' },
  whole: { style: 'currency', maximumFractionDigits: 0 },
  cut: { style: 'currency', ...cut },
  compact: { style: 'currency', ...compact },
  plain: cut,
  yen: compact,
} as const;

function formatter(
  locale: Locale,
  currency: Currency,
  style: keyof typeof styles,
): Intl.NumberFormat {
  const key = `${locale} ${currency} ${style}`;
  let format = formatters.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locale, { currency, ...styles[style] });
    formatters.set(key, format);
  }
  return format;
}

const zoneCurrencies: readonly (readonly [RegExp, Currency])[] = [
  [/^Asia\/Seoul$/, 'KRW'],
  [/^Asia\/Taipei$/, 'TWD'],
  [/^Europe\/London$/, 'GBP'],
  [/^Europe\//, 'EUR'],
  [/^America\//, 'USD'],
];

/** What a form begins with before anything is known of the person but their zone (IANA). */
export function localCurrency(zone: string): Currency {
  return zoneCurrencies.find(([zones]) => zones.test(zone))?.[1] ?? 'JPY';
}
