import { uuidv7 } from 'uuidv7';
import { beforeEach, expect, test } from 'vitest';
import type { Viewer } from '../../auth/viewer';
import { type Day, dateFromDay } from '../../calendar';
import { asOwner, asSystem, asVisitor, Prisma } from '../../db';
import { markRungs, resetRungs, setRungs } from '../../ladder/mutations';
import type { Currency } from '../../money';
import { makePerson } from '../../testing/people';
import { publicRevision, readDraftRecord, readPublicRecord } from '../public';

const now = new Date('2026-11-22T00:00:00Z');

let person: Viewer;

beforeEach(async () => {
  person = await makePerson();
  await publish(now);
  await earn('2026-05-01', 12_000n);
  await earn('2026-06-01', 60_000n);
});

async function publish(publishedAt: Date | null): Promise<void> {
  await asSystem((tx) =>
    tx.record.update({ where: { ownerId: person.userId }, data: { publishedAt } }),
  );
}

async function earn(day: Day, minor: bigint, currency: Currency = 'JPY', isPublic = true) {
  const { userId: ownerId } = person;
  const streamId = uuidv7();
  await asOwner(person, async (tx) => {
    await tx.stream.create({ data: { ownerId, id: streamId, nameEn: 'S', nameKey: streamId } });
    await tx.milestone.create({
      data: {
        ownerId,
        id: uuidv7(),
        kind: 'income',
        streamId,
        amountMinor: minor,
        currency,
        happenedOn: dateFromDay(day),
        precision: 'month',
        visibility: isPublic ? 'public' : 'private',
        publishedAt: isPublic ? now : null,
      },
    });
  });
}

async function read() {
  return readPublicRecord(person.handle, {}, now);
}

async function climbed(currency: Currency = 'JPY') {
  const income = (await read())?.income.find((one) => one.currency === currency);
  return {
    rungs: income?.rungs.map(({ amount, reachedOn }) => `${amount.minor} ${reachedOn}`),
    next: income?.next?.minor,
  };
}

const usual = {
  rungs: ['1 2026-05', '10000 2026-05', '30000 2026-06', '50000 2026-06'],
  next: '100000',
};

test('own rungs are the ones reached and the next one; reset, the usual ones are', async () => {
  expect(await climbed()).toEqual(usual);
  await setRungs(person, 'JPY', null, [5_000n, 20_000n, 70_000n, 90_000n]);
  expect(await climbed()).toEqual({ rungs: ['5000 2026-05', '20000 2026-06'], next: '70000' });
  // A rung too high to show shows nowhere.
  expect(JSON.stringify(await read())).not.toContain('90000');
  await resetRungs(person, 'JPY');
  expect(await climbed()).toEqual(usual);
});

test('a ladder is of its currency and its owner', async () => {
  await earn('2026-06-01', 20_000n, 'USD');
  const other = await makePerson();
  await setRungs(other, 'JPY', null, [7n]);
  await setRungs(person, 'USD', null, [15_000n]);
  expect(await climbed()).toEqual(usual);
  expect(await climbed('USD')).toEqual({ rungs: ['15000 2026-06'], next: undefined });
});

test('the keys stay as they are', async () => {
  const keys = async () => {
    const record = JSON.parse(JSON.stringify(await read()));
    const [income] = record.income;
    return [record, income, income.rungs[0], income.rungs[0].amount].map((one) =>
      Object.keys(one).sort(),
    );
  };
  const before = await keys();
  expect(before[1]).toEqual(['byYear', 'currency', 'months', 'next', 'rungs', 'total']);
  await setRungs(person, 'JPY', null, [5_000n, 90_000n]);
  expect(await keys()).toEqual(before);
});

test('the revision changes with a ladder that shows, and with no other', async () => {
  let last = await publicRevision(person.handle, now);
  async function changedBy(change: Promise<unknown>): Promise<boolean> {
    await change;
    const revision = await publicRevision(person.handle, now);
    expect((await read())?.revision).toBe(revision);
    const isChanged = revision !== last;
    last = revision;
    return isChanged;
  }
  const before = last;
  expect(await changedBy(setRungs(person, 'JPY', null, [5_000n]))).toBe(true);
  expect(await changedBy(setRungs(person, 'JPY', 1, [6_000n]))).toBe(true);
  // Nothing in dollars shows yet, public or not; another's ladder and marks never do.
  const other = await makePerson();
  expect(await changedBy(setRungs(person, 'USD', null, [5_000n]))).toBe(false);
  await earn('2026-06-01', 20_000n, 'USD', false);
  expect(await changedBy(setRungs(person, 'USD', 1, [6_000n]))).toBe(false);
  expect(await changedBy(setRungs(other, 'JPY', null, [5_000n]))).toBe(false);
  expect(await changedBy(markRungs(person, 'JPY', [6_000n], now))).toBe(false);
  expect(await changedBy(resetRungs(person, 'JPY'))).toBe(true);
  expect(last).toBe(before);
});

test('a closed record shows nothing, but to its owner as a draft', async () => {
  await setRungs(person, 'JPY', null, [5_000n]);
  const rows = () =>
    asVisitor<{ count: number }>(
      Prisma.sql`SELECT count(*)::int AS count FROM ladder WHERE owner_id = ${person.userId}::uuid`,
    );
  expect(await rows()).toEqual([{ count: 1 }]);
  await publish(null);
  expect(await read()).toBeNull();
  expect(await publicRevision(person.handle, now)).toBeNull();
  expect(await rows()).toEqual([{ count: 0 }]);
  const draft = await readDraftRecord(person, now);
  expect(draft?.income[0]?.rungs.map(({ amount }) => amount.minor)).toEqual(['5000']);
});
