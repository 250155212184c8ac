import { Prisma, sqlName, type Tx } from '../../db';
import type { Table } from '../../export/table.rules';
import type { Line } from '../put/row';

/** Rows that can go in, and those that stay out: something of the account's own is in their way. */
export type Parted = {
  readonly free: readonly Line[];
  readonly clashing: readonly Line[];
  /** Ids of the file, each with the one of what has its name here. */
  readonly mapped: ReadonlyMap<string, string>;
  /** Ids of what would have another name. */
  readonly renamed: ReadonlySet<string>;
};

const nothing = { clashing: [], mapped: new Map(), renamed: new Set<string>() };

/** Parts rows of `table` from those that the account's own are in the way of. */
export async function partClashing(
  tx: Tx,
  ownerId: string,
  table: Table,
  lines: readonly Line[],
): Promise<Parted> {
  if (table.columns.name_key && table.columns.id) return partNamed(tx, ownerId, table, lines);
  const ids = lines.map(({ row }) => String(row.id));
  if (table.name === 'timer') return partBy(lines, await findStopped(tx, ownerId, ids));
  if (table.name !== 'inquiry') return { ...nothing, free: lines };
  const forgotten = lines.filter(({ row }) => row.forgotten_at).map(({ row }) => String(row.id));
  return partBy(lines, await findOtherwise(tx, ownerId, ids, forgotten));
}

function partBy(lines: readonly Line[], ids: ReadonlySet<string>): Parted {
  const clashes = ({ row }: Line) => ids.has(String(row.id));
  const free = lines.filter((line) => !clashes(line));
  return { ...nothing, free, clashing: lines.filter(clashes) };
}

/** A timer that was stopped has left its hours under its id, and does not run again. */
async function findStopped(tx: Tx, ownerId: string, ids: string[]): Promise<Set<string>> {
  const rows = await tx.effort.findMany({
    where: { ownerId, id: { in: ids } },
    select: { id: true },
  });
  return new Set(rows.map(({ id }) => id));
}

/** Who was forgotten stays so; and a file cannot forget anybody. */
async function findOtherwise(
  tx: Tx,
  ownerId: string,
  ids: string[],
  forgotten: string[],
): Promise<Set<string>> {
  const rows = await tx.inquiry.findMany({
    where: { ownerId, id: { in: ids } },
    select: { id: true, forgottenAt: true },
  });
  const isForgotten = new Set(forgotten);
  return new Set(
    rows.flatMap(({ id, forgottenAt }) =>
      isForgotten.has(id) === (forgottenAt !== null) ? [] : id,
    ),
  );
}

type Named = { id: string; key: string; names: string };

/** What has the name of one that is there is that one, whatever its id was elsewhere. */
async function partNamed(
  tx: Tx,
  ownerId: string,
  table: Table,
  lines: readonly Line[],
): Promise<Parted> {
  const ids = lines.map(({ row }) => row.id);
  const keys = lines.map(({ row }) => row.name_key);
  const names = table.says.names.map(sqlName);
  const rows = await tx.$queryRaw<Named[]>`
    SELECT id::text, name_key AS key, json_build_array(${Prisma.join(names)})::text AS names
    FROM ${sqlName(table.name)} WHERE owner_id = ${ownerId}::uuid
      AND (id = ANY (${ids}::uuid[]) OR name_key = ANY (${keys}::text[]))`;
  const byId = new Map(rows.map((row) => [row.id, row]));
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const mapped = new Map<string, string>();
  const renamed = new Set<string>();
  const free: Line[] = [];
  const clashing: Line[] = [];
  for (const line of lines) {
    const [id, key] = [String(line.row.id), String(line.row.name_key)];
    const named = byKey.get(key);
    const own = byId.get(id);
    if (named && named.id !== id) {
      clashing.push(line);
      if (!own) mapped.set(id, named.id);
      continue;
    }
    free.push(line);
    const said = JSON.stringify(table.says.names.map((name) => line.row[name] ?? null));
    if (own && JSON.stringify(JSON.parse(own.names)) !== said) renamed.add(id);
  }
  return { free, clashing, mapped, renamed };
}
