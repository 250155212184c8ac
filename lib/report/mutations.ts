import type { Viewer } from '../auth/viewer';
import { asOwner, asSystem } from '../db';
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

/**
 * Keeps the viewer's report of a message they got, one a message; the latest words stand. `missing`: no
 * such inquiry of this person.
 */
export async function reportInquiry(
  viewer: Viewer,
  inquiryId: string,
  reason: ReportReason,
  text: string,
  now: Date,
): Promise<Result<null, 'missing'>> {
  const ownerId = viewer.userId;
  return asOwner(viewer, async (tx) => {
    // Entered by hand, nobody sent it.
    const found = await tx.inquiry.count({ where: { ownerId, id: inquiryId, arrival: 'form' } });
    if (found === 0) return refuse('missing');
    const said = { reason, text, reportedAt: now };
    const { count } = await tx.abuseReport.createMany({
      data: [{ ownerId, id: inquiryId, about: 'inquiry', inquiryId, ...said }],
      skipDuplicates: true,
    });
    if (count === 0) {
      await tx.abuseReport.updateMany({ where: { ownerId, id: inquiryId, inquiryId }, data: said });
    }
    return ok(null);
  });
}

type Said = { readonly reason: ReportReason; readonly text: string };
