import { asSystem } from '../db';
import { ok, type Result, refuse } from '../result';
import type { ReportReason } from './rules';

/**
 * Keeps a stranger's report of the record of `handle` under the id of its form, so that a form sent
 * twice reports once. `missing`: there is no such published record.
 */
export async function reportRecord(
  report: { readonly handle: string; readonly id: string } & Said,
  now: Date,
): Promise<Result<null, 'missing'>> {
  const { handle, id, reason, text } = report;
  return asSystem(async (tx) => {
    const record = await tx.record.findFirst({
      where: { handle, publishedAt: { not: null } },
      select: { ownerId: true },
    });
    if (!record) return refuse('missing');
    const { ownerId } = record;
    await tx.abuseReport.createMany({
      data: [{ ownerId, id, about: 'record', reason, text, reportedAt: now }],
      skipDuplicates: true,
    });
    return ok(null);
  });
}

type Said = { readonly reason: ReportReason; readonly text: string };
