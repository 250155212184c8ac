import { uuidv7 } from 'uuidv7';
import type { Viewer } from '../auth/viewer';
import { asOwner, asSystem, takeTurn } from '../db';
import { limits } from '../limits';
import { ok, type Result, refuse } from '../result';
import { listFilesBefore, measureFolder, removeUpload, writeUpload } from './files';
import { isRoomIn, nameOfUpload, type UploadKind, uploadLife } from './rules';

type Said = {
  readonly kind: UploadKind;
  readonly name: string;
  /** How many bytes will come at most, where somebody said; else as many as may. */
  readonly bytes?: number | undefined;
};

/** A file that is coming in here, and what it may come to: until it is whole, nothing that is stored counts it. */
type Coming = { readonly ownerId: string; readonly id: string; readonly most: number };
const underWay = new Set<Coming>();

/**
 * Keeps a file that comes in, as long as it waits to be imported or restored. At most
 * `limits.uploads` of one account do: the oldest go. A stream that breaks off throws what it threw,
 * and nothing is kept. Nothing was read of what is refused for `later`: as many of the account are coming
 * in already; or for `full`: with it all accounts would have more than is kept.
 */
export async function keepUpload(
  viewer: Viewer,
  stream: AsyncIterable<Uint8Array>,
  said: Said,
  now: Date,
): Promise<Result<{ id: string }, 'too-large' | 'empty' | 'later' | 'full'>> {
  const ownerId = viewer.userId;
  const own = [...underWay].filter((one) => one.ownerId === ownerId);
  if (own.length >= limits.uploads) return refuse('later');
  const most = Math.min(said.bytes ?? Number.POSITIVE_INFINITY, limits.uploadBytes[said.kind]);
  const coming = { ownerId, id: uuidv7(), most };
  // Before anything is asked: of two that come at once each shall count the other.
  underWay.add(coming);
  try {
    return (await hasRoom()) ? await keepOne(viewer, coming, stream, said, now) : refuse('full');
  } finally {
    underWay.delete(coming);
  }
}

/** Whether all that is under way has room. */
async function hasRoom(): Promise<boolean> {
  const { kept, free } = await measureFolder(new Set([...underWay].map(({ id }) => id)));
  return isRoomIn({ kept, free, coming: [...underWay].reduce((sum, { most }) => sum + most, 0) });
}

async function keepOne(
  viewer: Viewer,
  { id, most }: Coming,
  stream: AsyncIterable<Uint8Array>,
  said: Said,
  now: Date,
): Promise<Result<{ id: string }, 'too-large' | 'empty'>> {
  const written = await writeUpload(id, stream, most);
  if (!written.ok) return written;
  const name = nameOfUpload(said.name, said.kind);
  try {
    const row = { id, kind: said.kind, name, bytes: BigInt(written.value), createdAt: now };
    for (const old of await insert(viewer, row)) await removeUpload(old);
  } catch (error) {
    await removeUpload(id);
    throw error;
  }
  return ok({ id });
}

/** @returns the ids that made room */
async function insert(
  viewer: Viewer,
  row: { id: string; kind: UploadKind; name: string; bytes: bigint; createdAt: Date },
): Promise<string[]> {
  const ownerId = viewer.userId;
  return asOwner(viewer, async (tx) => {
    await takeTurn(tx, ownerId);
    await tx.upload.createMany({ data: [{ ownerId, ...row }] });
    const gone = await tx.$queryRaw<{ id: string }[]>`
      DELETE FROM upload WHERE owner_id = ${ownerId}::uuid AND id IN (
        SELECT id FROM upload WHERE owner_id = ${ownerId}::uuid
        ORDER BY created_at DESC, id DESC OFFSET ${limits.uploads})
      RETURNING id::text`;
    return gone.map(({ id }) => id);
  });
}

/** Forgets a file that waits, and its bytes. */
export async function dropUpload(viewer: Viewer, id: string): Promise<Result<null, 'missing'>> {
  const { count } = await asOwner(viewer, (tx) =>
    tx.upload.deleteMany({ where: { ownerId: viewer.userId, id } }),
  );
  if (count === 0) return refuse('missing');
  await removeUpload(id);
  return ok(null);
}

/** A file without a row may be one that is coming in; none takes so long. */
const comingIn = 3_600_000;
/** How many files are asked about at a time. */
const askedAtOnce = 1_000;

/**
 * Removes what waited longer than `limits.uploadHours`, and files whose rows are gone: with an account
 * its rows go, and its files are left to this.
 * @returns how many rows and files went
 */
export async function sweepUploads(now: Date): Promise<{ rows: number; files: number }> {
  const rows = await asSystem((tx) =>
    tx.upload.deleteMany({ where: { createdAt: { lte: new Date(now.getTime() - uploadLife) } } }),
  );
  const ids = await listFilesBefore(new Date(now.getTime() - comingIn));
  let files = 0;
  for (let from = 0; from < ids.length; from += askedAtOnce) {
    const asked = ids.slice(from, from + askedAtOnce);
    const kept = await asSystem((tx) =>
      tx.upload.findMany({ where: { id: { in: asked } }, select: { id: true } }),
    );
    const known = new Set(kept.map(({ id }) => id));
    for (const id of asked.filter((one) => !known.has(one))) {
      await removeUpload(id);
      files += 1;
    }
  }
  return { rows: rows.count, files };
}
