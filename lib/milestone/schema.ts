import { z } from 'zod';
import { type DatedOn, type Day, firstDay, parseDatedOn, startOfDay } from '../calendar';
import { leakYes } from '../leak/schema';
import { codePointBound, limits } from '../limits';
import type { Bilingual, Locale } from '../locale';
import { type Currency, currencies, isCurrency, parseAmount } from '../money';
import { grains } from '../record/disclosure.rules';
import { boundMarks, cleanBlock, cleanLine, graphemeCount } from '../text';
import {
  type Income,
  isFuture,
  kinds,
  type MilestoneDraft,
  parseHours,
  parseTags,
  visibilities,
} from './rules';

/** Far above every limit: what is longer is no typing. */
const typed = z.string().max(100_000, { error: 'too-long', abort: true }).transform(boundMarks);

/** A milestone's id: UUIDv7, made by the app when the empty form is drawn. */
export const milestoneId = z.uuidv7();

const fields = z.strictObject({
  id: milestoneId,
  /** Of an edit: the version its text was based on. */
  version: z.coerce.number().int().min(1).max(2_147_483_647).optional(),
  kind: z.enum(kinds),
  /** The language `title` and `story` are written in; the other pair is the translation. */
  language: z.enum(['ja', 'en']),
  title: typed,
  story: typed.default(''),
  titleTranslated: typed.default(''),
  storyTranslated: typed.default(''),
  month: typed.default(''),
  date: typed.default(''),
  amount: typed.default(''),
  currency: typed.default(''),
  fees: typed.default(''),
  costs: typed.default(''),
  stream: typed.default(''),
  hours: typed.default(''),
  measureName: typed.default(''),
  measureValue: typed.default(''),
  issuer: typed.default(''),
  tags: typed.default(''),
  visibility: z.enum(visibilities),
  /** Empty: as the record says. */
  disclosure: z.enum([...grains, '']).default(''),
  visibleFrom: typed.default(''),
  evidence: typed.default(''),
  /** It may be public although these names to keep out stand in it. */
  leakAccepted: leakYes,
});

type Fields = z.output<typeof fields>;
type Field = Exclude<keyof Fields, 'version'>;

/** Notes the reason (a key of the interface's `errors`) beside a field. */
type Complain = (field: Field, reason: string) => void;

/**
 * What the milestone form sends, into a draft. Every text is cleaned and bounded; what belongs to
 * another kind is left out; nothing lies after `today` (in the person's `zone`).
 */
export function milestoneForm(today: Day, zone: string) {
  return fields.transform((form, context) => {
    const complain: Complain = (field, reason) =>
      context.addIssue({ code: 'custom', path: [field], message: reason });
    const isIncome = form.kind === 'income';
    const draft: MilestoneDraft = {
      kind: form.kind,
      title: readPair(form, 'title', limits.title, !isIncome, cleanLine, complain),
      story: readPair(form, 'story', limits.story, false, cleanBlock, complain),
      happened: readWhen(form, today, complain),
      income: isIncome ? readIncome(form, complain) : null,
      streamName: isIncome
        ? readText(form, 'stream', limits.streamName, true, cleanLine, complain)
        : null,
      minutes: readMinutes(form, complain),
      measure: form.kind === 'audience' ? readMeasure(form, complain) : null,
      issuer:
        form.kind === 'credential' || form.kind === 'recognition'
          ? readText(form, 'issuer', limits.issuer, false, cleanLine, complain)
          : null,
      tags: readTags(form, complain),
      visibility: form.visibility,
      language: form.language,
      disclosure: isIncome ? form.disclosure || null : null,
      visibleFrom: readVisibleFrom(form, zone, complain),
      evidence: readLinks(form, complain),
    };
    const { id, version, language, leakAccepted } = form;
    return { id, version, language, draft, leakAccepted };
  });
}

function readText(
  form: Fields,
  field: Field,
  most: number,
  required: boolean,
  clean: (typed: string) => string,
  complain: Complain,
): string | null {
  const text = clean(form[field].slice(0, 100_000));
  if (text === '') {
    if (required) complain(field, 'required');
    return null;
  }
  // No text has more graphemes than code units, and counting takes long.
  const isShort = text.length <= most;
  if (!isShort && (graphemeCount(text, most) > most || [...text].length > codePointBound(most))) {
    complain(field, 'too-long');
  }
  return text;
}

function readPair(
  form: Fields,
  field: 'title' | 'story',
  most: number,
  required: boolean,
  clean: (typed: string) => string,
  complain: Complain,
): Bilingual {
  const original = readText(form, field, most, required, clean, complain);
  const translated = readText(form, `${field}Translated`, most, false, clean, complain);
  const inOther: Locale = form.language === 'ja' ? 'en' : 'ja';
  return { [form.language]: original, [inOther]: translated } as Bilingual;
}

function readWhen(form: Fields, today: Day, complain: Complain): DatedOn {
  const field = form.kind === 'income' ? 'month' : 'date';
  const when = parseDatedOn(form[field]);
  const fallback: DatedOn = { day: today, precision: 'day' };
  if (form[field].trim() === '') complain(field, 'required');
  else if (!when) complain(field, 'not-a-date');
  else if (when.day < firstDay) complain(field, 'date-too-early');
  else if (isFuture(when.day, today)) complain(field, 'date-in-future');
  else if (form.kind === 'income' && when.precision === 'year') complain(field, 'not-a-month');
  return when ?? fallback;
}

const lastDay: Day = '2199-12-31';

function readVisibleFrom(form: Fields, zone: string, complain: Complain): Date | null {
  if (form.visibleFrom.trim() === '') return null;
  const dated = parseDatedOn(form.visibleFrom);
  // Wherever the person is, the moment it begins is one the store takes.
  if (dated?.precision === 'day' && dated.day > firstDay && dated.day <= lastDay) {
    return startOfDay(dated.day, zone);
  }
  complain('visibleFrom', 'not-a-day');
  return null;
}

function readIncome(form: Fields, complain: Complain): Income {
  const currency = form.currency.trim().toUpperCase();
  if (!isCurrency(currency)) {
    complain('currency', 'currency-unknown');
    return { minor: 1n, currency: currencies[0], fees: null, costs: null };
  }
  const amount = readAmount(form, 'amount', currency, complain);
  if (amount === null && form.amount.trim() === '') complain('amount', 'required');
  if (amount === 0n) complain('amount', 'amount-zero');
  const fees = readAmount(form, 'fees', currency, complain);
  if (amount !== null && fees !== null && fees > amount) complain('fees', 'fees-above-amount');
  return {
    minor: amount ?? 1n,
    currency,
    fees,
    costs: readAmount(form, 'costs', currency, complain),
  };
}

function readAmount(
  form: Fields,
  field: 'amount' | 'fees' | 'costs',
  currency: Currency,
  complain: Complain,
): bigint | null {
  if (form[field].trim() === '') return null;
  const amount = parseAmount(form[field], currency);
  if (amount.ok) return amount.value;
  complain(field, amount.reason);
  return null;
}

function readMinutes(form: Fields, complain: Complain): number | null {
  if (form.hours.trim() === '') return null;
  const minutes = parseHours(form.hours);
  if (minutes === null || minutes === 0) complain('hours', 'hours-unclear');
  else if (minutes > limits.minutes) complain('hours', 'hours-too-many');
  return minutes;
}

function readMeasure(form: Fields, complain: Complain): MilestoneDraft['measure'] {
  const name = readText(form, 'measureName', limits.measureName, false, cleanLine, complain);
  // A count is written like an amount without decimals: 1,200 or 1.2万.
  const value = parseAmount(form.measureValue, 'JPY');
  if (form.measureValue.trim() === '') complain('measureValue', 'required');
  else if (!value.ok) complain('measureValue', 'count-unclear');
  return { name, value: value.ok ? value.value : 0n };
}

function readTags(form: Fields, complain: Complain): string[] {
  const tags = parseTags(cleanBlock(form.tags));
  if (tags.length > limits.tags) complain('tags', 'too-many-tags');
  else if (
    tags.some(
      (tag) =>
        graphemeCount(tag, limits.tag) > limits.tag || [...tag].length > codePointBound(limits.tag),
    )
  ) {
    complain('tags', 'tag-too-long');
  }
  return tags;
}

function readLinks(form: Fields, complain: Complain): string[] {
  const lines = form.evidence.split(/\s+/).filter((line) => line !== '');
  if (lines.length > limits.evidenceLinks) {
    complain('evidence', 'too-many-links');
    return [];
  }
  const links = lines.map(parseLink);
  if (links.some((link) => link === null)) complain('evidence', 'not-a-link');
  return [...new Set(links.filter((link) => link !== null))];
}

/** An http(s) address without credentials, as the browser would understand it; else null. */
export function parseLink(typed: string): string | null {
  // A browser drops control signs within a scheme; what holds any is refused instead.
  if (typed !== cleanLine(typed) || !URL.canParse(typed)) return null;
  const url = new URL(typed);
  const web = url.protocol === 'https:' || url.protocol === 'http:';
  if (!web || url.username !== '' || url.password !== '' || url.href.length > limits.url) {
    return null;
  }
  return url.href;
}
