import { z } from 'zod';
import { type Day, firstDay, parseDatedOn } from '../calendar';
import { codePointBound, limits } from '../limits';
import { isFuture, parseHours } from '../milestone/rules';
import { boundMarks, cleanLine, graphemeCount } from '../text';
import { noSubject, purposes, readSubject } from './rules';

/** Far above every limit: what is longer is no typing. */
const typed = z.string().max(10_000, { error: 'too-long', abort: true }).transform(boundMarks);

/** An effort's and a timer's id: UUIDv7, made by the app when the empty form is drawn. */
export const effortId = z.uuidv7();

const version = z.coerce.number().int().min(1).max(2_147_483_647).optional();

/** `stream:<id>`, `skill:<id>` or nothing; anything else was never offered. */
const subject = z
  .string()
  .max(50)
  .transform((text, context) => {
    const ids = readSubject(text);
    if (!ids) context.addIssue({ code: 'custom', message: 'form-malformed' });
    return ids ?? noSubject;
  });

/** Minutes from what people type for a time; at most a day. */
const minutesTyped = typed.transform(readMinutes);

function readMinutes(text: string, context: z.RefinementCtx): number {
  const minutes = parseHours(text);
  const reason = reasonAgainst(text, minutes);
  if (reason) context.addIssue({ code: 'custom', message: reason });
  return minutes ?? 0;
}

function reasonAgainst(text: string, minutes: number | null) {
  if (text.trim() === '') return 'required';
  if (minutes === null) return 'hours-unclear';
  if (minutes === 0) return 'effort-zero';
  return minutes > limits.effortMinutes ? 'effort-over-day' : null;
}

function lineOf(most: number) {
  return typed.transform((text, context) => {
    const line = cleanLine(text);
    if (graphemeCount(line, most) > most || [...line].length > codePointBound(most)) {
      context.addIssue({ code: 'custom', message: 'too-long' });
    }
    return line === '' ? null : line;
  });
}

/** What the form sends that logs or edits an effort in full; nothing lies after `today`. */
export function effortForm(today: Day) {
  return z.strictObject({
    id: effortId,
    /** Of an edit: the version its text was based on. */
    version,
    purpose: z.enum(purposes),
    subject,
    /** A skill that is not among the subjects yet; comes before the one chosen. */
    newSkill: lineOf(limits.streamName),
    hours: minutesTyped,
    date: typed.transform((text, context): Day => {
      const when = parseDatedOn(text);
      const complain = (message: string) => context.addIssue({ code: 'custom', message });
      if (text.trim() === '') complain('required');
      else if (when?.precision !== 'day') complain('not-a-day');
      else if (when.day < firstDay) complain('date-too-early');
      else if (isFuture(when.day, today)) complain('date-in-future');
      return when?.day ?? today;
    }),
    note: lineOf(limits.effortNote),
  });
}

/** One tap: so many minutes of today, or the timer from now on. */
export const tapForm = z
  .strictObject({
    id: effortId,
    purpose: z.enum(purposes),
    subject,
    minutes: z
      .string()
      .regex(/^\d{1,9}$/)
      .transform(Number)
      .pipe(z.number().min(1, 'effort-zero').max(limits.effortMinutes, 'effort-over-day'))
      .optional(),
    start: z.literal('timer').optional(),
  })
  .refine(({ minutes, start }) => (minutes === undefined) !== (start === undefined));

/** Stopping the timer; `hours` where it is asked how long it really was. */
export const stopForm = z.strictObject({
  id: effortId,
  hours: typed
    .transform((text, context) => (text.trim() === '' ? null : readMinutes(text, context)))
    .default(null),
});

/** One effort or timer by its id. */
export const oneEffort = z.strictObject({ id: z.uuid() });

/** `?after=2026-08-12_<id>`: where the page before ended; null where it makes no sense. */
export function readAfter(text: unknown): { day: Day; id: string } | null {
  const [day = '', id = ''] = typeof text === 'string' ? text.split('_') : [];
  const when = parseDatedOn(day);
  const isCursor =
    when?.precision === 'day' && when.day >= firstDay && z.uuid().safeParse(id).success;
  return isCursor ? { day: when.day, id } : null;
}
