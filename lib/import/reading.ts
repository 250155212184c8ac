import type { Viewer } from '../auth/viewer';
import { today } from '../calendar';
import { exponentOf, isCurrency } from '../money';
import { type Ok, ok, type Refusal, refuse } from '../result';
import type { DateForm } from './dates.rules';
import { type DateTally, dateFormOf, foundDateForm } from './dates.rules';
import { count, type Found, formToReadBy } from './form.rules';
import type { Mapping } from './mapping.schema';
import { foundNumberForm, type NumberForm, type NumberTally, numberFormOf } from './numbers.rules';
import { type ReadRow, rowReader } from './rows.rules';
import {
  openSheet,
  readRows,
  type Sheet,
  type SheetHead,
  type SheetRow,
  sourceOf,
  type Take,
  type Unreadable,
} from './sheet';

/** In which forms a file has its numbers and dates, as far as its own cells say. */
export type Forms = {
  readonly numbers: Found<NumberForm>;
  readonly dates: Found<DateForm>;
  /** How many rows it has below its headings. */
  readonly rows: number;
};

const numberFields = ['amount', 'fees', 'costs', 'hours', 'count'] as const;

/** Looks through the whole file for the forms of what `mapping` takes for numbers and dates. */
export async function findForms(
  sheet: Sheet,
  mapping: Mapping,
): Promise<{ readonly ok: true; readonly value: Forms } | Unreadable> {
  const { columns } = mapping;
  const numbers: NumberTally = new Map();
  const dates: DateTally = new Map();
  let rows = 0;
  const broken = await readBelow(sheet, mapping, ({ cells }) => {
    rows += 1;
    const cell = (index: number | undefined) => cells[index ?? -1] ?? '';
    const named = cell(columns.currency).normalize('NFKC').trim().toUpperCase();
    const currency = isCurrency(named) ? named : mapping.everyCurrency;
    for (const field of numberFields) {
      const places = field === 'hours' ? 2 : field === 'count' ? 0 : exponentOf(currency);
      count(numbers, numberFormOf(cell(columns[field]), places));
    }
    count(dates, dateFormOf(cell(columns.date)));
  });
  if (broken) return broken;
  return {
    ok: true,
    value: { numbers: foundNumberForm(numbers), dates: foundDateForm(dates), rows },
  };
}

/** The bytes of a file that waits; null: it is gone. Asked once for whatever is done with it. */
export type Load = () => Promise<Uint8Array | null>;
/** How a table is to be read, once its head is known. */
export type MappingOf = (sheet: SheetHead) => Mapping;

/** A table, and how it is to be read. */
export type Table = { readonly sheet: Sheet; readonly mapping: Mapping; readonly forms: Forms };

/**
 * Reads a file once, and holds its bytes from then on: it may be swept, or pushed out by another, before
 * all of it was looked through. Whoever opens one has a place for it.
 */
export async function openTable(
  load: Load,
  mappingOf: MappingOf,
): Promise<Ok<Table> | Unreadable | Refusal<'upload-gone'>> {
  const bytes = await load();
  if (!bytes) return refuse('upload-gone');
  const sheet = await openSheet(sourceOf(bytes));
  if (!sheet.ok) return sheet;
  const mapping = mappingOf(sheet.value);
  const forms = await findForms(sheet.value, mapping);
  return forms.ok ? ok({ sheet: sheet.value, mapping, forms: forms.value }) : forms;
}

/** What is still for the person to say before any row can be read. */
export type Unsaid = 'date' | 'numbers' | 'dates';

/** What `mapping` leaves open in a file of these forms. */
export function unsaidIn(mapping: Mapping, forms: Forms): Unsaid[] {
  const unsaid: Unsaid[] = [];
  if (mapping.columns.date === undefined) unsaid.push('date');
  if (formToReadBy(mapping.numbers, forms.numbers, 'point') === null) unsaid.push('numbers');
  if (formToReadBy(mapping.dates, forms.dates, 'mdy') === null) unsaid.push('dates');
  return unsaid;
}

/** Gives `take` every row below the headings as it is read, once nothing is unsaid. Null: all of them. */
export function readMilestones(
  viewer: Viewer,
  sheet: Sheet,
  mapping: Mapping,
  forms: Forms,
  now: Date,
  take: Take<[read: ReadRow, row: SheetRow]>,
): Promise<Unreadable | null> {
  const read = rowReader({
    mapping,
    width: widthOf(sheet, mapping),
    numbers: formToReadBy(mapping.numbers, forms.numbers, 'point') ?? 'point',
    dates: formToReadBy(mapping.dates, forms.dates, 'mdy'),
    today: today(viewer.zone, now),
    zone: viewer.zone,
  });
  return readBelow(sheet, mapping, (row) => take(read(row.cells), row));
}

/** How many columns a table has: as many as it has headings, or cells in its first row. */
export function widthOf({ head }: SheetHead, { heading }: Mapping): number {
  return (head[heading ?? 0] ?? head[0])?.cells.length ?? 0;
}

function readBelow(
  sheet: Sheet,
  { heading }: Mapping,
  take: Take<[row: SheetRow]>,
): Promise<Unreadable | null> {
  let above = heading === null ? 0 : heading + 1;
  return readRows(sheet, (row) => {
    if (above === 0) return take(row);
    above -= 1;
  });
}
