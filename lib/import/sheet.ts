import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import { CsvError, parse } from 'csv-parse';
import { limits } from '../limits';
import { headRows } from './columns.rules';
import { type Delimiter, findDelimiter } from './delimiter.rules';
import {
  type Encoding,
  findEncoding,
  type NoEncoding,
  type Source,
  textOf,
} from './encoding.rules';
import { findLongLine } from './lines.rules';

/** One row of a table that has anything in it. */
export type SheetRow = {
  /** The line it begins in, counted from 1. */
  readonly line: number;
  readonly cells: readonly string[];
};

/** A table that can be read. */
export type Sheet = {
  readonly open: Source;
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
  /** Its first rows, at most {@link headRows} of them. */
  readonly head: readonly SheetRow[];
};

/** What is shown of one, without its bytes. */
export type SheetHead = Omit<Sheet, 'open'>;

/** Why a table cannot be read, and in which line that shows; null: as a whole. */
export type Unreadable =
  | NoEncoding
  | { readonly ok: false; readonly reason: SheetReason; readonly line: number | null };
type SheetReason =
  | 'csv-empty'
  | 'csv-quotes'
  | 'csv-row-too-large'
  | 'csv-too-many-columns'
  | 'csv-too-many-rows';

const pieceLength = 65_536;

/** Bytes that are held, in pieces; between two of them whoever else waits has a turn. */
export function sourceOf(bytes: Uint8Array): Source {
  return async function* () {
    for (let at = 0; at < bytes.length; at += pieceLength) {
      await setImmediate();
      yield bytes.subarray(at, at + pieceLength);
    }
  };
}

/** Signs among which the delimiter is looked for. */
const sampleLength = 65_536;

/** Finds out how the file is written, and reads its head. Nothing is said yet of the rows beyond. */
export async function openSheet(
  open: Source,
): Promise<{ readonly ok: true; readonly value: Sheet } | Unreadable> {
  // Whatever reads it from here on may hold a line: one of commas alone would be millions of cells.
  const longLine = await findLongLine(open(), limits.csvRowBytes);
  if (longLine) return unreadable('csv-row-too-large', longLine);
  const encoding = await findEncoding(open);
  if (!encoding.ok) return encoding;
  let sample = '';
  for await (const text of textOf(open(), encoding.value)) {
    sample += text;
    if (sample.length >= sampleLength) break;
  }
  const written = { open, encoding: encoding.value, delimiter: findDelimiter(sample) };
  const head: SheetRow[] = [];
  const broken = await readRows(
    written,
    (row) => void head.push(row),
    () => head.length === headRows,
  );
  if (broken) return broken;
  if (head.length === 0) return { ok: false, reason: 'csv-empty', line: null };
  return { ok: true, value: { ...written, head } };
}

/** More rows than there may be milestones are refused, and those above the headings are no rows. */
const mostRows = limits.milestones + headRows;
/** With the blank ones, of which spreadsheets add some. */
const mostLines = 10 * mostRows;

/** Is given one row after the other; where it promises something, the next one waits for that. */
export type Take<Args extends unknown[]> = (...args: Args) => Promise<void> | void;

/**
 * Gives `take` every row that has anything in it, in order, until `isEnough`; never all of them at once.
 * Null: it was read as far as it was wanted; else what stopped it.
 */
export async function readRows(
  sheet: Omit<Sheet, 'head'>,
  take: Take<[row: SheetRow]>,
  isEnough: () => boolean = () => false,
): Promise<Unreadable | null> {
  /** The line that the last row ended in. */
  let ended = 0;
  const parser = parse({
    delimiter: sheet.delimiter,
    record_delimiter: '\n',
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: limits.csvRowBytes,
    on_record(cells: string[], { lines }) {
      ended = lines;
      const row: SheetRow = { line: lines - newlinesIn(cells), cells };
      // It gives on whatever this returns, and is typed for cells alone.
      return row as unknown as string[];
    },
  });
  const text = Readable.from(textOf(sheet.open(), sheet.encoding));
  // What breaks it is met below, where the rows come out.
  const feeding = pipeline(text, parser).catch(() => {});
  let [lines, rows] = [0, 0];
  try {
    for await (const read of parser) {
      const row = read as SheetRow;
      lines += 1;
      if (lines > mostLines) return unreadable('csv-too-many-rows', row.line);
      if (row.cells.every((cell) => cell.trim() === '')) continue;
      rows += 1;
      if (row.cells.length > limits.csvColumns) return unreadable('csv-too-many-columns', row.line);
      if (rows > mostRows) return unreadable('csv-too-many-rows', row.line);
      const taking = take(row);
      if (taking) await taking;
      if (isEnough()) return null;
    }
    return null;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // A quote that never ends shows at the end of the file; where it stands is of more use.
    if (error.code === 'CSV_MAX_RECORD_SIZE') return unreadable('csv-row-too-large', ended + 1);
    if (error.code === 'CSV_QUOTE_NOT_CLOSED') return unreadable('csv-quotes', ended + 1);
    return unreadable('csv-quotes', typeof error.lines === 'number' ? error.lines : null);
  } finally {
    parser.destroy();
    await feeding;
  }
}

function newlinesIn(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
}

function unreadable(reason: SheetReason, line: number | null): Unreadable {
  return { ok: false, reason, line };
}
