import type { Viewer } from '../auth/viewer';
import { asOwner, isConflictOn } from '../db';
import type { Bilingual } from '../locale';
import { ok, type Result, refuse } from '../result';

export type Profile = {
  readonly handle: string;
  readonly displayName: string;
  readonly headline: Bilingual;
  readonly about: Bilingual;
};

/**
 * Changes what the record says of the person. `handle-taken`: the index let another in first;
 * `stale`: version `version` has been overwritten since it was read.
 */
export async function reviseProfile(
  viewer: Viewer,
  version: number,
  profile: Profile,
): Promise<Result<null, 'stale' | 'handle-taken'>> {
  try {
    const { count } = await asOwner(viewer, (tx) =>
      tx.record.updateMany({
        where: { ownerId: viewer.userId, version },
        data: {
          handle: profile.handle,
          displayName: profile.displayName,
          headlineJa: profile.headline.ja,
          headlineEn: profile.headline.en,
          aboutJa: profile.about.ja,
          aboutEn: profile.about.en,
          version: { increment: 1 },
        },
      }),
    );
    return count === 0 ? refuse('stale') : ok(null);
  } catch (error) {
    if (isConflictOn(error, 'handle')) return refuse('handle-taken');
    throw error;
  }
}

/** Opens the record to everyone. Publishing what is published keeps its first date. */
export async function publish(viewer: Viewer, now: Date): Promise<void> {
  await asOwner(viewer, (tx) =>
    tx.record.updateMany({
      where: { ownerId: viewer.userId, publishedAt: null },
      data: { publishedAt: now },
    }),
  );
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
