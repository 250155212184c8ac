import type { Texts } from '@/app/_text/texts';
import type { ImportField } from '@/lib/import/names.rules';
import type { RowProblem } from '@/lib/import/rows.rules';

const labels = {
  date: 'milestones.date',
  title: 'milestones.name',
  kind: 'milestones.kind',
  amount: 'milestones.amount',
  currency: 'milestones.currency',
  stream: 'milestones.stream',
  fees: 'milestones.fees',
  costs: 'milestones.costs',
  hours: 'milestones.hours',
  note: 'milestones.story',
  url: 'milestones.evidence',
  tags: 'milestones.tags',
  account: 'milestones.measureName',
  count: 'milestones.measureValue',
  issuer: 'milestones.issuerCredential',
} as const satisfies Record<ImportField, string>;

/** What a column is called, as the milestone form calls it. */
export function fieldLabel(field: ImportField, t: Texts): string {
  return t(labels[field]);
}

/** What is wrong with a row, with the column and what stands there. */
export function problemWords({ field, reason, cell }: RowProblem, t: Texts): string {
  const said = t(`errors.${reason}`);
  if (field === null) return said;
  const about = { field: fieldLabel(field, t), reason: said };
  return cell === ''
    ? t('dataImport.check.problem', about)
    : t('dataImport.check.problemAt', { ...about, cell });
}

/** What a spreadsheet calls a column, counted from 0: A, B … Z, AA. */
export function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last;
}
