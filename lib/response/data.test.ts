import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '../auth/viewer';
import { type Day, dateFromDay } from '../calendar';
import { asOwner } from '../db';
import { deleteMilestone, logMilestone } from '../milestone/mutations';
import { openStream } from '../stream/mutations';
import { income, makePerson, work } from '../testing/people';
import { getResponse, listCame } from './data';
import { cameTo, type Line, totalOf } from './rules';

const now = new Date('2026-11-25T03:00:00Z');
let hana: Viewer;
let other: Viewer;
const [site, app] = [uuidv7(), uuidv7()];
const [onX, onLine, draft] = [uuidv7(), uuidv7(), uuidv7()];

type Visit = { day: string; milestoneId?: string; shareId?: string; source?: string };

async function visit(viewer: Viewer, at: Visit, visits: number, previews = 0) {
  await asOwner(viewer, (tx) =>
    tx.visitCount.create({
      data: {
        ownerId: viewer.userId,
        id: uuidv7(),
        views: visits,
        visits,
        previews,
        ...at,
        day: dateFromDay(at.day as Day),
      },
    }),
  );
}

type Met = Partial<{
  origin: string;
  milestoneId: string;
  shareId: string;
  source: string;
  outcome: string;
  amountMinor: bigint;
  currency: string;
  incomeId: string;
}>;

async function came(viewer: Viewer, arrivedAt: string, met: Met = {}) {
  await asOwner(viewer, (tx) =>
    tx.inquiry.create({
      data: {
        ownerId: viewer.userId,
        id: uuidv7(),
        arrival: 'form',
        name: 'Mori',
        // Each another person, unless told otherwise.
        email: `${uuidv7()}@example.com`,
        subject: 'job',
        language: 'ja',
        arrivedAt: new Date(arrivedAt),
        outcomeAt: met.outcome ? now : null,
        ...met,
      },
    }),
  );
}

async function share(
  viewer: Viewer,
  id: string,
  network: string,
  sentAt: string | null,
  about?: string,
) {
  const code = id.replaceAll('-', '').slice(-10);
  await asOwner(viewer, (tx) =>
    tx.share.create({
      data: {
        ownerId: viewer.userId,
        id,
        code,
        network,
        milestoneId: about ?? null,
        language: 'ja',
        text: '',
        sentAt: sentAt && new Date(sentAt),
      },
    }),
  );
}

beforeAll(async () => {
  [hana, other] = [await makePerson(), await makePerson()];
  await logMilestone(hana, site, work('通販サイト', '2026-08-01'), null, now);
  await logMilestone(hana, app, work('家計簿アプリ', '2026-09-01'), null, now);
  const stream = await openStream(hana, '受託', 'ja');
  if (!stream.ok) throw new Error(stream.reason);
  const [paid, undone] = [uuidv7(), uuidv7()];
  await logMilestone(hana, paid, income(120_000, '2026-11'), stream.value, now);
  await logMilestone(hana, undone, income(70_000, '2026-11'), stream.value, now);
  await deleteMilestone(hana, undone, now);

  await share(hana, onX, 'x', '2026-10-05T03:00:00Z', site);
  await share(hana, onLine, 'line', '2026-11-02T03:00:00Z');
  await share(hana, draft, 'x', null, site);

  await visit(hana, { day: '2026-10-05', milestoneId: site, shareId: onX, source: 't.co' }, 30, 2);
  await visit(hana, { day: '2026-10-31', milestoneId: site, shareId: onX, source: '' }, 5);
  await visit(hana, { day: '2026-11-02', shareId: onLine, source: 'line.me' }, 4, 1);
  await visit(hana, { day: '2026-11-03', milestoneId: app, source: 'google.com' }, 6);
  await visit(hana, { day: '2026-11-03' }, 1);
  await visit(hana, { day: '2026-06-30', source: 'google.com' }, 100);

  // The first minute of November in Tokyo, and the last of October.
  await came(hana, '2026-10-31T15:00:00Z', { milestoneId: site, shareId: onX, source: 't.co' });
  await came(hana, '2026-10-31T14:59:59Z', { shareId: onLine, outcome: 'nothing' });
  const agreed = { outcome: 'work_agreed', amountMinor: 100_000n, currency: 'JPY' };
  await came(hana, '2026-11-10T03:00:00Z', {
    ...agreed,
    milestoneId: site,
    shareId: onX,
    incomeId: paid,
  });
  await came(hana, '2026-11-11T03:00:00Z', { ...agreed, incomeId: undone });
  await came(hana, '2026-11-12T03:00:00Z', { ...agreed, amountMinor: 90_000n, currency: 'USD' });
  await came(hana, '2026-11-12T03:00:00Z', {
    ...agreed,
    amountMinor: 5_000n,
    origin: 'networking',
  });
  await came(hana, '2026-11-13T03:00:00Z', { outcome: 'conversation', shareId: uuidv7() });
  await came(hana, '2026-06-30T03:00:00Z', {});

  await share(other, uuidv7(), 'x', '2026-11-02T03:00:00Z');
  await visit(other, { day: '2026-11-02' }, 1_000);
  await came(other, '2026-11-02T03:00:00Z');
});

const byKey = (lines: readonly Line[]) => new Map(lines.map((line) => [line.key, line]));

describe('three months', () => {
  test('what led to what, the other person left out', async () => {
    const { total, standing, months } = await getResponse(hana, 3, now);
    expect(months).toEqual(['2026-09', '2026-10', '2026-11']);
    expect(total).toMatchObject({ shares: 2, visits: 46, previews: 3, people: 6 });
    expect(total).toMatchObject({ nothing: 1, conversation: 1, collaboration: 0, agreed: 3 });
    expect(cameTo(total)).toBe(4);
    expect(standing).toEqual({
      isPublished: false,
      takesInquiries: false,
      shares: 2,
      people: 7,
      hasBegun: true,
    });
  });

  test('a logged income counts in the place of the amount agreed, a deleted one does not', async () => {
    const { total } = await getResponse(hana, 3, now);
    expect(total.income).toEqual([
      { currency: 'JPY', minor: 220_000n },
      { currency: 'USD', minor: 90_000n },
    ]);
    expect(total.promised).toEqual([
      { currency: 'JPY', minor: 100_000n },
      { currency: 'USD', minor: 90_000n },
    ]);
  });

  test('by network: what came by no share, or by one that is gone, is direct', async () => {
    const { byNetwork, total } = await getResponse(hana, 3, now);
    const lines = byKey(byNetwork);
    expect([...lines.keys()].sort()).toEqual(['line', null, 'x']);
    expect(lines.get('x')).toMatchObject({
      shares: 1,
      visits: 35,
      previews: 2,
      people: 2,
      agreed: 1,
    });
    expect(lines.get('line')).toMatchObject({ shares: 1, visits: 4, people: 1, nothing: 1 });
    expect(lines.get(null)).toMatchObject({ shares: 0, visits: 7, people: 3, conversation: 1 });
    expect(totalOf(byNetwork)).toEqual(total);
  });

  test('by document and by site; what is not shown stands in the rest', async () => {
    const { byMilestone, bySite, names, total } = await getResponse(hana, 3, now);
    const lines = byKey(byMilestone.shown);
    expect(lines.get(site)).toMatchObject({ shares: 1, visits: 35, people: 2 });
    expect(lines.get(null)).toMatchObject({ shares: 1, visits: 5, people: 4 });
    expect(lines.get(app)).toMatchObject({ shares: 0, visits: 6, people: 0 });
    expect(byMilestone.rest).toBeNull();
    expect(names.get(site)?.title.ja).toBe('通販サイト');
    expect(totalOf(bySite.shown)).toEqual({ ...total, shares: 0 });
    expect(byKey(bySite.shown).get('t.co')).toMatchObject({ visits: 30, people: 1 });
    expect(byKey(bySite.shown).get(null)).toMatchObject({ visits: 6, people: 5 });
  });

  test('months begin when they begin for the person', async () => {
    const { byMonth } = await getResponse(hana, 3, now);
    const lines = byKey(byMonth);
    expect(lines.get('2026-10')).toMatchObject({ shares: 1, visits: 35, people: 1 });
    expect(lines.get('2026-11')).toMatchObject({ shares: 1, visits: 11, people: 5 });
    const abroad = { ...hana, zone: 'Europe/London' } as Viewer;
    expect(byKey((await getResponse(abroad, 3, now)).byMonth).get('2026-10')?.people).toBe(2);
  });

  test('both origins, for the comparison', async () => {
    const { came: all, months } = await getResponse(hana, 3, now);
    const people = (origin: string) => totalOf(all.filter((one) => one.origin === origin)).people;
    expect([people('record'), people('networking')]).toEqual([6, 1]);
    expect(totalOf(await listCame(hana, months))).toEqual(totalOf(all));
    expect(await listCame(hana, [])).toEqual([]);
  });
});

test('all begins with the first thing that happened', async () => {
  const { months, total } = await getResponse(hana, null, now);
  expect([months[0], months.at(-1)]).toEqual(['2026-06', '2026-11']);
  expect(total).toMatchObject({ visits: 146, people: 7 });
});

test('nobody yet', async () => {
  const newcomer = await makePerson();
  const { standing, months, total, byNetwork, bySite } = await getResponse(newcomer, null, now);
  expect(standing.hasBegun).toBe(false);
  expect(months).toEqual(['2026-11']);
  expect(total.people + total.visits + total.shares).toBe(0);
  expect([byNetwork, bySite.shown]).toEqual([[], []]);
});

test('by country, once one was counted', async () => {
  const ken = await makePerson();
  const row = { ownerId: ken.userId, day: new Date('2026-11-02'), views: 3 };
  const count = (country: string, visits: number) =>
    asOwner(ken, (tx) => tx.visitCount.create({ data: { ...row, id: uuidv7(), country, visits } }));
  await count('', 1);
  expect((await getResponse(ken, 3, now)).byCountry).toEqual([]);
  await count('JP', 3);
  const { byCountry, total } = await getResponse(ken, 3, now);
  expect(byCountry.map(({ key, visits }) => [key, visits])).toEqual([
    ['JP', 3],
    [null, 1],
  ]);
  expect(totalOf(byCountry)).toEqual(total);
});
