import type { Day } from '../calendar';
import { kindOf } from '../capture/kinds.rules';
import { isKind, type Kind, type MilestoneDraft } from '../milestone/rules';
import { milestoneForm } from '../milestone/schema';
import { cleanLine } from '../text';
import { type DateForm, plainDate } from './dates.rules';
import type { Mapping } from './mapping.schema';
import type { ImportField } from './names.rules';
import { type NumberForm, plainNumber } from './numbers.rules';

/** Why a row is refused: what the milestone form refuses, and what only a table can have. */
export const rowReasons = [
  'required',
  'too-long',
  'not-a-date',
  'not-a-month',
  'date-too-early',
  'date-in-future',
  'amount-unclear',
  'amount-ambiguous',
  'amount-negative',
  'amount-zero',
  'amount-too-large',
  'amount-too-fine',
  'amount-other-currency',
  'fees-above-amount',
  'currency-unknown',
  'hours-unclear',
  'hours-too-many',
  'count-unclear',
  'too-many-tags',
  'tag-too-long',
  'too-many-links',
  'not-a-link',
  'row-too-wide',
  'kind-unknown',
  'amount-not-income',
] as const;
export type RowReason = (typeof rowReasons)[number];

/** What is wrong with a row: a reason (a key of the interface's `errors`), the column, and what stands there. */
export type RowProblem = {
  /** Null: the row as a whole. */
  readonly field: ImportField | null;
  readonly reason: RowReason;
  readonly cell: string;
};

export type ReadRow =
  | { readonly ok: true; readonly draft: MilestoneDraft }
  | { readonly ok: false; readonly problems: readonly RowProblem[] };

/** How all rows of a file are read. */
export type Reading = {
  readonly mapping: Mapping;
  /** How many columns the table has. */
  readonly width: number;
  readonly numbers: NumberForm;
  /** Null: no date of it needs one. */
  readonly dates: DateForm | null;
  readonly today: Day;
  readonly zone: string;
};

/** What the milestone form calls what columns are. */
const formField = {
  date: 'date',
  title: 'title',
  kind: 'kind',
  amount: 'amount',
  currency: 'currency',
  stream: 'stream',
  fees: 'fees',
  costs: 'costs',
  hours: 'hours',
  note: 'story',
  url: 'evidence',
  tags: 'tags',
  account: 'measureName',
  count: 'measureValue',
  issuer: 'issuer',
} as const satisfies Record<ImportField, string>;

const fieldOfForm: Readonly<Record<string, ImportField>> = {
  ...Object.fromEntries(Object.entries(formField).map(([field, name]) => [name, field])),
  month: 'date',
};

/** Any will do: a row gets the id it will have when it comes in. */
const someId = '00000000-0000-7000-8000-000000000000';

/**
 * The reader of one file's rows. What a row says is read as the milestone form reads it, with the same
 * limits and refusals, and comes in private. Whatever begins like a formula is text.
 */
export function rowReader(reading: Reading): (cells: readonly string[]) => ReadRow {
  const { mapping, width, numbers, dates, today, zone } = reading;
  const form = milestoneForm(today, zone);
  return (cells) => {
    // A comma that nobody put in quotes would move an amount into the next column.
    if (cells.slice(width).some((cell) => cell.trim() !== '')) {
      return refused([{ field: null, reason: 'row-too-wide', cell: '' }]);
    }
    const cell = (field: ImportField) => cells[mapping.columns[field] ?? -1] ?? '';
    const number = (field: ImportField) => plainNumber(cell(field), numbers);
    const kind = readKind(cell('kind'), mapping.everyKind);
    if (!kind) return refused([problem('kind', 'kind-unknown', cell)]);
    const amounts = kind === 'income' ? [] : amountsIn(cell, number);
    if (amounts.length > 0) return refused(amounts);
    const when = plainDate(cell('date'), dates, today) ?? cell('date');
    const read = form.safeParse({
      id: someId,
      kind,
      language: mapping.language,
      visibility: 'private',
      month: when,
      date: when,
      title: cell('title'),
      story: cell('note'),
      amount: number('amount'),
      currency: cell('currency').normalize('NFKC').trim() || mapping.everyCurrency,
      fees: number('fees'),
      costs: number('costs'),
      stream: cell('stream').trim() || mapping.everyStream,
      hours: number('hours'),
      measureName: cell('account'),
      measureValue: number('count'),
      issuer: cell('issuer'),
      tags: cell('tags').replace(/[;；|｜]/g, ','),
      evidence: cell('url'),
    });
    if (read.success) return { ok: true, draft: read.data.draft };
    return refused(
      read.error.issues.map(({ path, message }) =>
        problem(fieldOfForm[String(path[0])] ?? null, reasonOf(message), cell),
      ),
    );
  };
}

function refused(problems: readonly RowProblem[]): ReadRow {
  return { ok: false, problems };
}

function reasonOf(message: string): RowReason {
  const reason = rowReasons.find((one) => one === message);
  if (!reason)
    throw new Error(`The milestone form refused a row for no reason known here: ${message}`);
  return reason;
}

type Cell = (field: ImportField) => string;

/** Signs of a cell that are shown. */
const shown = 60;

function problem(field: ImportField | null, reason: RowReason, cell: Cell): RowProblem {
  const text = field === null ? '' : cleanLine(cell(field).slice(0, 1_000));
  const signs = [...text];
  return {
    field,
    reason,
    cell: signs.length > shown ? `${signs.slice(0, shown).join('')}…` : text,
  };
}

function readKind(cell: string, usual: Kind): Kind | null {
  const word = cell.normalize('NFKC').trim().toLowerCase();
  if (word === '') return usual;
  const kind = word.length > 50 ? null : kindOf(word, true);
  return isKind(kind) ? kind : null;
}

/** Only income has amounts: what another kind has no place for shall not vanish, unless it is nothing. */
function amountsIn(cell: Cell, number: Cell): RowProblem[] {
  return (['amount', 'fees', 'costs'] as const)
    .filter(
      (field) => cell(field).trim() !== '' && !/^\D{0,4}0+(?:\.0*)?\D{0,4}$/.test(number(field)),
    )
    .map((field) => problem(field, 'amount-not-income', cell));
}
