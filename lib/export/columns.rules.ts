import { z } from 'zod';
import { isZone } from '../calendar';
import { codePointBound, limits } from '../limits';
import { parseLink } from '../milestone/schema';
import { currencies } from '../money';
import { cleanBlock, cleanLine, graphemeCount } from '../text';

/** What PostgreSQL holds a column in. */
export type SqlType =
  | 'uuid'
  | 'text'
  | 'date'
  | 'timestamptz'
  | 'bigint'
  | 'integer'
  | 'boolean'
  | 'text[]'
  | 'integer[]'
  | 'bigint[]';

/** One column of an exported table, and what may stand in it. */
export type Column = {
  readonly sql: SqlType;
  /** What stands in the file: texts, numbers of 32 bits, booleans, lists; larger numbers are texts. */
  readonly value: z.ZodType;
  /** May be empty: then a row leaves it out. */
  readonly isOptional?: true;
  /** Leads to a row of that table, or of whichever has its name where it is restored. */
  readonly leadsTo?: 'stream' | 'skill' | 'audience';
  /** Belongs to where the row is: a row that is there keeps its own, whatever a file says. */
  readonly isOwn?: true;
  /** No two people have the same: ten signs of a short address, or 128 bits that open something. */
  readonly code?: 'short' | 'secret';
  /** What a text from elsewhere becomes, as if it had been typed. */
  readonly clean?: (text: string) => string;
};

/** A text that PostgreSQL takes; `most` in code points. */
function stored(most: number) {
  return z
    .string()
    .refine((text) => text.isWellFormed() && !text.includes('\0'))
    .refine((text) => text.length <= most || [...text].length <= most)
    .meta({ maxLength: most });
}

/** Text of at most `graphemes`, as its form counts them. */
function typed(graphemes: number) {
  return stored(codePointBound(graphemes)).refine(
    // No text has more graphemes than code units, and counting takes long.
    (text) => text.length <= graphemes || graphemeCount(text, graphemes) <= graphemes,
  );
}

/** One line that a person typed. */
export function line(graphemes: number): Column {
  const value = typed(graphemes).refine((text) => !/[\r\n]/.test(text));
  return { sql: 'text', value, clean: cleanLine };
}

/** Several lines that a person typed. */
export function block(graphemes: number): Column {
  return { sql: 'text', value: typed(graphemes), clean: cleanBlock };
}

export function word(words: readonly [string, ...string[]]): Column {
  return { sql: 'text', value: z.enum(words) };
}

/** A text of a shape of its own. */
export function shaped(shape: RegExp, most: number): Column {
  return { sql: 'text', value: stored(most).refine((text) => shape.test(text)) };
}

/** A whole number of 32 bits. */
export function count(least: number, most: number): Column {
  return { sql: 'integer', value: z.int().min(least).max(most) };
}

const digits = z.string().regex(/^(?:0|[1-9]\d{0,17})$/);

/** A whole number that JSON cannot hold exactly, in digits; none is negative. */
export const big: Column = { sql: 'bigint', value: digits };

export const flag: Column = { sql: 'boolean', value: z.boolean() };

/** In small letters, as PostgreSQL writes it: rows are in its order. */
export const id: Column = {
  sql: 'uuid',
  value: z.string().regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
};

export const day: Column = { sql: 'date', value: z.iso.date() };

/** In UTC, to the millisecond. */
export const instant: Column = {
  sql: 'timestamptz',
  value: z.iso.datetime({ precision: 3 }).regex(/Z$/),
};

export const currency: Column = word(currencies);

export const zone: Column = { sql: 'text', value: stored(64).refine(isZone) };

/** A folded name, by which two that mean the same are one. */
export const folded: Column = shaped(/./su, 1_000);

const webAddress = stored(limits.url).refine((text) => parseLink(text) === text);

export const link: Column = { sql: 'text', value: webAddress };

/** http(s) addresses, at most `most`. */
export function links(most: number): Column {
  return { sql: 'text[]', value: z.array(webAddress).max(most) };
}

/** Lines that a person typed, at most `most` of at most `graphemes`. */
export function lines(most: number, graphemes: number): Column {
  return { sql: 'text[]', value: z.array(line(graphemes).value).max(most) };
}

export function words(all: readonly [string, ...string[]], most: number): Column {
  return { sql: 'text[]', value: z.array(z.enum(all)).max(most) };
}

export function counts(most: number, highest: number): Column {
  return { sql: 'integer[]', value: z.array(z.int().min(0).max(highest)).max(most) };
}

/** As {@link big}, at most `most` of them. */
export function bigs(most: number): Column {
  return { sql: 'bigint[]', value: z.array(digits).max(most) };
}

export function isText(column: Column | undefined): boolean {
  return column?.sql === 'text';
}

export function optional(column: Column): Column {
  return { ...column, isOptional: true };
}

/** Of where the row is; see {@link Column.isOwn}. */
export function own(column: Column): Column {
  return { ...column, isOwn: true };
}

/** The end of an address that leads to one row; one's own, as {@link own} says. */
export function code(kind: NonNullable<Column['code']>): Column {
  const shape = { short: /^[A-Za-z0-9]{10}$/, secret: /^[A-Za-z0-9_-]{22}$/ }[kind];
  return { ...own(shaped(shape, 22)), code: kind };
}

/** The id of a row in `table`. */
export function of(table: NonNullable<Column['leadsTo']>): Column {
  return { ...id, leadsTo: table };
}
