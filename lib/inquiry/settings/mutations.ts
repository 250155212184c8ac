import type { Viewer } from '../../auth/viewer';
import { asOwner, takeTurn } from '../../db';
import { normaliseEmail } from '../../email';
import { limits } from '../../limits';
import { ok, type Result, refuse } from '../../result';
import { retally } from '../row';

/** What its owner decides of the contact form. */
export type InquirySettings = {
  /** Whether strangers may write. */
  readonly takesInquiries: boolean;
  /** Whether strangers read how many came and how soon they were answered. */
  readonly showsResponse: boolean;
  /** Days that a closed inquiry is kept; null: until it is deleted. */
  readonly inquiryDays: number | null;
};

/** Puts `settings` in the place of those of version `version`. `stale`: another edit came first and stands. */
export async function reviseInquirySettings(
  viewer: Viewer,
  version: number,
  settings: InquirySettings,
): Promise<Result<null, 'stale'>> {
  const { takesInquiries, showsResponse, inquiryDays } = settings;
  const { count } = await asOwner(viewer, (tx) =>
    tx.record.updateMany({
      where: { ownerId: viewer.userId, version },
      data: { takesInquiries, showsResponse, inquiryDays, version: { increment: 1 } },
    }),
  );
  return count === 0 ? refuse('stale') : ok(null);
}

/**
 * Takes in nothing more from `email`, without telling whoever writes from there, and no longer counts
 * them among those who came. Blocking again keeps the first date.
 */
export async function blockSender(
  viewer: Viewer,
  email: string,
  now: Date,
): Promise<Result<null, 'too-many-blocked'>> {
  const ownerId = viewer.userId;
  const sender = normaliseEmail(email);
  return asOwner(viewer, async (tx) => {
    await takeTurn(tx, ownerId);
    const had = await tx.blockedSender.findMany({ where: { ownerId }, select: { email: true } });
    if (had.some((blocked) => blocked.email === sender)) return ok(null);
    if (had.length >= limits.blockedSenders) return refuse('too-many-blocked');
    await tx.blockedSender.create({ data: { ownerId, email: sender, blockedAt: now } });
    await retally(tx, ownerId);
    return ok(null);
  });
}

/** Hears from `email` again. */
export async function unblockSender(viewer: Viewer, email: string): Promise<void> {
  const ownerId = viewer.userId;
  await asOwner(viewer, async (tx) => {
    await tx.blockedSender.deleteMany({ where: { ownerId, email: normaliseEmail(email) } });
    await retally(tx, ownerId);
  });
}
