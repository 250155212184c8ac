import type { Viewer } from '../../auth/viewer';
import { asOwner } from '../../db';
import type { ReportReason } from '../../report/rules';
import { ok, type Result, refuse } from '../../result';
import { hold, retally } from '../row';

/**
 * Keeps the viewer's report of a message they got, one a message; the latest words stand, and whoever
 * sent it no longer counts among those who came. `missing`: no such inquiry of this person.
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
    const found = await hold(tx, ownerId, inquiryId);
    // Entered by hand, nobody sent it.
    if (found?.arrival !== 'form') return refuse('missing');
    // Words that an operator did not read yet.
    const said = { reason, text, reportedAt: now, handledAt: null };
    const { count } = await tx.abuseReport.createMany({
      data: [{ ownerId, id: inquiryId, about: 'inquiry', inquiryId, ...said }],
      skipDuplicates: true,
    });
    if (count === 0) {
      await tx.abuseReport.updateMany({ where: { ownerId, id: inquiryId, inquiryId }, data: said });
    }
    await retally(tx, ownerId);
    return ok(null);
  });
}
