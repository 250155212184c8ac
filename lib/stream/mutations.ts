import { uuidv7 } from 'uuidv7';
import type { Viewer } from '../auth/viewer';
import { asOwner, isConflictOn, type Tx, takeTurn } from '../db';
import { limits } from '../limits';
import type { Bilingual, Locale } from '../locale';
import { ok, type Result, refuse } from '../result';
import { nameColumns } from './row';
import { answeringTo, keysOf, mainKeyOf, type Origin, streamKey, streamRow } from './rules';
import { putUnder } from './search/mutations';

/**
 * The id of the stream called `name` in either language, which begins to exist when it is first
 * named. `language` is the one the name is written in.
 *
 * A closed stream is used as it is and stays closed: the same form mends a typing error of years
 * ago and logs what still trickles in, and neither says that the work goes on.
 */
export async function openStream(
  viewer: Viewer,
  name: string,
  language: Locale,
): Promise<Result<string, 'too-many-streams'>> {
  const ownerId = viewer.userId;
  const nameKey = streamKey(name);
  return asOwner(viewer, async (tx) => {
    const known = await findNamed(tx, ownerId, [nameKey]);
    if (known) return ok(known.id);
    if ((await tx.stream.count({ where: { ownerId } })) >= limits.streams) {
      return refuse('too-many-streams');
    }
    // Two forms may name it at once; the index lets one in, and both get its id.
    await tx.stream.createMany({
      data: [streamRow(ownerId, uuidv7(), name, language)],
      skipDuplicates: true,
    });
    const opened = await tx.stream.findUniqueOrThrow({
      where: { ownerId_nameKey: { ownerId, nameKey } },
      select: { id: true },
    });
    return ok(opened.id);
  });
}

/** What a person says of a stream. */
export type StreamDraft = { readonly name: Bilingual; readonly origin: Origin };

/**
 * Makes a stream under `id`, which the form was drawn with, so that a form sent twice makes one.
 * The same id with other names is refused: neither may vanish.
 */
export async function createStream(
  viewer: Viewer,
  id: string,
  { name, origin }: StreamDraft,
): Promise<
  Result<{ id: string }, 'stream-name-taken' | 'stream-already-saved' | 'too-many-streams'>
> {
  const ownerId = viewer.userId;
  const nameKey = mainKeyOf(name, viewer.locale);
  return asOwner(viewer, async (tx) => {
    const made = await tx.stream.findFirst({ where: { ownerId, id } });
    if (made) return isSaidAgain(made, name, origin) ? ok({ id }) : refuse('stream-already-saved');
    // Not itself: the same form may be saving it in this moment.
    if (await findNamed(tx, ownerId, keysOf(name), id)) return refuse('stream-name-taken');
    if ((await tx.stream.count({ where: { ownerId } })) >= limits.streams) {
      return refuse('too-many-streams');
    }
    const { count } = await tx.stream.createMany({
      data: [{ ownerId, id, nameKey, origin, ...nameColumns(name) }],
      skipDuplicates: true,
    });
    if (count === 1) return ok({ id });
    // The same form, or another with the same name, came first in the same moment.
    const first = await tx.stream.findFirst({ where: { ownerId, id } });
    if (!first) return refuse('stream-name-taken');
    return isSaidAgain(first, name, origin) ? ok({ id }) : refuse('stream-already-saved');
  });
}

/**
 * Puts names and origin in the place of version `version`. Search finds its milestones by the new
 * names, and an edit of one that was drawn before is stale: it would bring the old name back.
 */
export async function reviseStream(
  viewer: Viewer,
  id: string,
  version: number,
  { name, origin }: StreamDraft,
): Promise<Result<{ id: string }, 'stale' | 'missing' | 'stream-name-taken'>> {
  const ownerId = viewer.userId;
  try {
    return await asOwner(viewer, async (tx) => {
      const before = await tx.stream.findFirst({ where: { ownerId, id } });
      if (!before) return refuse('missing');
      if (await findNamed(tx, ownerId, keysOf(name), id)) return refuse('stream-name-taken');
      const { count } = await tx.stream.updateMany({
        where: { ownerId, id, version },
        data: {
          ...nameColumns(name),
          nameKey: mainKeyOf(name, viewer.locale),
          origin,
          version: { increment: 1 },
        },
      });
      if (count === 0) return refuse('stale');
      const isRenamed = before.nameJa !== name.ja || before.nameEn !== name.en;
      if (isRenamed) await putUnder(tx, ownerId, id, { id, name });
      return ok({ id });
    });
  } catch (error) {
    // Whoever took the name in the same moment was let in first by the index.
    if (isConflictOn(error, 'name_key')) return refuse('stream-name-taken');
    throw error;
  }
}

/** Offers it no more; closing what is closed keeps its first date. */
export async function closeStream(
  viewer: Viewer,
  id: string,
  now: Date,
): Promise<Result<{ id: string }, 'missing'>> {
  return setClosed(viewer, id, now);
}

/** Offers it again. */
export async function reopenStream(
  viewer: Viewer,
  id: string,
): Promise<Result<{ id: string }, 'missing'>> {
  return setClosed(viewer, id, null);
}

async function setClosed(
  viewer: Viewer,
  id: string,
  closedAt: Date | null,
): Promise<Result<{ id: string }, 'missing'>> {
  const ownerId = viewer.userId;
  return asOwner(viewer, async (tx) => {
    await tx.stream.updateMany({
      where: { ownerId, id, ...(closedAt && { closedAt: null }) },
      data: { closedAt },
    });
    const isThere = (await tx.stream.count({ where: { ownerId, id } })) > 0;
    return isThere ? ok({ id }) : refuse('missing');
  });
}

/**
 * Moves all that hangs on `fromId` to `intoId` and deletes the emptied one; it cannot be undone. Of
 * two merges in opposite directions at once one wins, and the other finds a stream missing: both
 * lock the two in the same order.
 */
export async function mergeStreams(
  viewer: Viewer,
  fromId: string,
  intoId: string,
): Promise<Result<{ id: string }, 'merge-with-itself' | 'missing'>> {
  if (fromId === intoId) return refuse('merge-with-itself');
  const ownerId = viewer.userId;
  return asOwner(viewer, async (tx) => {
    await takeTurn(tx, ownerId);
    const locked = await tx.$queryRaw<unknown[]>`
      SELECT id FROM stream
      WHERE owner_id = ${ownerId}::uuid AND id IN (${fromId}::uuid, ${intoId}::uuid)
      ORDER BY id FOR UPDATE`;
    if (locked.length < 2) return refuse('missing');
    const into = await tx.stream.findFirstOrThrow({ where: { ownerId, id: intoId } });
    const name = { ja: into.nameJa, en: into.nameEn };
    await putUnder(tx, ownerId, fromId, { id: intoId, name });
    const where = { ownerId, streamId: fromId };
    const moved = { streamId: intoId, version: { increment: 1 } };
    await tx.effort.updateMany({ where, data: moved });
    await tx.goal.updateMany({ where, data: moved });
    await tx.inquiry.updateMany({ where, data: moved });
    await tx.timer.updateMany({ where, data: { streamId: intoId } });
    await tx.stream.delete({ where: { ownerId_id: { ownerId, id: fromId } } });
    return ok({ id: intoId });
  });
}

function isSaidAgain(
  made: { nameJa: string | null; nameEn: string | null; origin: string },
  name: Bilingual,
  origin: Origin,
): boolean {
  return made.nameJa === name.ja && made.nameEn === name.en && made.origin === origin;
}

/** The stream that answers to one of `keys`, other than `except`. */
async function findNamed(
  tx: Tx,
  ownerId: string,
  keys: readonly string[],
  except?: string,
): Promise<{ id: string } | null> {
  const rows = await tx.stream.findMany({
    where: { ownerId, ...(except && { id: { not: except } }) },
    select: { id: true, nameKey: true, nameJa: true, nameEn: true },
    orderBy: { id: 'asc' },
  });
  return answeringTo(rows, keys);
}
