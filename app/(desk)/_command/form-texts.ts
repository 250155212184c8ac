import type { Texts } from '@/app/_text/texts';

/** The fields of the preview, in the order they stand. */
export const fieldNames = [
  'what',
  'month',
  'date',
  'amount',
  'currency',
  'fees',
  'costs',
  'stream',
  'title',
  'measureName',
  'measureValue',
  'subject',
  'subjectIs',
  'hours',
  'visibility',
] as const;

export type FieldName = (typeof fieldNames)[number];

/** The words of quick capture, picked out here so that the browser gets no others. */
export function formTexts(t: Texts) {
  const labels: Record<FieldName, string> = {
    what: t('capture.what'),
    month: t('milestones.month'),
    date: t('milestones.date'),
    amount: t('milestones.amount'),
    currency: t('milestones.currency'),
    fees: t('milestones.fees'),
    costs: t('milestones.costs'),
    stream: t('milestones.stream'),
    title: t('milestones.name'),
    measureName: t('milestones.measureName'),
    measureValue: t('milestones.measureValue'),
    subject: t('capture.subject'),
    subjectIs: t('capture.subjectIs'),
    hours: t('milestones.hours'),
    visibility: t('milestones.visibility'),
  };
  return {
    labels,
    preview: t('capture.preview'),
    subjectIsHint: t('capture.subjectIsHint'),
    examples: t('capture.examples'),
    ready: t('capture.ready'),
    missing: t('capture.missing'),
    also: t('capture.also'),
    save: t('desk.save'),
    saving: t('desk.saving'),
    menu: t('menu.title'),
    opens: t('menu.opens'),
  };
}
