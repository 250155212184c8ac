import type { Table } from '../export/table.rules';
import { tables } from '../export/tables.rules';
import { limits } from '../limits';
import type { AccountFile } from './file';
import { layoutReader } from './layout.rules';
import type { Line } from './put/row';
import { Refused } from './report.rules';
import { isAfter, readObject, readRow } from './row.rules';
import { type Row, upgraded } from './versions.rules';

/** Rows of one table that are put in together. */
export type Chunk = { readonly table: Table; readonly lines: readonly Line[] };

/** How many rows, and how many code units of them, are held at a time. */
const atOnce = { rows: 200, units: 1_000_000 };

/**
 * The rows of an account in their order, each as this release has them.
 * @throws Refused where one is none, with its line
 */
export async function* chunksOf(account: AccountFile): AsyncGenerator<Chunk> {
  const reader = layoutReader();
  let number = 0;
  let rows = 0;
  let open: Open | null = null;
  for await (const lines of account.lines()) {
    for (const text of lines) {
      number += 1;
      const read = reader.take(text);
      if (typeof read === 'string') throw new Refused(read, reader.table(), number);
      if (read === null) continue;
      rows += 1;
      if (rows > limits.restoreRows) throw new Refused('too-many-rows', read.table, number);
      const isOther = open?.table.name !== read.table;
      if (open && open.lines.length > 0 && (isOther || isMuch(open))) {
        yield { table: open.table, lines: open.lines };
        open.lines = [];
        open.units = 0;
      }
      if (!open || isOther) open = opened(read.table, number);
      const { table, before } = open;
      const row = rowIn(table, read.text, { version: reader.version(), account, number });
      if (!row) continue;
      if (before && !isAfter(table, row, before)) {
        throw new Refused('row-order', table.name, number);
      }
      open.lines.push({ line: number, row });
      open.before = row;
      open.units += text.length;
    }
  }
  if (!reader.end()) throw new Refused('layout', reader.table(), number + 1);
  if (open && open.lines.length > 0) yield { table: open.table, lines: open.lines };
}

/** Reads one chunk ahead: while the database takes one, the next is made ready. */
export async function* readAhead<T>(chunks: AsyncGenerator<T>): AsyncGenerator<T> {
  let next = chunks.next();
  try {
    for (;;) {
      const { value, done } = await next;
      if (done) return;
      next = chunks.next();
      // Where it fails, that is told when its turn comes.
      next.catch(() => {});
      yield value;
    }
  } finally {
    await chunks.return(undefined);
  }
}

/** The table that is being read. */
type Open = { readonly table: Table; lines: Line[]; units: number; before: Row | null };

function opened(name: string, number: number): Open {
  const table = tables.find((one) => one.name === name);
  if (!table) throw new Refused('layout', name, number);
  return { table, lines: [], units: 0, before: null };
}

function isMuch({ lines, units }: Open): boolean {
  return lines.length >= atOnce.rows || units >= atOnce.units;
}

/** The row in a line; null: this release has no such rows any more. */
function rowIn(
  table: Table,
  text: string,
  read: { version: number; account: AccountFile; number: number },
): Row | null {
  const said = readObject(text);
  const row = said && upgraded(read.version, table.name, said);
  if (said && !row) return null;
  const known = row && readRow(table, row, read.account.writer !== 'unknown');
  if (!known) throw new Refused('row-malformed', table.name, read.number);
  return known;
}
