import type { Viewer } from '../auth/viewer';
import { asOwner, Prisma, sqlName } from '../db';
import { hasMost, takePlace } from '../db-length';
import { ok, type Result, refuse } from '../result';
import { entriesOf, type SiteFile } from './entries';
import { readAccount } from './row';
import { ownerOf } from './table.rules';
import { tables } from './tables.rules';
import { zipStream } from './zip-stream';

/** How long one export may take to be taken, its site included. */
const longest = 30 * 60_000;

/**
 * The viewer's account as a zip, made as it is taken: `jisseki.json` with its seal, the same as tables
 * under `csv/`, and under `site/` what `site` yields. The same rows at the same `now` are the same bytes.
 * `under-way`: one of this person's is being made; `busy`: too many are. This one has a place until it
 * ends or is given up by its `return`.
 */
export function exportZip(
  viewer: Viewer,
  site: () => AsyncIterable<SiteFile>,
  now: Date,
): Result<AsyncGenerator<Uint8Array>, 'busy' | 'under-way'> {
  const leave = takePlace(viewer, 'export');
  // Whoever neither takes it nor gives it up has a place no longer than that.
  const late = leave && setTimeout(leave, longest).unref();
  if (!leave) return refuse(hasMost(viewer, 'export') ? 'under-way' : 'busy');
  return ok(zip());

  async function* zip() {
    try {
      yield* zipStream(entriesOf(await readAccount(viewer), site()), now);
    } finally {
      if (late) clearTimeout(late);
      leave?.();
    }
  }
}

/** How many rows of each table an export has. */
export async function countRows(viewer: Viewer): Promise<ReadonlyMap<string, number>> {
  const counts = tables.map(
    (table) => Prisma.sql`SELECT ${table.name} AS name, count(*)::int AS rows
      FROM ${sqlName(table.stored ?? table.name)}
      WHERE ${sqlName(ownerOf(table))} = ${viewer.userId}::uuid`,
  );
  const rows = await asOwner(viewer, (tx) =>
    tx.$queryRaw<{ name: string; rows: number }[]>(Prisma.join(counts, ' UNION ALL ')),
  );
  return new Map(rows.map(({ name, rows: count }) => [name, count]));
}
