import { beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '../../auth/viewer';
import { dateFromDay } from '../../calendar';
import { asSystem, type Prisma } from '../../db';
import { addShown, alter, daysFromNow, openRecord, showAs } from '../../testing/shown';
import {
  publicMilestoneRevision,
  publicRevision,
  readPublicMilestone,
  readPublicRecord,
} from '../public';

const now = new Date('2026-11-22T00:00:00Z');
let person: Viewer;

beforeEach(async () => {
  person = await openRecord();
});

async function read() {
  const record = await readPublicRecord(person.handle, {}, now);
  if (!record) throw new Error('no record');
  // Asked for alone, it is the one that was read.
  expect(await publicRevision(person.handle, now)).toBe(record.revision);
  return record;
}

async function readOne({ publicId }: { publicId: string }) {
  const page = await readPublicMilestone(person.handle, publicId);
  if (!page) throw new Error('no milestone');
  expect(await publicMilestoneRevision(person.handle, publicId)).toBe(page.revision);
  return page.milestone;
}

describe('months instead of days', () => {
  test('no day stands anywhere', async () => {
    await showAs(person, { monthsOnly: true, delayDays: 3 });
    const known = await addShown(person, { pinnedAt: daysFromNow(-1) });
    await addShown(person, { minor: 5n });
    const year = { happenedOn: dateFromDay('2026-01-01'), precision: 'year' };
    const ofYear = await addShown(person, year);
    for (const shown of [await read(), await readOne(known)]) {
      expect(JSON.stringify(shown)).not.toMatch(/\d{4}-\d\d-\d\d/);
    }
    const one = await readOne(known);
    expect(one).toMatchObject({ happenedOn: '2026-05', precision: 'month' });
    expect(one.publishedOn).toMatch(/^\d{4}-\d\d$/);
    expect(one).not.toHaveProperty('recordedOn', expect.anything());
    expect(await readOne(ofYear)).toMatchObject({ happenedOn: '2026', precision: 'year' });
    await showAs(person, { monthsOnly: false });
    expect(await readOne(known)).toMatchObject({ happenedOn: '2026-05-17', precision: 'day' });
  });

  test('the order within a month does not follow the days', async () => {
    await showAs(person, { monthsOnly: true });
    const days = ['01', '08', '15', '22', '29'];
    const known = await Promise.all(
      days.map((day) =>
        addShown(person, { happenedOn: dateFromDay(`2026-05-${day}` as '2026-05-01') }),
      ),
    );
    const april = await addShown(person, { happenedOn: dateFromDay('2026-04-30') });
    const order = async () => (await read()).milestones.map(({ id }) => id);
    const before = await order();
    expect(before.at(-1)).toBe(april.publicId);
    // Every milestone takes the day of another, and none moves.
    for (const [i, { id }] of known.entries()) {
      const day = days[(i + 2) % days.length];
      await alter(person, id, { happenedOn: new Date(`2026-05-${day}T00:00:00Z`) });
    }
    expect(await order()).toEqual(before);
    await showAs(person, { monthsOnly: false });
    const shown = (await read()).milestones.map(({ happenedOn }) => happenedOn);
    expect(shown).toEqual([...shown].sort().reverse());
  });

  test('addresses that tell the moment of writing are closed, the others open', async () => {
    const known = await addShown(person);
    expect(await readPublicMilestone(person.handle, known.id)).not.toBeNull();
    expect(await publicMilestoneRevision(person.handle, known.id)).not.toBeNull();
    await showAs(person, { monthsOnly: true });
    expect(await readPublicMilestone(person.handle, known.id)).toBeNull();
    expect(await publicMilestoneRevision(person.handle, known.id)).toBeNull();
    expect((await readOne(known)).id).toBe(known.publicId);
    expect(JSON.stringify(await read())).not.toContain(known.id);
  });
});

test('where links are checked, only those show that were', async () => {
  const links = ['https://unchecked.example/', ['https://checked.example/', new Date()]] as const;
  const known = await addShown(person, { links });
  expect((await readOne(known)).evidence).toHaveLength(2);
  await showAs(person, { checksLinks: true });
  expect((await readOne(known)).evidence).toEqual(['https://checked.example/']);
  expect(JSON.stringify(await read())).not.toContain('unchecked');
});

test('hours hidden are in no milestone and no total', async () => {
  const known = await addShown(person, { minutes: 4_321 });
  expect((await read()).totals.minutes).toBe(4_321);
  await showAs(person, { showsHours: false });
  const text = JSON.stringify([await read(), await readOne(known)]);
  expect(text).not.toMatch(/4321|minutes/);
});

test('sections in their own order, hidden ones left out; contact as it is kept', async () => {
  const sections = ['contact', 'milestones', 'climb'];
  const contactLinks = ['https://b.example/', 'https://a.example/'];
  await showAs(person, { sections, contactLinks });
  expect(await read()).toMatchObject({ sections, contact: contactLinks });
  const odd = ['javascript:alert(1)', 'https://c.example/'];
  await showAs(person, { sections: ['contact'], contactLinks: odd });
  expect(await read()).toMatchObject({ contact: ['https://c.example/'] });
  // What the page leaves out stands in no document.
  await showAs(person, { sections: [] });
  expect(await read()).toMatchObject({
    sections: [],
    contact: [],
    income: [],
    pinned: [],
    milestones: [],
  });
  await expect(showAs(person, { sections: ['climb', 'money'] })).rejects.toThrow(/sections_check/);
});

test('what is pinned stands apart, last pinned first, six at most, and in its place too', async () => {
  const known = [];
  for (let i = 0; i < 8; i += 1) {
    known.push(await addShown(person, { pinnedAt: i === 0 ? null : daysFromNow(-i) }));
  }
  const hidden = await addShown(person, { pinnedAt: new Date(), visibility: 'unlisted' });
  const { pinned, milestones } = await read();
  expect(pinned.map(({ id }) => id)).toEqual(known.slice(1, 7).map(({ publicId }) => publicId));
  expect(milestones).toHaveLength(8);
  expect(JSON.stringify(pinned)).not.toContain(hidden.publicId);
});

test('a grain of its own leaves every sum, the chart and the ladder', async () => {
  const ofRecord = await addShown(person, { minor: 20_000n });
  const own = await addShown(person, { minor: 400_000n, disclosure: 'range' });
  const same = await addShown(person, { minor: 1_000n, disclosure: 'exact' });
  const [income] = (await read()).income;
  const sum = { grain: 'exact', minor: '21000' };
  expect(income).toMatchObject({
    total: sum,
    byYear: [{ year: 2026, total: sum }],
    months: [{ month: '2026-05', total: sum }],
    next: { minor: '30000' },
  });
  expect(income?.rungs.at(-1)?.amount.minor).toBe('10000');
  expect(await readOne(own)).toMatchObject({
    amount: { grain: 'range', from: { minor: '300000' } },
  });
  expect(await readOne(same)).toMatchObject({ amount: { grain: 'exact', minor: '1000' } });
  await showAs(person, { disclosure: 'hidden' });
  expect((await read()).income).toEqual([]);
  expect(await readOne(ofRecord)).not.toHaveProperty('amount.grain');
});

test('each setting that shows makes another revision, and the same again the same', async () => {
  const links = ['https://a.example/', ['https://b.example/', new Date()]] as const;
  const known = await addShown(person, { minor: 20_000n, minutes: 60, links });
  const ownerId = person.userId;
  const ofRecord: [Prisma.RecordUncheckedUpdateInput, Prisma.RecordUncheckedUpdateInput][] = [
    [{ disclosure: 'range' }, { disclosure: 'exact' }],
    [{ monthsOnly: true }, { monthsOnly: false }],
    [{ delayDays: 7 }, { delayDays: 0 }],
    [{ isIndexed: false }, { isIndexed: true }],
    [{ hasFeeds: false }, { hasFeeds: true }],
    [{ showsHours: false }, { showsHours: true }],
    [{ checksLinks: true }, { checksLinks: false }],
    [
      { sections: ['income'] },
      { sections: ['pinned', 'climb', 'income', 'milestones', 'contact'] },
    ],
    [{ contactLinks: ['https://c.example/'] }, { contactLinks: [] }],
    [{ language: 'en' }, { language: 'ja' }],
    [{ takesInquiries: true }, { takesInquiries: false }],
    [{ showsResponse: true }, { showsResponse: false }],
  ];
  const ofMilestone: [
    Prisma.MilestoneUncheckedUpdateInput,
    Prisma.MilestoneUncheckedUpdateInput,
  ][] = [
    [{ disclosure: 'hidden' }, { disclosure: null }],
    [{ disclosure: 'index' }, { disclosure: null }],
    [{ pinnedAt: new Date() }, { pinnedAt: null }],
    [{ visibleFrom: daysFromNow(-1) }, { visibleFrom: null }],
    [{ language: 'en' }, { language: 'ja' }],
  ];
  const first = (await read()).revision;
  for (const [change, back] of ofRecord) {
    await showAs(person, change);
    expect([change, (await read()).revision]).not.toEqual([change, first]);
    await showAs(person, back);
    expect([back, (await read()).revision]).toEqual([back, first]);
  }
  for (const [change, back] of ofMilestone) {
    await alter(person, known.id, change);
    expect([change, (await read()).revision]).not.toEqual([change, first]);
    await readOne(known);
    await alter(person, known.id, back);
    expect([back, (await read()).revision]).toEqual([back, first]);
  }
  await asSystem((tx) =>
    tx.evidence.updateMany({ where: { ownerId }, data: { checkedAt: new Date() } }),
  );
  expect((await read()).revision).not.toBe(first);
  // What decides nothing of what is shown.
  const settled = (await read()).revision;
  await showAs(person, { defaultVisibility: 'public', version: 9, inquiryDays: 30 });
  await alter(person, known.id, { textVersion: 5 });
  expect((await read()).revision).toBe(settled);
});
