import { handleHash } from '../account/closing/rules';
import type { Viewer } from '../auth/viewer';
import { asOwner, isConflictOn, isRefusedBy, type Tx, takeTurn } from '../db';
import { env } from '../env';
import { limits } from '../limits';
import type { Bilingual, Locale } from '../locale';
import { ok, type Result, refuse } from '../result';
import { linksToCheck } from './contact.rules';
import { type Grain, isGrain } from './disclosure.rules';
import { madeFiner, madeSafe, type Showing } from './showing.rules';

export type Profile = {
  readonly handle: string;
  readonly displayName: string;
  readonly headline: Bilingual;
  readonly about: Bilingual;
  /** The language these were first written in. */
  readonly language: Locale;
  /** http(s) addresses. */
  readonly contactLinks: readonly string[];
};

class HandleTaken extends Error {}
class HandleHoarded extends Error {}

/**
 * Changes what the record says of the person. `handle-taken`: another has it, or gave it up so lately
 * that it still leads to them, or deleted their account so lately that it is kept out of use; `stale`: version `version` has been overwritten since it was read;
 * `too-many-old-handles`: so many lead on already; `links-unchecked`: links show only once they are
 * checked, and a new contact link is not among those `lookedAt`. The old handle leads to the new one
 * for 90 days.
 */
export async function reviseProfile(
  viewer: Viewer,
  version: number,
  profile: Profile,
  now: Date,
  lookedAt: readonly string[] = [],
): Promise<Result<null, 'stale' | 'handle-taken' | 'too-many-old-handles' | 'links-unchecked'>> {
  const ownerId = viewer.userId;
  try {
    return await asOwner(viewer, async (tx) => {
      const before = await tx.record.findUniqueOrThrow({
        where: { ownerId },
        select: { handle: true, version: true, contactLinks: true, checksLinks: true },
      });
      if (before.version !== version) return refuse('stale');
      const { contactLinks } = profile;
      const toCheck = linksToCheck(before, { contactLinks, checksLinks: before.checksLinks });
      if (toCheck.some((link) => !lookedAt.includes(link))) return refuse('links-unchecked');
      const { count } = await tx.record.updateMany({
        where: { ownerId, version },
        data: {
          handle: profile.handle,
          displayName: profile.displayName,
          headlineJa: profile.headline.ja,
          headlineEn: profile.headline.en,
          aboutJa: profile.about.ja,
          aboutEn: profile.about.en,
          language: profile.language,
          contactLinks: [...contactLinks],
          version: { increment: 1 },
        },
      });
      if (count === 0) return refuse('stale');
      if (before.handle !== profile.handle) await giveUp(tx, viewer, before.handle, profile, now);
      return ok(null);
    });
  } catch (error) {
    if (error instanceof HandleHoarded) return refuse('too-many-old-handles');
    if (error instanceof HandleTaken || isConflictOn(error, 'handle'))
      return refuse('handle-taken');
    throw error;
  }
}

/**
 * Keeps `old` leading on. The index on `record.handle` has made anyone who wants the same handle wait
 * by now, so what is read here holds. Throws, to undo all, where another's old handle still leads, or
 * the handle is kept out of use.
 */
async function giveUp(tx: Tx, viewer: Viewer, old: string, { handle }: Profile, now: Date) {
  const ownerId = viewer.userId;
  const kept = await tx.oldHandle.findUnique({ where: { handle } });
  if (kept && kept.ownerId !== ownerId && kept.until > now) throw new HandleTaken();
  const hash = handleHash(handle, env().APP_SECRET);
  const held = await tx.handleHold.count({ where: { handleHash: hash, until: { gt: now } } });
  if (held > 0) throw new HandleTaken();
  await tx.oldHandle.deleteMany({
    where: {
      OR: [
        { ownerId, handle },
        { handle: { in: [handle, old] }, until: { lte: now } },
      ],
    },
  });
  const live = await tx.oldHandle.count({ where: { ownerId, until: { gt: now } } });
  if (live >= limits.oldHandles) throw new HandleHoarded();
  const until = new Date(now.getTime() + limits.oldHandleDays * 86_400_000);
  await tx.oldHandle.create({ data: { handle: old, ownerId, until } });
}

/**
 * Changes how the record is shown; what the employer-safe mode promises is seen to here. Milestones
 * that a client was asked about and whose amounts show finer from now on wait until they agree again.
 * `pen-name-needed`: the mode is on, but there is no name to go by; `links-unchecked`: links show only
 * once they are checked from now on, and a contact link is not among those `lookedAt`.
 */
export async function reviseShowing(
  viewer: Viewer,
  version: number,
  chosen: Showing,
  now: Date,
  lookedAt: readonly string[] = [],
): Promise<Result<null, 'stale' | 'pen-name-needed' | 'links-unchecked'>> {
  const { isEmployerSafe, sections, ...showing } = madeSafe(chosen);
  if (isEmployerSafe && !showing.penName) return refuse('pen-name-needed');
  const ownerId = viewer.userId;
  return asOwner(viewer, async (tx) => {
    // A client who is asked in this moment is asked before or after it, not in between.
    await takeTurn(tx, ownerId);
    const stored = await tx.record.findUniqueOrThrow({ where: { ownerId } });
    if (stored.version !== version) return refuse('stale');
    const { contactLinks } = stored;
    const toCheck = linksToCheck(stored, { contactLinks, checksLinks: showing.checksLinks });
    if (toCheck.some((link) => !lookedAt.includes(link))) return refuse('links-unchecked');
    const { count } = await tx.record.updateMany({
      where: { ownerId, version },
      data: {
        ...showing,
        sections: [...sections],
        employerSafeAt: isEmployerSafe ? (stored.employerSafeAt ?? now) : null,
        version: { increment: 1 },
      },
    });
    if (count === 0) return refuse('stale');
    const { disclosure, employerSafeAt } = stored;
    const before = {
      // What no grain is shows nothing.
      disclosure: isGrain(disclosure) ? disclosure : 'hidden',
      isEmployerSafe: employerSafeAt !== null,
    };
    const finer = madeFiner(before, { disclosure: showing.disclosure, isEmployerSafe });
    await askAgain(tx, ownerId, finer);
    return ok(null);
  });
}

/** What a client was asked about was the amount as it showed; a finer one is another text. */
async function askAgain(tx: Tx, ownerId: string, grains: readonly (Grain | null)[]): Promise<void> {
  if (grains.length === 0) return;
  await tx.milestone.updateMany({
    where: {
      ownerId,
      kind: 'income',
      needsPermission: true,
      permission: { askedAt: { not: null } },
      OR: grains.map((disclosure) => ({ disclosure })),
    },
    data: { textVersion: { increment: 1 } },
  });
}

/**
 * Opens the record to everyone. Publishing what is published keeps its first date. `record-suspended`:
 * an operator keeps it closed; `deletion-planned`: the account is to go.
 */
export async function publish(
  viewer: Viewer,
  now: Date,
): Promise<Result<null, 'record-suspended' | 'deletion-planned'>> {
  const { userId: ownerId } = viewer;
  try {
    return await asOwner(viewer, async (tx) => {
      // Whoever plans the deletion in this moment is done before, or closes the record after.
      await takeTurn(tx, ownerId);
      const { deleteAt } = await tx.user.findUniqueOrThrow({
        where: { id: ownerId },
        select: { deleteAt: true },
      });
      if (deleteAt) return refuse('deletion-planned');
      await tx.record.updateMany({
        where: { ownerId, publishedAt: null },
        data: { publishedAt: now },
      });
      return ok(null);
    });
  } catch (error) {
    if (isRefusedBy(error, 'record_suspended_check')) return refuse('record-suspended');
    throw error;
  }
}

/** Closes it again, at once and for all its documents. */
export async function retract(viewer: Viewer): Promise<void> {
  await asOwner(viewer, (tx) =>
    tx.record.updateMany({
      where: { ownerId: viewer.userId },
      data: { publishedAt: null },
    }),
  );
}
