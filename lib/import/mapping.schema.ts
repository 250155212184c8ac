import { z } from 'zod';
import { limits } from '../limits';
import { type Locale, locales } from '../locale';
import { type Kind, kinds } from '../milestone/rules';
import { type Currency, currencies } from '../money';
import { cleanLine } from '../text';
import { type Columns, headRows } from './columns.rules';
import { type DateForm, dateForms } from './dates.rules';
import { type ImportField, importFields } from './names.rules';
import { type NumberForm, numberForms } from './numbers.rules';

/** How a table is to be read: what its columns are, and what holds for every row. */
export type Mapping = {
  /** The row of headings, counted from 0; null: there is none. */
  readonly heading: number | null;
  readonly columns: Columns;
  /** Of rows that name none themselves. */
  readonly everyKind: Kind;
  readonly everyCurrency: Currency;
  readonly everyStream: string;
  /** The language of its texts. */
  readonly language: Locale;
  /** Null: as it is found. */
  readonly numbers: NumberForm | null;
  readonly dates: DateForm | null;
  /** Whether rows come in too that look like what there is. */
  readonly keepsDuplicates: boolean;
};

const none = 'none';
const column = z
  .string()
  .regex(/^\d{1,2}$/)
  .transform(Number)
  .refine((index) => index < limits.csvColumns)
  .or(z.literal('').transform(() => null))
  .default(null);

/** Longer than a stream's name may be, which each row then says. */
const typedName = z.string().max(1_000).transform(cleanLine);

const fields = {
  heading: z
    .string()
    .regex(/^\d$/)
    .transform(Number)
    .refine((index) => index < headRows)
    .or(z.literal(none).transform(() => null)),
  ...(Object.fromEntries(importFields.map((field) => [field, column])) as Record<
    ImportField,
    typeof column
  >),
  everyKind: z.enum(kinds),
  everyCurrency: z.enum(currencies),
  everyStream: typedName.default(''),
  language: z.enum(locales),
  numbers: z
    .enum(numberForms)
    .or(z.literal('').transform(() => null))
    .default(null),
  dates: z
    .enum(dateForms)
    .or(z.literal('').transform(() => null))
    .default(null),
  duplicates: z.enum(['keep', 'skip']).default('skip'),
};

const mapping = z.strictObject(fields).transform(({ heading, duplicates, ...rest }): Mapping => {
  const { everyKind, everyCurrency, everyStream, language, numbers, dates, ...at } = rest;
  const columns = Object.fromEntries(Object.entries(at).filter(([, index]) => index !== null));
  const every = { everyKind, everyCurrency, everyStream, language, numbers, dates };
  return { heading, columns, ...every, keepsDuplicates: duplicates === 'keep' };
});

/** What the button sends that imports: which file, and how it was read when it was looked at. */
export const applyForm = z.looseObject({ upload: z.uuidv7() }).transform((form, context) => {
  const { upload, ...rest } = form;
  const read = mapping.safeParse(rest);
  if (read.success) return { upload, mapping: read.data };
  for (const issue of read.error.issues) context.addIssue({ ...issue, input: undefined });
  return z.NEVER;
});

/** The button about a past import. */
export const oneImport = z.strictObject({ id: z.uuidv7() });

/**
 * How the address says a table is to be read; what makes no sense is as in `guess`, and so is everything
 * where it says nothing yet.
 */
export function readMapping(
  search: Readonly<Record<string, string | string[] | undefined>>,
  guess: Mapping,
): Mapping {
  const usual = fieldsOf(guess);
  if (search.heading === undefined) return guess;
  const given = Object.keys(fields).map((name) => {
    const typed = search[name];
    const parser = fields[name as keyof typeof fields];
    const isRead = typeof typed === 'string' && parser.safeParse(typed).success;
    return [name, isRead ? typed : typed === undefined ? undefined : usual[name]];
  });
  const read = mapping.safeParse(
    Object.fromEntries(given.filter(([, text]) => text !== undefined)),
  );
  return read.success ? read.data : guess;
}

/** A mapping as the form shows and sends it. */
export function fieldsOf(mapping: Mapping): Readonly<Record<string, string>> {
  const { heading, columns, numbers, dates, keepsDuplicates, ...every } = mapping;
  return {
    heading: heading === null ? none : String(heading),
    ...Object.fromEntries(importFields.map((field) => [field, String(columns[field] ?? '')])),
    ...every,
    numbers: numbers ?? '',
    dates: dates ?? '',
    duplicates: keepsDuplicates ? 'keep' : 'skip',
  };
}
