import { Prisma, sqlStateOf } from '../../db';
import type { Bulk } from '../../db-length';
import type { Table } from '../../export/table.rules';
import { type RefusalReason, Refused } from '../report.rules';
import { type Line, type Put, putRows } from './row';

/** A row with the code it gets where its own is somebody's. */
export type Prepared = Line & { readonly spare?: string };

/**
 * Puts rows of one table into the account, as {@link putRows} does.
 * @throws Refused with the line of the row that does not go in
 */
export async function putLines(
  bulk: Bulk,
  ownerId: string,
  table: Table,
  lines: readonly Prepared[],
  takes: boolean,
): Promise<Put> {
  const put = await attempt(bulk, ownerId, table, lines, takes);
  const lost = lines.filter(({ line }) => put.lost.includes(line));
  const [first] = lost;
  if (!first) return put;
  const code = Object.entries(table.columns).find(([, column]) => column.code)?.[0];
  if (!code) throw new Refused('taken', table.name, first.line);
  // Only a code can be in the way: whoever has it keeps it.
  const again = lost.map(({ line, row, spare }) => ({ line, row: { ...row, [code]: spare } }));
  const second = await attempt(bulk, ownerId, table, again, takes);
  if (second.lost.length > 0) throw new Refused('taken', table.name, first.line);
  return { ...put, added: [...put.added, ...second.added], lost: [] };
}

async function attempt(
  bulk: Bulk,
  ownerId: string,
  table: Table,
  lines: readonly Prepared[],
  takes: boolean,
): Promise<Put> {
  await bulk(Prisma.sql`SAVEPOINT part`);
  try {
    const put = await putRows(bulk, ownerId, table, lines, takes);
    await bulk(Prisma.sql`RELEASE SAVEPOINT part`);
    return put;
  } catch (error) {
    const reason = reasonOf(error);
    if (!reason) throw error;
    await bulk(Prisma.sql`ROLLBACK TO SAVEPOINT part`);
    if (reason === 'busy') throw new Refused(reason);
    const line = await firstRefused(lines, (some) => isRefused(bulk, ownerId, table, some, takes));
    throw new Refused(reason, table.name, line);
  }
}

/** Whether somebody else was in the way, or it took too long. */
export function isMet(error: unknown): boolean {
  return ['40001', '40P01', '55P03', '57014'].includes(sqlStateOf(error) ?? '');
}

function reasonOf(error: unknown): RefusalReason | null {
  const state = sqlStateOf(error) ?? '';
  if (isMet(error)) return 'busy';
  if (state === '23503') return 'dangling';
  if (state === '23505') return 'taken';
  return /^(?:23|22)/.test(state) ? 'row-refused' : null;
}

/** The line of the row that the database does not take: the last of the fewest that it refuses. */
async function firstRefused(
  lines: readonly Prepared[],
  isRefusedWith: (some: readonly Prepared[]) => Promise<boolean>,
): Promise<number | null> {
  let [taken, refused] = [0, lines.length];
  while (refused - taken > 1) {
    const middle = Math.floor((taken + refused) / 2);
    if (await isRefusedWith(lines.slice(0, middle))) refused = middle;
    else taken = middle;
  }
  return lines[refused - 1]?.line ?? null;
}

async function isRefused(
  bulk: Bulk,
  ownerId: string,
  table: Table,
  lines: readonly Prepared[],
  takes: boolean,
): Promise<boolean> {
  try {
    await putRows(bulk, ownerId, table, lines, takes);
    return false;
  } catch (error) {
    if (!reasonOf(error)) throw error;
    return true;
  } finally {
    await bulk(Prisma.sql`ROLLBACK TO SAVEPOINT part`);
  }
}
