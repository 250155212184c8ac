import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '../auth/viewer';
import { type Day, dateFromDay } from '../calendar';
import { asSystem } from '../db';
import { makePerson } from '../testing/people';
import {
  publicMilestoneRevision,
  publicRevision,
  readPublicMilestone,
  readPublicRecord,
} from './public';

const now = new Date('2026-11-22T00:00:00Z');
const secret = 'SECRET-FEE';

async function publish(person: Viewer, publishedAt: Date | null = now): Promise<void> {
  await asSystem((tx) =>
    tx.record.update({ where: { ownerId: person.userId }, data: { publishedAt } }),
  );
}

async function addStream(person: Viewer): Promise<string> {
  const id = uuidv7();
  await asSystem((tx) =>
    tx.stream.create({
      data: { ownerId: person.userId, id, nameJa: '受託', nameEn: 'Contracts', nameKey: id },
    }),
  );
  return id;
}

type Extra = {
  day?: Day;
  yen?: bigint;
  streamId?: string;
  visibility?: 'private' | 'unlisted' | 'public';
  deletedAt?: Date;
  urls?: string[];
};

async function add(person: Viewer, extra: Extra = {}): Promise<string> {
  const { day = '2026-05-01', yen, streamId, visibility = 'public', deletedAt, urls = [] } = extra;
  const id = uuidv7();
  const income = yen !== undefined && {
    kind: 'income',
    streamId,
    amountMinor: yen,
    currency: 'JPY',
    feesMinor: 777_123n,
    costsMinor: 888_123n,
  };
  await asSystem(async (tx) => {
    await tx.milestone.create({
      data: {
        ownerId: person.userId,
        id,
        kind: 'work',
        titleJa: `題 ${visibility}`,
        happenedOn: dateFromDay(day),
        precision: 'day',
        minutes: 90,
        tags: ['a'],
        visibility,
        publishedAt: visibility === 'private' ? null : now,
        searchText: secret,
        deletedAt,
        ...income,
      },
    });
    await tx.evidence.createMany({
      data: urls.map((url, i) => {
        return { ownerId: person.userId, milestoneId: id, position: i + 1, url };
      }),
    });
  });
  return id;
}

describe('what passes the window', () => {
  let person: Viewer;
  let ids: Record<'income' | 'unlisted' | 'private' | 'deleted', string>;
  let streamId: string;

  beforeAll(async () => {
    person = await makePerson();
    await publish(person);
    streamId = await addStream(person);
    ids = {
      income: await add(person, { yen: 300_000n, streamId, urls: ['https://a.example/x'] }),
      unlisted: await add(person, { visibility: 'unlisted' }),
      private: await add(person, { visibility: 'private' }),
      deleted: await add(person, { deletedAt: now }),
    };
    await add(person, { day: '2026-06-02', yen: 310_000n, streamId });
    await add(person, { day: '2026-07-02', yen: 300_000n, streamId });
    await add(person, { day: '2026-07-03', yen: 1n, streamId });
  });

  test('public milestones, newest first, with totals over them', async () => {
    const record = await readPublicRecord(person.handle, {}, now);
    expect(record?.milestones.map(({ happenedOn }) => happenedOn)).toEqual([
      '2026-07-03',
      '2026-07-02',
      '2026-06-02',
      '2026-05-01',
    ]);
    expect(record?.totals).toEqual({
      milestones: 4,
      minutes: 360,
      byKind: [{ kind: 'income', milestones: 4 }],
      byYear: [{ year: 2026, milestones: 4 }],
    });
    const [income] = record?.income ?? [];
    const yen = (value: string) => ({ grain: 'exact', minor: value, currency: 'JPY', value });
    expect(income?.total).toEqual(yen('910001'));
    expect(income?.byYear).toEqual([{ year: 2026, total: yen('910001') }]);
    expect(income?.months.at(-1)).toEqual({
      month: '2026-07',
      total: yen('300001'),
    });
    expect(income?.rungs.at(-1)).toMatchObject({
      amount: { minor: '300000' },
      reachedOn: '2026-05',
      held: { since: '2026-05', until: '2026-07' },
    });
    expect(income?.next).toMatchObject({ minor: '500000' });
  });

  test('exactly these keys, and no private column in them', async () => {
    const record = JSON.parse(JSON.stringify(await readPublicRecord(person.handle, {}, now)));
    expect(Object.keys(record).sort()).toEqual([
      'contact',
      'disclosure',
      'displayName',
      'handle',
      'hasFeeds',
      'income',
      'isExample',
      'isIndexed',
      'language',
      'milestones',
      'page',
      'pinned',
      'publishedMonth',
      'revision',
      'sections',
      'takesInquiries',
      'totals',
    ]);
    expect(Object.keys(record.milestones[3]).sort()).toEqual([
      'amount',
      'evidence',
      'happenedOn',
      'id',
      'kind',
      'language',
      'minutes',
      'precision',
      'publishedOn',
      'recordedOn',
      'stream',
      'tags',
      'title',
    ]);
    const text = JSON.stringify(record);
    for (const hidden of [secret, '777123', '888123', person.userId, '@example.com', 'ersion']) {
      expect(text).not.toContain(hidden);
    }
    expect(text).not.toMatch(/private|unlisted/);
  });

  test('an unlisted milestone by its own address alone', async () => {
    const page = await readPublicMilestone(person.handle, ids.unlisted);
    expect(page).toMatchObject({ listed: false, milestone: { title: { ja: '題 unlisted' } } });
    expect(await readPublicMilestone(person.handle, ids.income)).toMatchObject({
      listed: true,
      milestone: { stream: { ja: '受託', en: 'Contracts' }, evidence: ['https://a.example/x'] },
    });
  });

  test('nothing private, deleted, of another record or malformed', async () => {
    const other = await makePerson();
    await publish(other);
    const asked = [ids.private, ids.deleted, uuidv7(), 'x', `${ids.income}'`];
    for (const id of asked) expect(await readPublicMilestone(person.handle, id)).toBeNull();
    expect(await readPublicMilestone(other.handle, ids.income)).toBeNull();
    expect(await publicMilestoneRevision(other.handle, ids.income)).toBeNull();
  });

  test('the revision asked for alone is the revision read', async () => {
    const record = await readPublicRecord(person.handle, {}, now);
    expect(await publicRevision(person.handle, now)).toBe(record?.revision);
    const page = await readPublicMilestone(person.handle, ids.income);
    expect(await publicMilestoneRevision(person.handle, ids.income)).toBe(page?.revision);
  });

  test('retracted, it is like one that never was', async () => {
    const gone = await makePerson();
    const id = await add(gone);
    expect(await readPublicRecord(gone.handle)).toBeNull();
    await publish(gone);
    expect(await readPublicMilestone(gone.handle, id)).not.toBeNull();
    await publish(gone, null);
    expect(await readPublicRecord(gone.handle)).toBeNull();
    expect(await publicRevision(gone.handle)).toBeNull();
    expect(await readPublicMilestone(gone.handle, id)).toBeNull();
    for (const handle of ['', 'a', 'Hana', "x' OR 1=1", '名前', 'a'.repeat(99), 'never-was']) {
      expect(await readPublicRecord(handle)).toBeNull();
    }
  });
});

describe('the revision', () => {
  test('changes with everything shown and with nothing else', async () => {
    const person = await makePerson();
    await publish(person);
    const ownerId = person.userId;
    const streamId = await addStream(person);
    const id = await add(person, { yen: 5n, streamId, urls: ['https://a.example/'] });
    const hidden = await add(person, { visibility: 'private' });
    let last = await publicRevision(person.handle, now);
    type Change = Parameters<typeof asSystem>[0];
    async function changedBy(change: Change): Promise<boolean> {
      await asSystem(change);
      const revision = await publicRevision(person.handle, now);
      const changed = revision !== last;
      last = revision;
      return changed;
    }
    const one = { where: { ownerId_id: { ownerId, id } } };
    const shown: Change[] = [
      (tx) => tx.milestone.update({ ...one, data: { titleEn: 'T' } }),
      (tx) => tx.evidence.updateMany({ where: { ownerId }, data: { url: 'https://b.example/' } }),
      (tx) => tx.stream.updateMany({ where: { ownerId }, data: { nameEn: 'S' } }),
      (tx) => tx.record.update({ where: { ownerId }, data: { aboutEn: 'A' } }),
      (tx) => tx.milestone.update({ ...one, data: { visibility: 'unlisted' } }),
    ];
    for (const change of shown) expect(await changedBy(change)).toBe(true);
    const unseen: Change[] = [
      (tx) => tx.milestone.update({ ...one, data: { feesMinor: 3n, version: 9, searchText: 's' } }),
      (tx) => tx.milestone.updateMany({ where: { ownerId, id: hidden }, data: { titleEn: 'H' } }),
      // The one milestone is unlisted by now, and what belongs to it went with it.
      (tx) => tx.evidence.updateMany({ where: { ownerId }, data: { url: 'https://c.example/' } }),
      (tx) => tx.stream.updateMany({ where: { ownerId }, data: { nameEn: 'U' } }),
    ];
    for (const change of unseen) expect(await changedBy(change)).toBe(false);
    expect(await publicRevision(person.handle, new Date('2026-12-22'))).not.toBe(last);
  });
});
