import type { AmountReason } from '../money';
import { type Currency, currencies, isCurrency, parseAmount } from '../money';
import type { Result } from '../result';
import { refuse } from '../result';
import { hasKanjiNumeral, spellOut } from './numerals.rules';

/** What looks like an amount, or like a count of people. Whether it is one, the kind decides. */
export type NumberRead = {
  readonly used: number;
  /** For parseAmount: plain digits and units, with the sign or code of its currency. */
  readonly text: string;
  /** What says that it is more than a number: a currency, or 万, k, a comma. */
  readonly mark: 'currency' | 'unit' | 'none';
};

const worded = new Map([
  ...['ドル', 'dollar', 'dollars'].map((word) => [word, '$'] as const),
  ...['ユーロ', 'euro', 'euros'].map((word) => [word, 'eur'] as const),
  ['ポンド', 'gbp'],
  ['ウォン', 'krw'],
  ['yen', 'jpy'],
]);
const signs = ['¥', '$', '€', '£', '₩', '円', '元'];
/** Currencies whose codes are everyday words of work: alone or in front they are part of a name. */
const everyday = ['php', 'cad'];

const shape =
  /^([-−–—▲△+]?)([¥$€£₩]|[a-z]{3})?([\d.,千百十万億〇零一二三四五六七八九]+[km]?(?![a-z]{2}$))([^\d.,]{1,8})?$/u;
const people = /^(?:人|名|フォロワー|読者|登録者|followers?|subscribers?|readers?)$/;

/**
 * An amount at word `at`: `30000`, `30,000円`, `3万`, `三万`, `$120.50`, `120 usd`, `30k`. Null: none
 * begins here. `90m` is a time and no millions, unless a currency stands in front.
 */
export function readNumber(words: readonly string[], at: number): NumberRead | null {
  const own = oneNumber(words[at] ?? '');
  if (own?.mark === 'currency') return own;
  const [before, after] = [signOf(words[at]), signOf(words[at + 1])];
  if (own) return after ? { used: 2, text: own.text + after, mark: 'currency' } : own;
  const next = before ? oneNumber(words[at + 1] ?? '') : null;
  if (!next || next.mark === 'currency') return null;
  return { used: 2, text: next.text + before, mark: 'currency' };
}

/** A count of people at word `at`: `1,200人`, `1.2万 フォロワー`, `1200 followers`. */
export function readPeople(words: readonly string[], at: number): NumberRead | null {
  const word = words[at] ?? '';
  const [, number = '', unit = ''] =
    /^([\d.,千百十万億〇一二三四五六七八九]+k?)(\D{1,11})$/u.exec(word) ?? [];
  const isTogether = people.test(unit);
  const own = isTogether ? oneNumber(number) : people.test(words[at + 1] ?? '') && oneNumber(word);
  return own && own.mark !== 'currency' ? { ...own, used: isTogether ? 1 : 2 } : null;
}

function oneNumber(word: string): NumberRead | null {
  const [, minus = '', prefix = '', digits = '', suffix = ''] = shape.exec(word) ?? [];
  const isNumeral =
    /\d/.test(digits) || (hasKanjiNumeral(digits) && /.[十百千万億]|[十百]./.test(digits));
  if (!isNumeral) return null;
  const [front, back] = [signOf(prefix), worded.get(suffix) ?? suffix];
  if ((prefix && !front) || (back && !isSign(back)) || (/m$/.test(digits) && !front)) return null;
  const plain = hasKanjiNumeral(digits) ? spellOut(digits) : digits;
  if (plain === null) return null;
  const mark = front || back ? 'currency' : /^\d+(?:\.\d+)?$/.test(digits) ? 'none' : 'unit';
  return { used: 1, text: `${/[^+]/.test(minus) ? '-' : ''}${front ?? ''}${plain}${back}`, mark };
}

function isSign(text: string): boolean {
  return signs.includes(text) || isCurrency(text.toUpperCase());
}

/** A word that names a currency by itself, as parseAmount knows it. */
function signOf(word: string | undefined): string | null {
  if (!word || everyday.includes(word)) return null;
  const sign = worded.get(word) ?? word;
  return isSign(sign) ? sign : null;
}

export type CurrencyReason = AmountReason | 'capture-currency';

/**
 * The amount in the currency it names, else in `preferred`. `$` and `¥` alone mean dollars of the
 * United States and yen unless the person's own currency goes by the same sign; 元, which two of
 * the others share, is not guessed.
 */
export function readMoney(
  text: string,
  preferred: Currency,
): Result<{ minor: bigint; currency: Currency }, CurrencyReason> {
  const named = [preferred, 'JPY' as const, 'USD' as const].find((currency) =>
    fits(text, currency),
  );
  const others = named ? [named] : currencies.filter((currency) => fits(text, currency));
  const [currency] = others;
  if (!currency || others.length > 1) return refuse('capture-currency');
  const amount = parseAmount(text, currency);
  return amount.ok ? { ok: true, value: { minor: amount.value, currency } } : amount;
}

function fits(text: string, currency: Currency): boolean {
  const amount = parseAmount(text, currency);
  return amount.ok || amount.reason !== 'amount-other-currency';
}
