import { asSystem, Prisma } from '../../db';
import { limits } from '../../limits';
import type { ReportReason } from '../../report/rules';
import type { Operator } from '../operator';

/**
 * A report as operators read it. One of a message names its receiver, who reported it, and has their
 * words alone: what the message says, and who sent it, is theirs to tell.
 */
export type Report = {
  /** Whose record was reported, or who reported a message. */
  readonly ownerId: string;
  readonly id: string;
  readonly about: 'record' | 'inquiry';
  readonly handle: string;
  readonly isPublished: boolean;
  readonly isSuspended: boolean;
  readonly reason: ReportReason;
  readonly text: string;
  readonly reportedAt: Date;
  readonly handledAt: Date | null;
};

/**
 * One page of the reports nobody was done with, the oldest first; or of the others, the latest first.
 * @param page from 1
 */
export async function listReports(
  _: Operator,
  { isHandled, page }: { readonly isHandled: boolean; readonly page: number },
): Promise<{ reports: Report[]; hasMore: boolean }> {
  const [which, order] = isHandled
    ? [Prisma.sql`a.handled_at IS NOT NULL`, Prisma.sql`a.handled_at DESC, a.id DESC`]
    : [Prisma.sql`a.handled_at IS NULL`, Prisma.sql`a.reported_at, a.id`];
  const rows = await asSystem(
    (tx) => tx.$queryRaw<Report[]>`
      SELECT a.owner_id AS "ownerId", a.id, a.about, r.handle,
             r.published_at IS NOT NULL AS "isPublished",
             r.suspended_at IS NOT NULL AS "isSuspended",
             a.reason, a.text, a.reported_at AS "reportedAt", a.handled_at AS "handledAt"
        FROM abuse_report a
        JOIN record r ON r.owner_id = a.owner_id
       WHERE ${which}
       ORDER BY ${order}
       LIMIT ${limits.pageSize + 1} OFFSET ${(page - 1) * limits.pageSize}`,
  );
  return { reports: rows.slice(0, limits.pageSize), hasMore: rows.length > limits.pageSize };
}

/** How many reports of records and of messages nobody was done with. */
export async function countReports(_: Operator): Promise<{ record: number; inquiry: number }> {
  const groups = await asSystem((tx) =>
    tx.abuseReport.groupBy({ by: ['about'], where: { handledAt: null }, _count: true }),
  );
  const count = (about: string) => groups.find((group) => group.about === about)?._count ?? 0;
  return { record: count('record'), inquiry: count('inquiry') };
}
