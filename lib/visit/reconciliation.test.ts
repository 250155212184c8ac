import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { openSession } from '../account/session/mutations';
import { sealSecret, sessionCookie } from '../auth/token';
import { asSystem } from '../db';
import { arrival } from '../testing/people';
import { addShown, openRecord } from '../testing/shown';
import { makeShare } from '../testing/visits';
import { VisitBuffer } from './buffer';
import { writeReadings } from './mutations';
import type { Reading } from './rules';

/** The same row of numbers every time, from 0 to below 1. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

test('counted is made minus excluded, exactly, whoever writes at once and whatever fails', async () => {
  const next = seeded(20_261_125);
  const pick = <T>(all: readonly T[]) => all[Math.floor(next() * all.length)] as T;
  const now = new Date();
  const people = await Promise.all(
    Array.from({ length: 3 }, async () => {
      const viewer = await openRecord();
      const { publicId } = await addShown(viewer);
      const { code } = await makeShare(viewer);
      const { userId: ownerId } = viewer;
      const { secret } = await openSession(ownerId, arrival(), now);
      const cookie = `${sessionCookie().name}=${await sealSecret(secret)}`;
      return { viewer, publicId, code, cookie };
    }),
  );

  const expected = new Map(
    people.map(({ viewer }) => [
      viewer.userId,
      { views: 0, previews: 0, people: new Set<string>(), sources: new Map<string, number>() },
    ]),
  );
  const readings = Array.from({ length: 6_000 }, (): Reading => {
    const { viewer, publicId, code, cookie } = pick(people);
    const kind = next();
    const isOwner = kind < 0.1;
    const isGone = kind >= 0.1 && kind < 0.15;
    const isPreview = kind >= 0.15 && kind < 0.25;
    const milestone = isGone ? randomUUID() : pick(['', publicId]);
    const share = pick(['', code, 'ZZZZZZZZZZ']);
    const source = pick(['', 'x.com', 'bsky.app', 'example.org']);
    const bucket = `203.0.113.${Math.floor(next() * 200)}`;
    const sum = expected.get(viewer.userId);
    if (!sum) throw new Error('nobody');
    if (!isOwner && !isGone) {
      if (isPreview) sum.previews += 1;
      else {
        sum.views += 1;
        sum.people.add([bucket, milestone, share === code].join(' '));
        sum.sources.set(source, (sum.sources.get(source) ?? 0) + 1);
      }
    }
    return {
      at: now,
      handle: viewer.handle,
      milestone,
      share,
      source,
      country: '',
      isPreview,
      bucket,
      userAgent: 'a browser',
      cookie: isOwner ? cookie : '',
    };
  });

  // Four processes; of some writings they never learn whether they were done, others are never done.
  const buffers = Array.from({ length: 4 }, () => {
    const write = async (id: string, batch: readonly Reading[]) => {
      const luck = next();
      if (luck < 0.2) throw new Error('never arrived');
      await writeReadings(id, batch, now);
      if (luck < 0.4) throw new Error('arrived, and nobody said so');
    };
    return new VisitBuffer({ write, batch: 100, say: () => {}, every: 3_600_000 });
  });
  for (const reading of readings) pick(buffers).add(reading);
  const all = buffers.map(async (buffer) => {
    // More often than any of them can fail.
    for (let i = 0; i < 100; i += 1) await buffer.flush();
  });
  await Promise.all(all);

  for (const [ownerId, sum] of expected) {
    const rows = await asSystem((tx) => tx.visitCount.findMany({ where: { ownerId } }));
    const total = (of: 'views' | 'visits' | 'previews') =>
      rows.reduce((all, row) => all + row[of], 0);
    expect([total('views'), total('visits'), total('previews')]).toEqual([
      sum.views,
      sum.people.size,
      sum.previews,
    ]);
    for (const [source, views] of sum.sources) {
      const from = rows.filter((row) => row.source === source);
      expect(from.reduce((all, row) => all + row.views, 0)).toBe(views);
    }
  }
});
