import { z } from 'zod';
import { type Day, firstDay, type Month, parseDatedOn } from '../calendar';
import { lastDay } from '../goal/schema';
import { limits } from '../limits';
import { type Currency, isCurrency, type Money, parseAmount } from '../money';
import { networks } from '../share/networks.rules';
import { origins } from '../stream/rules';
import { cleanBlock, cleanLine, truncate } from '../text';
import { typedText } from '../text.schema';
import { senderEmail, senderName } from './schema';
import { outcomes, states, subjects } from './state.rules';

/** An inquiry's id: UUIDv7, of the form it came by. */
export const inquiryId = z.uuidv7();

const version = z.coerce.number().int().min(1).max(2_147_483_647);
const outcome = z
  .union([z.literal(''), z.enum(outcomes)])
  .transform((chosen) => (chosen === '' ? null : chosen));

const query = z.object({
  state: z
    .enum([...states, 'due'])
    .optional()
    .catch(undefined),
  q: z
    .string()
    .transform((text) => truncate(cleanLine(text.slice(0, 10_000)), limits.searchQuery))
    .optional()
    .catch(undefined),
  /** What the numbers of /response lead to. */
  milestone: z.uuid().optional().catch(undefined),
  share: z.uuid().optional().catch(undefined),
  network: z.enum(networks).optional().catch(undefined),
  origin: z.enum(origins).optional().catch(undefined),
  outcome: z.enum(outcomes).optional().catch(undefined),
  month: z
    .string()
    .regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/)
    .transform((text) => text as Month)
    .optional()
    .catch(undefined),
  page: z.coerce.number().int().min(1).max(1_000_000).optional().catch(undefined),
});

/** The address of the inbox, read forgivingly: what makes no sense narrows nothing. */
export function readInboxQuery(search: Record<string, string | string[] | undefined>) {
  return query.parse(search);
}

/** A button about one inquiry. */
export const oneInquiry = z.strictObject({ id: inquiryId });

/** What the form sends that enters who came in another way; `today` in the person's zone. */
export function handForm(today: Day) {
  return z.strictObject({
    id: inquiryId,
    name: senderName,
    email: z.union([z.literal('').transform(() => null), senderEmail]).default(null),
    subject: z.enum(subjects),
    note: typedText(limits.inquiryNote, cleanBlock).default(''),
    day: z
      .string()
      .max(100, 'not-a-day')
      .transform((typed, context) => {
        const day = readDay(typed);
        const empty = typed.trim() === '' ? 'required' : 'not-a-day';
        const reason = day === null ? empty : day > today && 'date-in-future';
        if (reason) context.addIssue({ code: 'custom', message: reason });
        return day ?? today;
      }),
    origin: z.enum(origins),
    outcome,
  });
}

/** What the form of note, next step and origin sends. */
export const followUpForm = z
  .strictObject({
    id: inquiryId,
    version,
    note: typedText(limits.inquiryNote, cleanBlock),
    nextStep: typedText(limits.nextStep, cleanLine),
    nextStepOn: z.string().max(100, 'not-a-day'),
    origin: z.enum(origins),
  })
  .transform(({ nextStep, nextStepOn, ...form }, context) => {
    const on = nextStepOn.trim() === '' ? null : readDay(nextStepOn);
    if (on === null && nextStepOn.trim() !== '') {
      context.addIssue({ code: 'custom', path: ['nextStepOn'], message: 'not-a-day' });
    }
    if (nextStepOn.trim() !== '' && nextStep === '') {
      context.addIssue({ code: 'custom', path: ['nextStep'], message: 'required' });
    }
    return { ...form, nextStep: nextStep || null, nextStepOn: on };
  });

/** What the form of the outcome sends. Amount and stream are read of work agreed alone. */
export const outcomeForm = z
  .strictObject({
    id: inquiryId,
    version,
    outcome,
    amount: z.string().max(1_000, 'too-long').default(''),
    currency: z.string().max(100, 'currency-unknown').default(''),
    stream: typedText(limits.streamName, cleanLine).default(''),
  })
  .transform(({ id, version, outcome, amount, currency, stream }, context) => {
    const complain = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message });
    const nothing = { id, version, outcome, amount: null, streamName: null };
    if (outcome !== 'work_agreed') return nothing;
    const code = currency.trim().toUpperCase();
    if (amount.trim() === '') return { ...nothing, streamName: stream || null };
    if (!isCurrency(code)) {
      complain('currency', 'currency-unknown');
      return nothing;
    }
    // Income belongs to a stream, and this shall become one in one press.
    if (stream === '') complain('stream', 'required');
    return { ...nothing, amount: readMoney(amount, code, complain), streamName: stream || null };
  });

function readMoney(
  typed: string,
  currency: Currency,
  complain: (field: string, reason: string) => void,
): Money | null {
  const minor = parseAmount(typed, currency);
  if (minor.ok && minor.value > 0n) return { minor: minor.value, currency };
  complain('amount', minor.ok ? 'amount-zero' : minor.reason);
  return null;
}

/** What the form of an answer sends. */
export const replyForm = z.strictObject({
  id: inquiryId,
  replyId: z.uuidv7(),
  text: typedText(limits.replyText, cleanBlock).refine((text) => text !== '', 'required'),
});

/** What the button sends that logs work agreed as income, under `incomeId` unless one was claimed. */
export const incomeForm = z.strictObject({ id: inquiryId, incomeId: z.uuidv7() });

/** A whole day the store takes, as people type one; else null. */
function readDay(typed: string): Day | null {
  const dated = parseDatedOn(typed);
  const isDay = dated?.precision === 'day' && dated.day >= firstDay && dated.day <= lastDay;
  return isDay ? dated.day : null;
}
