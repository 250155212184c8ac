import { uuidv7 } from 'uuidv7';
import { beforeEach, expect, test } from 'vitest';
import type { Viewer } from '@/lib/auth/viewer';
import { type Day, dateFromDay } from '@/lib/calendar';
import { asSystem } from '@/lib/db';
import { chooseMail } from '@/lib/mail/choice/mutations';
import type { MailChoice } from '@/lib/mail/choice/rules';
import { listMail } from '@/lib/mail/data';
import { makePerson } from '@/lib/testing/people';
import { queueLetters } from './letters';

const origin = 'https://jisseki.example';
/** Monday 23 November 2026, 8:00 in Tokyo. */
const monday = new Date('2026-11-22T23:00:00Z');
/** The first of November, 8:00 in Tokyo. */
const first = new Date('2026-10-31T23:00:00Z');

let viewer: Viewer;
let streamId: string;

beforeEach(async () => {
  await asSystem((tx) => tx.mailChoice.deleteMany({}));
  viewer = await makePerson({ locale: 'en' });
  streamId = uuidv7();
  await asSystem((tx) =>
    tx.stream.create({
      data: { ownerId: viewer.userId, id: streamId, nameEn: 'Blog', nameKey: 'blog' },
    }),
  );
});

const choose = (choice: Partial<MailChoice>, who = viewer) =>
  chooseMail(who, { tellsInquiries: true, letter: 'off', remindsIncome: false, ...choice });

const mine = async (who = viewer) => (await listMail(who, null)).mail;

async function income(yen: number, month: string, recordedAt: Date, minutes: number | null = null) {
  await asSystem((tx) =>
    tx.milestone.create({
      data: {
        ownerId: viewer.userId,
        id: uuidv7(),
        kind: 'income',
        happenedOn: dateFromDay(`${month}-01` as Day),
        precision: 'month',
        streamId,
        feesMinor: 0n,
        costsMinor: 0n,
        amountMinor: BigInt(yen),
        currency: 'JPY',
        minutes,
        recordedAt,
      },
    }),
  );
}

async function work(title: string, recordedAt: Date, deletedAt: Date | null = null) {
  await asSystem((tx) =>
    tx.milestone.create({
      data: {
        ownerId: viewer.userId,
        id: uuidv7(),
        kind: 'work',
        titleEn: title,
        happenedOn: dateFromDay('2020-01-01'),
        precision: 'day',
        recordedAt,
        deletedAt,
      },
    }),
  );
}

async function spent(minutes: number, day: Day, purpose = 'building') {
  await asSystem((tx) =>
    tx.effort.create({
      data: {
        ownerId: viewer.userId,
        id: uuidv7(),
        purpose,
        streamId: purpose === 'building' ? streamId : null,
        minutes,
        spentOn: dateFromDay(day),
      },
    }),
  );
}

async function visited(visits: number, day: Day) {
  await asSystem((tx) =>
    tx.visitCount.create({
      data: {
        ownerId: viewer.userId,
        id: uuidv7(),
        day: dateFromDay(day),
        views: visits,
        visits,
        previews: 9,
      },
    }),
  );
}

test('the weekly letter tells of the week that is over, to its edges, and comes once', async () => {
  await choose({ letter: 'weekly' });
  // Midnight in Tokyo is 15:00 in UTC.
  await work('First of Monday', new Date('2026-11-15T15:00:00Z'));
  await work('Last of Sunday', new Date('2026-11-22T14:59:59Z'));
  await work('Of the week before', new Date('2026-11-15T14:59:59Z'));
  await work('Of this week', new Date('2026-11-22T15:00:00Z'));
  await work('Deleted', new Date('2026-11-18T00:00:00Z'), monday);
  await income(120_000, '2026-10', new Date('2026-11-18T00:00:00Z'), 600);
  await income(80_000, '2026-10', new Date('2026-11-11T00:00:00Z'));
  await income(5_000, '2026-11', new Date('2026-11-01T00:00:00Z'));
  await spent(90, '2026-11-16');
  await spent(30, '2026-11-22', 'networking');
  await spent(600, '2026-11-23');
  await visited(3, '2026-11-16');
  await visited(4, '2026-11-22');
  await visited(50, '2026-11-15');

  const early = new Date(monday.getTime() - 1_000);
  expect(await queueLetters(early, origin)).toBe(0);
  expect(await queueLetters(monday, origin)).toBe(1);
  expect(await queueLetters(new Date(monday.getTime() + 3_600_000), origin)).toBe(0);
  const [letter, ...others] = await mine();
  expect(others).toEqual([]);
  expect(letter?.subject).toBe('Your week, Nov 16, 2026 to Nov 22, 2026');
  for (const said of [
    '3 milestones logged\n\n- Last of Sunday\n- First of Monday\n- and 1 more',
    'Income logged (JPY): ¥120,000 (the week before: ¥80,000)',
    'Building: 1.5 hours',
    'Networking: 0.5 hours',
    'Visits to your record: 7',
    'Inquiries: 0',
    'You have reached ¥100K a month so far.',
    'Next rung: ¥300K a month. ¥295,000 to go this month.',
    `${origin}/dashboard`,
  ]) {
    expect(letter?.text).toContain(said);
  }
  expect(letter?.text).not.toMatch(/Deleted|Of the week before|Of this week/);
});

test('the monthly letter counts what came in that month, and its hours once', async () => {
  await choose({ letter: 'monthly' });
  await income(120_000, '2026-10', first, 600);
  await income(90_000, '2026-09', new Date('2026-09-20T00:00:00Z'));
  await income(70_000, '2026-11', first);
  await spent(900, '2026-10-31');
  await spent(100, '2026-09-30');
  expect(await queueLetters(first, origin)).toBe(1);
  const [letter] = await mine();
  expect(letter?.subject).toBe('Your month, Oct 2026');
  expect(letter?.text).toContain('Income (JPY): ¥120,000 (the month before: ¥90,000)');
  // Ten hours typed with the income are part of the fifteen that were logged.
  expect(letter?.text).toContain('Building: 15 hours');
});

test('where there is nothing to tell, no letter is sent; the reminder comes all the same', async () => {
  await choose({ letter: 'monthly', remindsIncome: true });
  expect(await queueLetters(first, origin)).toBe(1);
  expect((await mine()).map(({ subject }) => subject)).toEqual(['What did Oct 2026 bring in?']);
  expect((await mine())[0]?.text).toContain('Nothing is logged for Oct 2026 yet.');
  expect((await mine())[0]?.text).toContain(`${origin}/capture`);
});

test('the reminder tells what is logged already', async () => {
  await choose({ remindsIncome: true });
  await income(120_000, '2026-10', new Date('2026-10-20T00:00:00Z'));
  await queueLetters(first, origin);
  expect((await mine())[0]?.text).toContain('Income (JPY): ¥120,000');
});

test('each person has their own zone, language and figures, and two processes send one', async () => {
  const other = await makePerson({ locale: 'ja', zone: 'America/Los_Angeles' });
  await choose({ letter: 'weekly' });
  await choose({ letter: 'weekly' }, other);
  await work('Mine', new Date('2026-11-18T00:00:00Z'));
  const counts = await Promise.all([queueLetters(monday, origin), queueLetters(monday, origin)]);
  expect(counts[0] + counts[1]).toBe(1);
  expect(await mine()).toHaveLength(1);
  // 8:00 there, and nothing to tell.
  const there = new Date('2026-11-23T16:00:00Z');
  expect(await queueLetters(there, origin)).toBe(0);
  await asSystem((tx) =>
    tx.effort.create({
      data: {
        ownerId: other.userId,
        id: uuidv7(),
        purpose: 'building',
        minutes: 60,
        spentOn: dateFromDay('2026-11-20'),
      },
    }),
  );
  expect(await queueLetters(there, origin)).toBe(1);
  const [theirs] = await mine(other);
  expect(theirs?.subject).toBe('先週のまとめ（2026年11月16日〜2026年11月22日）');
  expect(theirs?.text).not.toContain('Mine');
});

test('a server that was off sends late, and nothing once that is stale', async () => {
  await choose({ letter: 'weekly' });
  await work('Done', new Date('2026-11-18T00:00:00Z'));
  const days = (count: number) => new Date(monday.getTime() + count * 86_400_000);
  expect(await queueLetters(days(3), origin)).toBe(0);
  expect(await queueLetters(new Date(days(3).getTime() - 1_000), origin)).toBe(1);
});

test('a zone that nobody knows any more keeps no other’s letters', async () => {
  const lost = await makePerson({ zone: 'Atlantis/Nowhere' });
  await choose({ remindsIncome: true }, lost);
  await choose({ remindsIncome: true });
  expect(await queueLetters(first, origin)).toBe(1);
  expect(await mine(lost)).toEqual([]);
  expect(await mine()).toHaveLength(1);
});
