import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { openSession } from '../account/session/mutations';
import { sealSecret, sessionCookie } from '../auth/token';
import type { Viewer } from '../auth/viewer';
import { asSystem } from '../db';
import { limits } from '../limits';
import { arrival, makePerson } from '../testing/people';
import { addShown, openRecord } from '../testing/shown';
import { countsOf, hours, makeShare, readingOf, sums, visitorsOf, write } from '../testing/visits';
import type { Reading } from './rules';

const noon = new Date('2020-05-20T03:00:00Z');

async function cookieOf({ userId }: Viewer, now = new Date()): Promise<string> {
  const { secret } = await openSession(userId, arrival(), now);
  return `${sessionCookie().name}=${await sealSecret(secret)}`;
}

describe('what is counted', () => {
  test('documents, shares, sites and countries apart, in the owner’s day', async () => {
    const hana = await openRecord();
    const { id, publicId } = await addShown(hana);
    const share = await makeShare(hana, id);
    await write([
      readingOf(hana, { at: noon }),
      readingOf(hana, { at: noon, source: 'x.com', country: 'JP' }),
      readingOf(hana, { at: noon, milestone: publicId, share: share.code, source: 't.co' }),
      readingOf(hana, {
        at: noon,
        milestone: publicId,
        share: share.code,
        source: 'x.com',
        isPreview: true,
      }),
      // An address from before goes by the other id.
      readingOf(hana, { milestone: id, at: new Date('2020-05-20T15:00:00Z') }),
    ]);
    const rows = await countsOf(hana);
    const told = rows.map(({ ownerId: _, id: __, day, ...row }) => [
      day.toISOString().slice(0, 10),
      row,
    ]);
    const none = { milestoneId: null, shareId: null, source: '', country: '' };
    const [one, zero] = [
      { views: 1, visits: 1, previews: 0 },
      { views: 1, visits: 0, previews: 0 },
    ];
    expect(told).toHaveLength(5);
    expect(told).toEqual(
      expect.arrayContaining([
        ['2020-05-20', { ...none, ...one }],
        ['2020-05-20', { ...none, ...zero, source: 'x.com', country: 'JP' }],
        ['2020-05-20', { ...none, ...one, milestoneId: id, shareId: share.id, source: 't.co' }],
        [
          '2020-05-20',
          {
            ...{ ...none, milestoneId: id, shareId: share.id, source: 'x.com' },
            ...{ views: 0, visits: 0, previews: 1 },
          },
        ],
        ['2020-05-21', { ...none, ...one, milestoneId: id }],
      ]),
    );
    // Three who read, the browser on each of two days, and two sites that were new.
    expect(await visitorsOf(hana)).toHaveLength(3 + 2 + 2);
  });

  test('a share that is unknown or somebody else’s is none; a document that is gone is not', async () => {
    const [hana, ken] = [await openRecord(), await openRecord()];
    const [other, { code }] = [await addShown(ken), await makeShare(ken)];
    await write([
      readingOf(hana, { share: code }),
      readingOf(hana, { share: 'AAAAAAAAAA' }),
      readingOf(hana, { milestone: other.publicId }),
      readingOf(hana, { milestone: randomUUID() }),
      readingOf(hana, { handle: 'nobody-has-it' }),
    ]);
    expect((await countsOf(hana)).map(({ shareId, views }) => [shareId, views])).toEqual([
      [null, 2],
    ]);
    expect(await countsOf(ken)).toEqual([]);
  });

  test('a share counts with what it is of, and not with anything it is put beside', async () => {
    const hana = await openRecord();
    const [mine, other] = [await addShown(hana), await addShown(hana)];
    const [ofOne, ofAll] = [await makeShare(hana, mine.id), await makeShare(hana)];
    const pages = ['', mine.publicId, other.publicId];
    const all = pages.flatMap((milestone) =>
      [ofOne, ofAll].map(({ code }) => readingOf(hana, { milestone, share: code })),
    );
    await write(all);
    const rows = (await countsOf(hana)).map(({ milestoneId, shareId }) => [milestoneId, shareId]);
    expect(rows).toHaveLength(6);
    expect(rows.filter(([, shareId]) => shareId === ofOne.id)).toEqual([[mine.id, ofOne.id]]);
    expect(rows.filter(([, shareId]) => shareId === ofAll.id)).toHaveLength(3);
  });

  test('browsers made up at one address are so many visits, whatever batches they come in', async () => {
    const hana = await openRecord();
    const { publicId } = await addShown(hana);
    const from = (n: number, some: Partial<Reading> = {}) =>
      readingOf(hana, { userAgent: `browser ${n}`, ...some });
    for (const start of [0, 15, 30]) {
      await write(Array.from({ length: 15 }, (_, n) => from(start + n)));
    }
    const { people } = limits.visitsAnAddress;
    expect(await sums(hana)).toEqual({ views: 45, visits: people, previews: 0 });
    // Who counts goes on counting, who does not still does not, and the neighbours are not in the way.
    await write([
      from(0, { milestone: publicId }),
      from(44, { milestone: publicId }),
      from(45, { bucket: '203.0.113.8' }),
    ]);
    expect(await sums(hana)).toEqual({ views: 48, visits: people + 2, previews: 0 });
  });

  test('the owner is not a reader while signed in, and anyone else is', async () => {
    const [hana, ken] = [await openRecord(), await makePerson()];
    const now = new Date();
    const at = now;
    const expired = await cookieOf(hana, hours(-31 * 24, now));
    const owner = await cookieOf(hana, now);
    const seen = () =>
      asSystem((tx) =>
        tx.session.findMany({ where: { ownerId: hana.userId }, orderBy: { id: 'asc' } }),
      );
    const before = await seen();
    await write(
      [
        readingOf(hana, { at, cookie: owner }),
        readingOf(hana, { at, cookie: `${owner}x`, bucket: 'forged' }),
        readingOf(hana, { at, cookie: await cookieOf(ken, now), bucket: 'ken' }),
        readingOf(hana, { at, cookie: expired, bucket: 'expired' }),
        readingOf(hana, { at, cookie: `${sessionCookie().name}=rubbish`, bucket: 'rubbish' }),
      ],
      hours(0.1, now),
    );
    expect(await sums(hana)).toEqual({ views: 4, visits: 4, previews: 0 });
    expect(await seen()).toEqual(before);
  });

  test('a batch counts once, however often and at once it is written', async () => {
    const hana = await openRecord();
    const id = randomUUID();
    const batch = [readingOf(hana), readingOf(hana, { bucket: '203.0.113.8' })];
    const written = await Promise.all(Array.from({ length: 5 }, () => write(batch, undefined, id)));
    expect(written.filter(({ repeated }) => repeated)).toHaveLength(4);
    expect(await write(batch, undefined, id)).toMatchObject({ repeated: true });
    expect(await sums(hana)).toEqual({ views: 2, visits: 2, previews: 0 });
  });

  test('a batch that fails leaves nothing behind, its mark neither', async () => {
    const hana = await openRecord();
    const id = randomUUID();
    // Longer than any host; nothing lets it in here, so the CHECK has to.
    const bad = [readingOf(hana), readingOf(hana, { source: 'a'.repeat(254) })];
    await expect(write(bad, undefined, id)).rejects.toThrow();
    expect([await countsOf(hana), await visitorsOf(hana)]).toEqual([[], []]);
    expect((await write([readingOf(hana)], undefined, id)).repeated).toBe(false);
  });
});
