import { type DatedOn, type Day, firstDay, monthOf, writeDatedOn } from '../calendar';
import { isPurpose } from '../effort/rules';
import { codePointBound, limits } from '../limits';
import { isFuture, writeHours } from '../milestone/rules';
import { type Currency, parseAmount, writeAmount } from '../money';
import { cleanLine, graphemeCount } from '../text';
import { readMoney } from './amounts.rules';
import type { What } from './kinds.rules';
import { type Meaning, meaningOf } from './meaning.rules';
import { tokensOf } from './tokens.rules';

/** The text of the fields that a line fills; what it does not say is empty. */
export type CaptureDraft = {
  readonly what: What;
  readonly title: string;
  readonly amount: string;
  readonly currency: Currency;
  readonly fees: string;
  readonly costs: string;
  readonly stream: string;
  /** As writeDatedOn: a month for income, a day for minutes spent, else what is known. */
  readonly date: string;
  readonly hours: string;
  readonly measureName: string;
  readonly measureValue: string;
  /** What minutes were spent on. */
  readonly subject: string;
  /** The line itself calls the subject a skill; else it may be a stream. */
  readonly isSkill: boolean;
};

/** Every reason why a line is not read; all have words in the interface. */
export const captureReasons = [
  'amount-unclear',
  'amount-ambiguous',
  'amount-negative',
  'amount-too-large',
  'amount-too-fine',
  'amount-other-currency',
  'capture-currency',
  'capture-empty',
  'capture-no-kind',
  'capture-two-kinds',
  'capture-two-numbers',
  'capture-two-dates',
  'capture-two-times',
  'capture-number-unclear',
  'capture-amount-here',
  'amount-zero',
  'count-unclear',
  'not-a-date',
  'not-a-month',
  'not-a-day',
  'date-in-future',
  'date-too-early',
  'hours-unclear',
  'hours-too-many',
  'effort-over-day',
  'too-long',
] as const;
export type CaptureReason = (typeof captureReasons)[number];

/** Why a line is not read, and the part of it that is meant; empty where all of it is. */
export type Unread = { readonly ok: false; readonly reason: CaptureReason; readonly part: string };
export type Captured = { readonly ok: true; readonly draft: CaptureDraft } | Unread;

/**
 * One line as the fields of a form, or the reason why not. Never throws; takes time in proportion to
 * the line, which has at most `limits.captureLine` signs.
 *
 *     line   = [kind] (date | time | amount | "fees" amount | count | name)*   in any order
 *     kind   = income 収入 · skill スキル · work 制作 · audience 発信 · credential 資格 ·
 *              recognition 評価 · building 実績づくり · networking 人付き合い
 *     date   = 昨日 · 先月 · 3日前 · last month · 2 days ago · 8/12 · 8月 · Aug · 2026-08-12 …
 *     time   = 6h · 6.5h · 6:30 · 90m · 6時間 · 1時間半 · 2 hours …
 *     amount = 30000 · 3万円 · 十二万三千 · $120.50 · 120 usd … ;  count = the same, with 人 perhaps
 *     name   = every other word, and whatever stands in "quotes"
 *
 * The kind is what the line begins with; elsewhere a kind word counts unless it is an everyday word
 * (work, building …) or the rest does not suit it. Without one, an amount means income, and a time
 * with a name building effort; a name alone means nothing. `skill` with a time is building effort
 * on that skill. Only income has amounts: in other lines a bare number belongs to the name, a year
 * that has begun is the date, and an amount with a currency is refused.
 *
 * Two of anything that there is one of, and a bare number that may be anything, are refused by name.
 * The day is today and the month this one where the line says nothing; nothing lies after `today`.
 */
export function parseCapture(line: string, known: { today: Day; currency: Currency }): Captured {
  const most = limits.captureLine;
  const text = line.slice(0, codePointBound(most) * 2);
  if (text !== line || graphemeCount(cleanLine(text), most) > most) return unread('too-long', '');
  const meaning = meaningOf(tokensOf(text, known.today));
  if ('reason' in meaning) return meaning;
  return draftOf(meaning, known);
}

/** The fields that must still be filled before the draft can be saved, in the form's order. */
export function missingIn(draft: CaptureDraft): (keyof CaptureDraft)[] {
  return neededBy(draft.what).filter((field) => draft[field] === '');
}

function neededBy(what: What): (keyof CaptureDraft)[] {
  if (what === 'income') return ['amount', 'stream'];
  if (isPurpose(what)) return ['hours'];
  return what === 'audience' ? ['title', 'measureValue'] : ['title'];
}

function draftOf(meaning: Meaning, known: { today: Day; currency: Currency }): Captured {
  const { what, name } = meaning;
  const isIncome = what === 'income';
  const isEffort = isPurpose(what);

  const date = readWhen(meaning, known.today);
  if ('reason' in date) return date;
  const hours = readMinutes(meaning);
  if (typeof hours !== 'string') return hours;
  const money = readIncome(meaning, known.currency);
  if ('reason' in money) return money;
  const count = readCount(meaning);
  if (typeof count !== 'string') return count;

  const draft: CaptureDraft = {
    what,
    title: isIncome || isEffort ? '' : name,
    ...money,
    stream: isIncome ? name : '',
    date: isIncome ? monthOf(date.day) : writeDatedOn(date),
    hours,
    measureName: what === 'audience' ? name : '',
    measureValue: count,
    subject: isEffort ? name : '',
    isSkill: meaning.isSkill,
  };
  return { ok: true, draft };
}

function readWhen({ what, date }: Meaning, today: Day): DatedOn | Unread {
  if (!date) return { day: today, precision: 'day' };
  const { when, raw } = date;
  if (!when) return unread('not-a-date', raw);
  if (when.day < firstDay) return unread('date-too-early', raw);
  if (isFuture(when.day, today)) return unread('date-in-future', raw);
  if (what === 'income' && when.precision === 'year') return unread('not-a-month', raw);
  if (isPurpose(what) && when.precision !== 'day') return unread('not-a-day', raw);
  return when;
}

function readMinutes({ what, time }: Meaning): string | Unread {
  if (!time) return '';
  if (time.minutes === 0) return unread('hours-unclear', time.raw);
  if (time.minutes > limits.minutes) return unread('hours-too-many', time.raw);
  if (isPurpose(what) && time.minutes > limits.effortMinutes) {
    return unread('effort-over-day', time.raw);
  }
  return writeHours(time.minutes);
}

type Money = Pick<CaptureDraft, 'amount' | 'currency' | 'fees' | 'costs'>;

function readIncome({ amounts }: Meaning, preferred: Currency): Money | Unread {
  const texts = { amount: '', fees: '', costs: '' };
  let currency = preferred;
  for (const role of ['amount', 'fees', 'costs'] as const) {
    const typed = amounts[role];
    if (!typed) continue;
    const read = readMoney(typed.text, currency);
    if (!read.ok) return unread(read.reason, typed.raw);
    // What was kept of an amount is in its currency.
    if (role !== 'amount' && amounts.amount && read.value.currency !== currency) {
      return unread('amount-other-currency', typed.raw);
    }
    if (role === 'amount' && read.value.minor === 0n) return unread('amount-zero', typed.raw);
    currency = read.value.currency;
    texts[role] = writeAmount(read.value);
  }
  return { ...texts, currency };
}

function readCount({ count }: Meaning): string | Unread {
  if (!count) return '';
  // A count is written like an amount without decimals.
  const value = parseAmount(count.text, 'JPY');
  return value.ok ? value.value.toString() : unread('count-unclear', count.raw);
}

/** A refusal with the part of the line that it is about. */
export function unread(reason: CaptureReason, part: string): Unread {
  return { ok: false, reason, part };
}
