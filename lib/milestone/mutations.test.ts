import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '../auth/viewer';
import { asOwner } from '../db';
import { openStream } from '../stream/mutations';
import { income, makePerson, work } from '../testing/people';
import { getDeletedMilestone, getMilestone, listDeletedMilestones, listMilestones } from './data';
import { deleteMilestone, logMilestone, restoreMilestone, reviseMilestone } from './mutations';

const now = new Date('2026-08-15T03:00:00Z');
const days = (count: number) => new Date(now.getTime() + count * 86_400_000);

let hana: Viewer;
let ken: Viewer;
let stream: string;

beforeAll(async () => {
  [hana, ken] = await Promise.all([makePerson(), makePerson()]);
  const opened = await openStream(hana, 'ブログ', 'ja');
  if (!opened.ok) throw new Error(opened.reason);
  stream = opened.value;
});

describe('logging', () => {
  test('keeps everything that was said', async () => {
    const id = uuidv7();
    const draft = income(300_000, '2026-07', {
      title: { ja: '初の30万円', en: 'First ¥300K' },
      story: { ja: '学んだこと', en: null },
      income: { minor: 300_000n, currency: 'JPY', fees: 60_000n, costs: 0n },
      minutes: 390,
      tags: ['副業', 'React'],
      visibility: 'unlisted',
      evidence: ['https://example.com/b', 'https://example.com/a'],
    });
    expect(await logMilestone(hana, id, draft, stream, now)).toEqual({ ok: true, value: { id } });
    const { streamName: _, ...said } = draft;
    expect(await getMilestone(hana, id)).toMatchObject({
      ...said,
      stream: { id: stream, name: { ja: 'ブログ', en: null } },
      version: 1,
      publishedAt: now,
      recordedAt: now,
    });
  });

  test('a form sent twice, or ten times at once, makes one milestone', async () => {
    const person = await makePerson();
    const id = uuidv7();
    const draft = work('一度だけ', '2026-08-01');
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => logMilestone(person, id, draft, null, now)),
    );
    expect(answers).toEqual(Array(10).fill({ ok: true, value: { id } }));
    expect((await listMilestones(person, {}, null)).total).toBe(1);
  });

  test('the same form with another text is refused, and the first stands', async () => {
    const id = uuidv7();
    await logMilestone(hana, id, work('最初', '2026-08-01'), null, now);
    expect(await logMilestone(hana, id, work('あと', '2026-08-01'), null, now)).toEqual({
      ok: false,
      reason: 'already-saved',
    });
    expect((await getMilestone(hana, id))?.title.ja).toBe('最初');
  });

  test('the same id of another person is another milestone', async () => {
    const id = uuidv7();
    await logMilestone(hana, id, work('花の', '2026-08-01'), null, now);
    expect((await logMilestone(ken, id, work('健の', '2026-08-01'), null, now)).ok).toBe(true);
    expect((await getMilestone(hana, id))?.title.ja).toBe('花の');
    expect((await getMilestone(ken, id))?.title.ja).toBe('健の');
  });

  test('a stream of another person cannot be named', async () => {
    expect(await logMilestone(ken, uuidv7(), income(1, '2026-08'), stream, now)).toEqual({
      ok: false,
      reason: 'stream-missing',
    });
    expect((await listMilestones(ken, { kind: 'income' }, null)).total).toBe(0);
  });
});

describe('editing', () => {
  test('replaces the version it was based on, evidence included', async () => {
    const id = uuidv7();
    await logMilestone(
      hana,
      id,
      work('前', '2026-08', { evidence: ['https://a.example/'] }),
      null,
      now,
    );
    const draft = work('後', '2026-07', { evidence: ['https://b.example/'] });
    expect((await reviseMilestone(hana, id, 1, draft, null, now)).ok).toBe(true);
    expect(await getMilestone(hana, id)).toMatchObject({
      title: { ja: '後' },
      evidence: ['https://b.example/'],
      version: 2,
    });
  });

  test('of two edits at once one wins and the other is told', async () => {
    const id = uuidv7();
    await logMilestone(hana, id, work('0', '2026-08'), null, now);
    const answers = await Promise.all(
      ['1', '2'].map((title) => reviseMilestone(hana, id, 1, work(title, '2026-08'), null, now)),
    );
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'stale' });
  });

  test('publishing keeps its first date until it is private again', async () => {
    const id = uuidv7();
    await logMilestone(hana, id, work('公開', '2026-08', { visibility: 'public' }), null, now);
    await reviseMilestone(
      hana,
      id,
      1,
      work('公開', '2026-08', { visibility: 'unlisted' }),
      null,
      days(1),
    );
    expect((await getMilestone(hana, id))?.publishedAt).toEqual(now);
    await reviseMilestone(hana, id, 2, work('公開', '2026-08'), null, days(2));
    expect((await getMilestone(hana, id))?.publishedAt).toBeNull();
    await reviseMilestone(
      hana,
      id,
      3,
      work('公開', '2026-08', { visibility: 'public' }),
      null,
      days(3),
    );
    expect((await getMilestone(hana, id))?.publishedAt).toEqual(days(3));
  });
});

describe('deleting', () => {
  test('is undone within thirty days, and not after', async () => {
    const id = uuidv7();
    await logMilestone(hana, id, work('消す', '2026-08'), null, now);
    expect((await deleteMilestone(hana, id, now)).ok).toBe(true);
    expect(await getMilestone(hana, id)).toBeNull();
    expect((await getDeletedMilestone(hana, id))?.title.ja).toBe('消す');
    expect(await deleteMilestone(hana, id, now)).toEqual({ ok: false, reason: 'missing' });
    expect((await listDeletedMilestones(hana, days(29))).map(({ id }) => id)).toContain(id);
    expect((await listDeletedMilestones(hana, days(31))).map(({ id }) => id)).not.toContain(id);
    expect(await listDeletedMilestones(ken, now)).toEqual([]);
    expect(await restoreMilestone(hana, id, days(31))).toEqual({ ok: false, reason: 'missing' });
    expect((await restoreMilestone(hana, id, days(29))).ok).toBe(true);
    expect((await getMilestone(hana, id))?.title.ja).toBe('消す');
  });

  test('what was deleted over thirty days ago goes with the next deletion', async () => {
    const [old, next] = [uuidv7(), uuidv7()];
    await logMilestone(hana, old, work('古い', '2026-08'), null, now);
    await logMilestone(hana, next, work('次', '2026-08'), null, now);
    await deleteMilestone(hana, old, now);
    await deleteMilestone(hana, next, days(31));
    expect(await getDeletedMilestone(hana, old)).toBeNull();
    expect(await getDeletedMilestone(hana, next)).not.toBeNull();
  });

  test('of a whole import that was taken back a thousand go with each deletion', async () => {
    const rin = await makePerson();
    await asOwner(
      rin,
      (tx) => tx.$executeRaw`
        INSERT INTO milestone (owner_id, id, kind, title_ja, happened_on, precision, deleted_at)
        SELECT ${rin.userId}::uuid, gen_random_uuid(), 'work', '題', '2026-08-01', 'day', ${now}
        FROM generate_series(1, 1001)`,
    );
    const left = () =>
      asOwner(rin, (tx) => tx.milestone.count({ where: { ownerId: rin.userId, deletedAt: now } }));
    for (const still of [1, 0]) {
      const id = uuidv7();
      await logMilestone(rin, id, work('次', '2026-08'), null, now);
      expect((await deleteMilestone(rin, id, days(31))).ok).toBe(true);
      expect(await left()).toBe(still);
    }
  });
});

test('the day it is shown from keeps its moment, whatever zone its owner moves to', async () => {
  const id = uuidv7();
  const visibleFrom = new Date('2026-11-30T15:00:00Z');
  const draft = work('先', '2026-08', { visibility: 'public', visibleFrom });
  await logMilestone(hana, id, draft, null, now);
  const away = { ...hana, zone: 'Pacific/Honolulu' } as Viewer;
  // In Honolulu that moment is on the 30th, and so the form shows and sends the 30th.
  const sent = { ...draft, visibleFrom: new Date('2026-11-30T10:00:00Z') };
  await reviseMilestone(away, id, 1, sent, null, now);
  expect((await getMilestone(hana, id))?.visibleFrom).toEqual(visibleFrom);
  const other = { ...draft, visibleFrom: new Date('2026-12-05T10:00:00Z') };
  await reviseMilestone(away, id, 2, other, null, now);
  expect((await getMilestone(hana, id))?.visibleFrom).toEqual(other.visibleFrom);
});

test('from unlisted to public is a new beginning, which a delay counts from', async () => {
  const id = uuidv7();
  await logMilestone(hana, id, work('限', '2026-08', { visibility: 'unlisted' }), null, now);
  await reviseMilestone(
    hana,
    id,
    1,
    work('限', '2026-08', { visibility: 'public' }),
    null,
    days(9),
  );
  expect((await getMilestone(hana, id))?.publishedAt).toEqual(days(9));
  await reviseMilestone(
    hana,
    id,
    2,
    work('限', '2026-08', { visibility: 'unlisted' }),
    null,
    days(10),
  );
  expect((await getMilestone(hana, id))?.publishedAt).toEqual(days(9));
});

test('another person’s milestone is as missing as none', async () => {
  const id = uuidv7();
  await logMilestone(hana, id, work('花の', '2026-08', { visibility: 'public' }), null, now);
  const missing = { ok: false, reason: 'missing' };
  expect(await getMilestone(ken, id)).toBeNull();
  expect(await reviseMilestone(ken, id, 1, work('盗む', '2026-08'), null, now)).toEqual(missing);
  expect(await deleteMilestone(ken, id, now)).toEqual(missing);
  expect((await getMilestone(hana, id))?.version).toBe(1);
  await deleteMilestone(hana, id, now);
  expect(await restoreMilestone(ken, id, now)).toEqual(missing);
  expect(await getDeletedMilestone(ken, id)).toBeNull();
});
