import { randomInt } from 'node:crypto';
import type { Viewer } from '../auth/viewer';
import { asOwner, isDangling, takeTurn } from '../db';
import { limits } from '../limits';
import type { Locale } from '../locale';
import { ok, type Result, refuse } from '../result';
import { shareCode } from './code.rules';
import type { Network } from './networks.rules';

function newCode(): string {
  return shareCode((most) => randomInt(most));
}

export type NewShare = {
  readonly id: string;
  /** Null: the record as a whole. */
  readonly milestoneId: string | null;
  readonly occasion: string | null;
  readonly network: Network;
  readonly server: string | null;
  readonly language: Locale;
};

/** Codes tried before giving up; one is taken in ten to the seventeenth. */
const tries = 3;

/**
 * Makes a share under the id its form was drawn with, so that a form sent twice makes one. `draft`
 * writes its first text around the short address. `missing`: no such milestone of this person;
 * `already-saved`: that id is another share's by now.
 */
export async function makeShare(
  viewer: Viewer,
  share: NewShare,
  draft: (code: string) => string,
  now: Date,
  nextCode: () => string = newCode,
): Promise<Result<null, 'missing' | 'already-saved' | 'too-many-shares'>> {
  const ownerId = viewer.userId;
  try {
    return await asOwner(viewer, async (tx) => {
      await takeTurn(tx, ownerId);
      const made = await tx.share.findFirst({ where: { ownerId, id: share.id } });
      if (made) return isSameAs(made, share) ? ok(null) : refuse('already-saved');
      const had = await tx.share.count({ where: { ownerId }, take: limits.shares });
      if (had >= limits.shares) return refuse('too-many-shares');
      const { milestoneId: id } = share;
      const found = id && (await tx.milestone.count({ where: { ownerId, id, deletedAt: null } }));
      if (found === 0) return refuse('missing');
      for (let i = 0; i < tries; i += 1) {
        const code = nextCode();
        // Skipped rather than refused: the turn is ours, so only the code can be taken, and what a
        // conflict breaks off could not be tried again.
        const { count } = await tx.share.createMany({
          data: [{ ...share, ownerId, code, text: draft(code), createdAt: now }],
          skipDuplicates: true,
        });
        if (count > 0) return ok(null);
      }
      throw new Error(`No free code for share ${share.id}.`);
    });
  } catch (error) {
    if (isDangling(error)) return refuse('missing');
    throw error;
  }
}

type Made = { readonly network: string; readonly language: string } & Pick<
  NewShare,
  'milestoneId' | 'occasion' | 'server'
>;

/** Whether the form that made `made` was sent again, or another under its id. */
function isSameAs(made: Made, share: NewShare): boolean {
  const told = ['milestoneId', 'occasion', 'network', 'server', 'language'] as const;
  return told.every((name) => made[name] === share[name]);
}

/** Puts `text` in the place of version `version`. `stale`: another edit came first and stands. */
export async function reviseShare(
  viewer: Viewer,
  id: string,
  version: number,
  text: string,
): Promise<Result<null, 'missing' | 'stale'>> {
  const ownerId = viewer.userId;
  return asOwner(viewer, async (tx) => {
    const { count } = await tx.share.updateMany({
      where: { ownerId, id, version },
      data: { text, version: { increment: 1 } },
    });
    if (count > 0) return ok(null);
    return refuse((await tx.share.count({ where: { ownerId, id } })) > 0 ? 'stale' : 'missing');
  });
}

/** Notes when a share was sent, or that it was not after all. Sent twice, it keeps its first date. */
export async function markSent(
  viewer: Viewer,
  id: string,
  sentAt: Date | null,
): Promise<Result<null, 'missing'>> {
  const ownerId = viewer.userId;
  return asOwner(viewer, async (tx) => {
    await tx.share.updateMany({
      where: { ownerId, id, ...(sentAt && { sentAt: null }) },
      data: { sentAt },
    });
    return (await tx.share.count({ where: { ownerId, id } })) > 0 ? ok(null) : refuse('missing');
  });
}

/**
 * Takes a share away; its short address leads nowhere from now on, and is never used again. The visits
 * it drew stay counted, as by no share.
 */
export async function deleteShare(viewer: Viewer, id: string): Promise<Result<null, 'missing'>> {
  const ownerId = viewer.userId;
  return asOwner(viewer, async (tx) => {
    // Held before its counts are touched, in the order of whoever counts visits: what they are counting
    // by this share is waited for, and what they count after it is by none.
    const held = await tx.$queryRaw<object[]>`
      SELECT 1 FROM share WHERE owner_id = ${ownerId}::uuid AND id = ${id}::uuid FOR UPDATE`;
    if (held.length === 0) return refuse('missing');
    await tx.visitCount.updateMany({ where: { ownerId, shareId: id }, data: { shareId: null } });
    await tx.share.deleteMany({ where: { ownerId, id } });
    return ok(null);
  });
}

/** Takes an occasion out of the queue, or puts it back. */
export async function passOver(
  viewer: Viewer,
  occasion: string,
  passedAt: Date | null,
): Promise<void> {
  const ownerId = viewer.userId;
  await asOwner(viewer, async (tx) => {
    if (passedAt === null) await tx.passedOver.deleteMany({ where: { ownerId, occasion } });
    else {
      await tx.passedOver.createMany({
        data: [{ ownerId, occasion, passedAt }],
        skipDuplicates: true,
      });
    }
  });
}
