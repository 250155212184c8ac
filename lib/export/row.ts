import type { Viewer } from '../auth/viewer';
import { Prisma, sqlName } from '../db';
import { type Copying, copyAsOwner } from '../db-length';
import { type Column, isText } from './columns.rules';
import { ownerOf, type Table } from './table.rules';

/** An account as it all was at one moment; each table may be read as often as one likes, one by one. */
export type Account = {
  readonly ownerId: string;
  /** Rows of a table as COPY writes them, some whole ones at a time; each until the next are asked for. */
  rowsOf(table: Table): AsyncGenerator<Buffer>;
  /** Ends the reading. */
  leave(): void;
};

/** Begins to read the viewer's account; whoever does ends it. */
export async function readAccount(viewer: Viewer): Promise<Account> {
  const { ownerId, copy, leave } = await copyAsOwner(viewer);
  return { ownerId, rowsOf: (table) => readRows(copy, table), leave };
}

/** How many bytes of rows come at a time, unless one alone has more. */
const portion = 64 * 1024;

async function* readRows(copy: Copying['copy'], table: Table): AsyncGenerator<Buffer> {
  let room = Buffer.allocUnsafeSlow(2 * portion);
  let held = 0;
  for await (const chunk of copy(selectOf(table)) as AsyncIterable<Buffer>) {
    for (let taken = 0; taken < chunk.length; ) {
      if (held === room.length) room = Buffer.concat([room], 2 * held);
      const more = Math.min(chunk.length - taken, Math.max(portion, room.length - held));
      const copied = chunk.copy(room, held, taken, taken + more);
      taken += copied;
      held += copied;
      // Every row ends with its line, and text has no such end within.
      const end = room.lastIndexOf('\n', held - 1) + 1;
      if (end === 0) continue;
      yield room.subarray(0, end);
      room.copyWithin(0, end, held);
      held -= end;
    }
  }
}

/** All of the viewer's rows; COPY takes no values, so whose they are stands in the session. */
function selectOf(table: Table): Prisma.Sql {
  const columns = Object.entries(table.columns);
  const order = table.key.map((name) => ordered(name, table.columns[name]));
  return Prisma.sql`SELECT ${Prisma.join(columns.map(([name, column]) => selected(name, column)))}
    FROM ${sqlName(table.stored ?? table.name)}
    WHERE ${sqlName(ownerOf(table))} = (SELECT app_viewer())
    ORDER BY ${Prisma.join([sqlName(ownerOf(table)), ...order])}`;
}

function selected(name: string, { sql }: Column): Prisma.Sql {
  // Numbers that JSON cannot hold exactly are texts.
  if (sql === 'bigint[]') return Prisma.sql`to_json(${sqlName(name)}::text[])`;
  return sql.endsWith('[]') ? Prisma.sql`to_json(${sqlName(name)})` : sqlName(name);
}

/** The same order on every server, whatever language it sorts by. */
function ordered(name: string, column: Column | undefined): Prisma.Sql {
  return isText(column) ? Prisma.sql`${sqlName(name)} COLLATE "C"` : sqlName(name);
}
