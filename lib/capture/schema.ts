import { z } from 'zod';
import type { Day } from '../calendar';
import type { EffortDraft } from '../effort/rules';
import { isPurpose, purposes } from '../effort/rules';
import { effortForm } from '../effort/schema';
import type { Locale } from '../locale';
import { kinds, type MilestoneDraft, visibilities } from '../milestone/rules';
import { milestoneForm, milestoneId } from '../milestone/schema';

/** What the subject of minutes is kept as: a skill or a stream, opened where it is new, or words. */
export const subjectKinds = ['skill', 'stream', 'note'] as const;
export type SubjectKind = (typeof subjectKinds)[number];

const fields = z.strictObject({
  id: milestoneId,
  /** The language the line was written in. */
  language: z.enum(['ja', 'en']),
  what: z.enum([...kinds, ...purposes]),
  title: z.string(),
  month: z.string(),
  date: z.string(),
  amount: z.string(),
  currency: z.string(),
  fees: z.string(),
  costs: z.string(),
  stream: z.string(),
  hours: z.string(),
  measureName: z.string(),
  measureValue: z.string(),
  subject: z.string(),
  subjectIs: z.enum(subjectKinds),
  visibility: z.enum(visibilities),
});

/** What a line becomes: a milestone, or minutes whose subject is still a name. */
export type Capture = { readonly id: string; readonly language: Locale } & (
  | { readonly milestone: MilestoneDraft }
  | {
      readonly effort: Omit<EffortDraft, 'streamId' | 'skillId'>;
      readonly subject: { readonly kind: 'skill' | 'stream'; readonly name: string } | null;
    }
);

/**
 * What the preview of a captured line sends, read as the form of its kind reads it: the milestone
 * form or the effort form, with the same limits and refusals.
 */
export function captureForm(today: Day, zone: string) {
  return fields.transform((form, context): Capture => {
    const { id, language, what, subject, subjectIs, ...rest } = form;
    if (!isPurpose(what)) {
      const read = milestoneForm(today, zone).safeParse({ ...rest, id, language, kind: what });
      if (read.success) return { id, language, milestone: read.data.draft };
      return forward(read.error, context);
    }
    const isNote = subjectIs === 'note';
    const read = effortForm(today).safeParse({
      id,
      purpose: what,
      subject: '',
      newSkill: isNote ? '' : subject,
      note: isNote ? subject : '',
      hours: rest.hours,
      date: rest.date,
    });
    if (!read.success) return forward(read.error, context);
    const { purpose, hours: minutes, date: spentOn, note, newSkill: name } = read.data;
    return {
      id,
      language,
      effort: { purpose, minutes, spentOn, note },
      subject: isNote || name === null ? null : { kind: subjectIs, name },
    };
  });
}

/** Notes what another form refused; the subject is the same field whatever it is kept as. */
function forward(error: z.ZodError, context: z.RefinementCtx): never {
  for (const { path, message } of error.issues) {
    const field = path[0] === 'newSkill' || path[0] === 'note' ? 'subject' : path[0];
    context.addIssue({ code: 'custom', path: [field ?? ''], message });
  }
  return z.NEVER;
}
