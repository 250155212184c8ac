import { monthOf } from '@/lib/calendar';
import type { CaptureDraft } from '@/lib/capture/rules';
import type { SubjectKind } from '@/lib/capture/schema';
import { streamKey } from '@/lib/stream/rules';
import type { FieldName } from './form-texts';
import type { CaptureStart } from './start';

/**
 * A draft as the preview shows it. The name stands in the field of every kind, so that choosing
 * another kind keeps it.
 */
export function valuesOf(
  draft: CaptureDraft,
  start: Pick<CaptureStart, 'today' | 'streamKeys' | 'visibility'>,
): Record<FieldName, string> {
  const isIncome = draft.what === 'income';
  const name = draft.title || draft.stream || draft.subject;
  return {
    what: draft.what,
    month: isIncome ? draft.date : monthOf(start.today),
    date: isIncome ? start.today : draft.date,
    amount: draft.amount,
    currency: draft.currency,
    fees: draft.fees,
    costs: draft.costs,
    stream: name,
    title: isIncome ? '' : name,
    measureName: name,
    measureValue: draft.measureValue,
    subject: name,
    subjectIs: subjectKindOf(draft, name, start.streamKeys),
    hours: draft.hours,
    visibility: start.visibility,
  };
}

/** A stream that is known by the name, else a skill for work, and words for meeting people. */
function subjectKindOf(
  draft: CaptureDraft,
  name: string,
  streamKeys: readonly string[],
): SubjectKind {
  if (!draft.isSkill && name !== '' && streamKeys.includes(streamKey(name))) return 'stream';
  return draft.what === 'networking' ? 'note' : 'skill';
}
