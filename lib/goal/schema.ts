import { z } from 'zod';
import {
  addMonths,
  type Day,
  firstDay,
  firstOf,
  type Month,
  monthOf,
  parseDatedOn,
} from '../calendar';
import { limits } from '../limits';
import { kinds, parseHours } from '../milestone/rules';
import { isCurrency, parseAmount } from '../money';
import { boundMarks } from '../text';
import { type Goal, measures, unitOf } from './rules';

/** What a person says of a goal; the store adds its place, its version and what became of it. */
export type GoalDraft = Pick<
  Goal,
  | 'measure'
  | 'streamId'
  | 'skillId'
  | 'audienceId'
  | 'kind'
  | 'currency'
  | 'target'
  | 'dueOn'
  | 'every'
  | 'since'
>;

/** The last day the store takes. */
export const lastDay: Day = '2199-12-31';

/** A goal's id: UUIDv7, made by the app when the empty form is drawn. */
export const goalId = z.uuidv7();

const version = z.coerce.number().int().min(1).max(2_147_483_647);
const typed = z.string().max(1_000, { error: 'too-long', abort: true }).transform(boundMarks);
/** A select whose first choice is none. */
const chosen = z.union([z.literal(''), z.uuid()]).default('');

const fields = z.strictObject({
  id: goalId,
  /** Of an edit: the version its text was based on. */
  version: version.optional(),
  measure: z.enum(measures),
  target: typed,
  by: typed.default(''),
  every: z.enum(['', 'month', 'year']).default(''),
  since: typed.default(''),
  stream: chosen,
  skill: chosen,
  audience: chosen,
  kind: z.enum(kinds).default('income'),
  currency: typed.default(''),
});

type Fields = z.output<typeof fields>;
type Complain = (field: keyof Fields, reason: string) => void;

/**
 * What the goal form sends, into a draft. Only what the measure needs is read and the rest left out:
 * a goal that recurs has no date, followers never recur. `today` in the person's zone.
 */
export function goalForm(today: Day) {
  return fields.transform((form, context) => {
    const complain: Complain = (field, reason) =>
      context.addIssue({ code: 'custom', path: [field], message: reason });
    const { measure } = form;
    const isMoney = unitOf(measure) === 'money';
    const every = measure === 'followers' || form.every === '' ? null : form.every;
    const dueOn = every ? null : readBy(form, today, complain);
    const draft: GoalDraft = {
      measure,
      streamId: isMoney && form.stream !== '' ? form.stream : null,
      skillId: measure === 'skill_hours' ? readSubject(form, 'skill', complain) : null,
      audienceId: measure === 'followers' ? readSubject(form, 'audience', complain) : null,
      kind: measure === 'milestones' ? form.kind : null,
      ...readTarget(form, complain),
      dueOn,
      every,
      since: every || !countsFrom(measure) ? null : readSince(form, dueOn, complain),
    };
    return { id: form.id, version: form.version, draft };
  });
}

/** The form that puts an open goal's date off. */
export function extendForm(today: Day) {
  return z.strictObject({ id: goalId, version, extendTo: typed }).transform((form, context) => {
    const complain = (reason: string) =>
      context.addIssue({ code: 'custom', path: ['extendTo'], message: reason });
    if (form.extendTo.trim() === '') complain('required');
    const dueOn = readDay(form.extendTo, today, complain);
    return { id: form.id, version: form.version, dueOn: dueOn ?? today };
  });
}

/** Whether a goal of this measure may leave out what came before a month; followers are as they are. */
function countsFrom(measure: Goal['measure']): boolean {
  return measure !== 'followers';
}

function readTarget(form: Fields, complain: Complain): Pick<GoalDraft, 'target' | 'currency'> {
  const unit = unitOf(form.measure);
  const code = form.currency.trim().toUpperCase();
  const currency = unit === 'money' && isCurrency(code) ? code : null;
  const read = { target: 1n, currency };
  if (unit === 'money' && currency === null) complain('currency', 'currency-unknown');
  else if (form.target.trim() === '') complain('target', 'required');
  else if (unit === 'minutes') {
    const minutes = readHours(form.target);
    if (minutes === null) complain('target', 'hours-unclear');
    else if (minutes === 0n) complain('target', 'goal-zero');
    else if (minutes > limits.levelMinutes) complain('target', 'goal-hours-too-many');
    else read.target = minutes;
  } else {
    const amount = parseAmount(form.target, currency ?? 'JPY');
    if (!amount.ok) complain('target', currency ? amount.reason : countReasonOf(amount.reason));
    else if (amount.value === 0n) complain('target', 'goal-zero');
    else if (amount.value > (currency ? limits.amountMinor : limits.measureValue)) {
      complain('target', currency ? 'amount-too-large' : 'count-too-large');
    } else read.target = amount.value;
  }
  return read;
}

function countReasonOf(reason: string): string {
  return reason === 'amount-too-large' ? 'count-too-large' : 'count-unclear';
}

/** Minutes from hours as people write many of them: what `parseHours` reads, `1,000` and `1万時間`. */
function readHours(typed: string): bigint | null {
  const text = typed.normalize('NFKC').replace(/\s/g, '');
  const minutes = parseHours(text);
  if (minutes !== null) return BigInt(minutes);
  const many = /^(\d[\d,.]*[千万億]?)(?:h|hours?|時間)?$/i.exec(text)?.[1];
  const hours = many === undefined ? null : parseAmount(many, 'JPY');
  if (hours?.ok) return hours.value * 60n;
  return hours?.reason === 'amount-too-large' ? limits.amountMinor : null;
}

function readSubject(form: Fields, field: 'skill' | 'audience', complain: Complain): string | null {
  if (form[field] !== '') return form[field];
  complain(field, `${field}-missing`);
  return null;
}

function readBy(form: Fields, today: Day, complain: Complain): Day | null {
  return readDay(form.by, today, (reason) => complain('by', reason));
}

/** The last day of what was typed: a month's last, a year's last. Null: nothing, or refused. */
function readDay(typed: string, today: Day, complain: (reason: string) => void): Day | null {
  if (typed.trim() === '') return null;
  const dated = parseDatedOn(typed);
  if (!dated) {
    complain('not-a-date');
    return null;
  }
  // Beyond it there is no last day of a month to find.
  if (dated.day > lastDay) {
    complain('date-too-late');
    return null;
  }
  const day = lastOf(dated.day, dated.precision === 'year' ? 12 : 1, dated.precision);
  if (day < today) complain('date-in-past');
  else return day;
  return null;
}

function lastOf(day: Day, months: number, precision: 'day' | 'month' | 'year'): Day {
  if (precision === 'day') return day;
  const next = new Date(`${firstOf(addMonths(monthOf(day), months))}T00:00:00.000Z`);
  next.setUTCDate(0);
  return next.toISOString().slice(0, 10) as Day;
}

function readSince(form: Fields, dueOn: Day | null, complain: Complain): Month | null {
  if (form.since.trim() === '') return null;
  const dated = parseDatedOn(form.since);
  if (!dated) complain('since', 'not-a-date');
  else if (dated.precision === 'year') complain('since', 'not-a-month');
  else if (dated.day < firstDay) complain('since', 'date-too-early');
  else if (dated.day > lastDay) complain('since', 'date-too-late');
  else if (dueOn && dated.day > dueOn) complain('since', 'since-after-by');
  else return monthOf(dated.day);
  return null;
}
