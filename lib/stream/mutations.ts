import { uuidv7 } from 'uuidv7';
import type { Viewer } from '../auth/viewer';
import { asOwner } from '../db';
import { limits } from '../limits';
import type { Locale } from '../locale';
import { ok, type Result, refuse } from '../result';
import { streamKey } from './rules';

/**
 * The id of the stream called `name`, which begins to exist when it is first named. `language` is
 * the one the name is written in.
 */
export async function openStream(
  viewer: Viewer,
  name: string,
  language: Locale,
): Promise<Result<string, 'too-many-streams'>> {
  const ownerId = viewer.userId;
  const nameKey = streamKey(name);
  return asOwner(viewer, async (tx) => {
    const known = await tx.stream.findUnique({
      where: { ownerId_nameKey: { ownerId, nameKey } },
      select: { id: true },
    });
    if (known) return ok(known.id);
    if ((await tx.stream.count({ where: { ownerId } })) >= limits.streams) {
      return refuse('too-many-streams');
    }
    // Two forms may name it at once; the index lets one in, and both get its id.
    await tx.stream.createMany({
      data: [{ ownerId, id: uuidv7(), nameKey, [language === 'ja' ? 'nameJa' : 'nameEn']: name }],
      skipDuplicates: true,
    });
    const opened = await tx.stream.findUniqueOrThrow({
      where: { ownerId_nameKey: { ownerId, nameKey } },
      select: { id: true },
    });
    return ok(opened.id);
  });
}
