import { uuidv7 } from 'uuidv7';
import { describe, expect, test } from 'vitest';
import type { Viewer } from '../auth/viewer';
import { addMonths, dateFromDay, firstOf } from '../calendar';
import { asOwner } from '../db';
import { limits } from '../limits';
import { deleteMilestone, logMilestone } from '../milestone/mutations';
import { makePerson, work } from '../testing/people';
import { listAudiences, listFollowers, readAudiences } from './data';
import {
  openAudience,
  recordCount,
  removeAudience,
  removeCount,
  renameAudience,
} from './mutations';

const now = new Date('2026-08-15T03:00:00Z');
const missing = { ok: false, reason: 'missing' };

async function open(viewer: Viewer, name: string): Promise<string> {
  const opened = await openAudience(viewer, name);
  if (!opened.ok) throw new Error(opened.reason);
  return opened.value;
}

async function tell(viewer: Viewer, name: string | null, on: string, value: bigint) {
  const id = uuidv7();
  const draft = work('発信', on, { kind: 'audience', measure: { name, value } });
  expect((await logMilestone(viewer, id, draft, null, now)).ok).toBe(true);
  return id;
}

describe('opening', () => {
  test('one audience a name, however it is written and however often at once', async () => {
    const hana = await makePerson();
    const names = ['X @hana', 'Ｘ　＠ｈａｎａ', 'x @HANA'];
    const opened = await Promise.all(names.map((name) => open(hana, name)));
    expect(new Set(opened).size).toBe(1);
  });

  test('up to the limit, and names in use beyond it', async () => {
    const hana = await makePerson();
    await asOwner(hana, (tx) =>
      tx.audience.createMany({
        data: Array.from({ length: limits.audiences }, (_, i) => ({
          ownerId: hana.userId,
          id: uuidv7(),
          name: `a${i}`,
          nameKey: `a${i}`,
        })),
      }),
    );
    expect(await openAudience(hana, 'x')).toEqual({ ok: false, reason: 'too-many-audiences' });
    expect((await openAudience(hana, 'A7')).ok).toBe(true);
  });
});

describe('counting', () => {
  test('a day has one count; a second takes its place and says so', async () => {
    const hana = await makePerson();
    const id = await open(hana, 'X');
    expect(await recordCount(hana, id, '2026-08-01', 100n, now)).toEqual({
      ok: true,
      value: { id, before: null },
    });
    expect(await recordCount(hana, id, '2026-08-01', 0n, now)).toEqual({
      ok: true,
      value: { id, before: 100n },
    });
    expect((await listAudiences(hana))[0]?.counts).toEqual([
      { day: '2026-08-01', followers: 0n, from: 'count' },
    ]);
  });

  test('five at once leave one, and four of them say what they replaced', async () => {
    const hana = await makePerson();
    const id = await open(hana, 'X');
    const answers = await Promise.all(
      Array.from({ length: 5 }, (_, i) => recordCount(hana, id, '2026-08-01', BigInt(i), now)),
    );
    const replaced = answers.filter((answer) => answer.ok && answer.value.before !== null);
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(replaced).toHaveLength(4);
    expect((await listAudiences(hana))[0]?.counts).toHaveLength(1);
  });

  test('today is in the person’s zone, and tomorrow is not', async () => {
    const at = new Date('2026-08-15T16:00:00Z');
    const hana = await makePerson();
    const ken = await makePerson({ zone: 'America/New_York' });
    const [hers, his] = [await open(hana, 'X'), await open(ken, 'X')];
    expect((await recordCount(hana, hers, '2026-08-16', 1n, at)).ok).toBe(true);
    expect(await recordCount(ken, his, '2026-08-16', 1n, at)).toEqual({
      ok: false,
      reason: 'date-in-future',
    });
  });

  test('up to the limit, and replacing beyond it', async () => {
    const hana = await makePerson();
    const audienceId = await open(hana, 'X');
    await asOwner(
      hana,
      (tx) => tx.$executeRaw`
        INSERT INTO audience_count (owner_id, audience_id, counted_on, followers)
        SELECT ${hana.userId}::uuid, ${audienceId}::uuid, DATE '2000-01-01' + i, i
        FROM generate_series(0, ${limits.audienceCounts}::int - 1) AS i`,
    );
    expect(await recordCount(hana, audienceId, '2026-08-01', 1n, now)).toEqual({
      ok: false,
      reason: 'too-many-counts',
    });
    expect(await recordCount(hana, audienceId, '2000-01-01', 9n, now)).toMatchObject({ ok: true });
  });

  test('is taken away', async () => {
    const hana = await makePerson();
    const id = await open(hana, 'X');
    await recordCount(hana, id, '2026-08-01', 1n, now);
    expect((await removeCount(hana, id, '2026-08-01')).ok).toBe(true);
    expect(await removeCount(hana, id, '2026-08-01')).toEqual(missing);
  });
});

describe('the series', () => {
  test('takes in milestones of that name; a counted day wins, years and deleted ones are left out', async () => {
    const hana = await makePerson();
    const id = await open(hana, 'X @hana');
    await recordCount(hana, id, '2026-08-01', 120n, now);
    await tell(hana, 'ｘ @Hana', '2026-08-01', 999n);
    await tell(hana, 'X @hana', '2026-07', 100n);
    await tell(hana, 'X @hana', '2025', 5n);
    await tell(hana, null, '2026-08-02', 7n);
    const gone = await tell(hana, 'X @hana', '2026-08-03', 8n);
    await deleteMilestone(hana, gone, now);
    expect((await listAudiences(hana))[0]?.counts).toEqual([
      { day: '2026-07-01', followers: 100n, from: 'milestone' },
      { day: '2026-08-01', followers: 120n, from: 'count' },
    ]);
    expect(await listFollowers(hana)).toEqual([
      { audienceId: id, day: '2026-07-01', followers: 100n },
      { audienceId: id, day: '2026-08-01', followers: 120n },
    ]);
  });

  test('names that only milestones tell of are offered, as written last', async () => {
    const hana = await makePerson();
    await open(hana, 'X');
    await tell(hana, 'x', '2026-08-01', 1n);
    await tell(hana, 'newsletter', '2026-07-01', 1n);
    await tell(hana, 'Newsletter', '2026-08-01', 2n);
    expect((await readAudiences(hana)).unfollowed).toEqual(['Newsletter']);
  });

  test('of several audiences ascends by day', async () => {
    const hana = await makePerson();
    const [a, b] = [await open(hana, 'a'), await open(hana, 'b')];
    for (const back of [0, 1, 2]) {
      const day = firstOf(addMonths('2026-08', -back));
      await recordCount(hana, back === 1 ? b : a, day, 1n, now);
    }
    expect((await listFollowers(hana)).map(({ audienceId }) => audienceId)).toEqual([a, b, a]);
  });
});

describe('renaming', () => {
  test('of two at once one wins; a name in use is refused', async () => {
    const hana = await makePerson();
    const [a, b] = [await open(hana, 'a'), await open(hana, 'b')];
    expect(await renameAudience(hana, a, 1, 'Ｂ')).toEqual({
      ok: false,
      reason: 'audience-name-taken',
    });
    const answers = await Promise.all(['x', 'y'].map((name) => renameAudience(hana, b, 1, name)));
    expect(answers).toContainEqual({ ok: false, reason: 'stale' });
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

test('an audience goes with its counts, but not from under a goal', async () => {
  const hana = await makePerson();
  const [audienceId, other] = [await open(hana, 'a'), await open(hana, 'b')];
  await recordCount(hana, audienceId, '2026-08-01', 1n, now);
  await recordCount(hana, other, '2026-08-01', 1n, now);
  await asOwner(hana, (tx) =>
    tx.goal.create({
      data: {
        ownerId: hana.userId,
        id: uuidv7(),
        measure: 'followers',
        audienceId,
        target: 1n,
        position: 0,
        closedAt: dateFromDay('2026-08-01'),
        outcome: 'met',
      },
    }),
  );
  expect(await removeAudience(hana, audienceId)).toEqual({
    ok: false,
    reason: 'audience-has-goal',
  });
  expect((await removeAudience(hana, other)).ok).toBe(true);
  expect(await removeAudience(hana, other)).toEqual(missing);
  expect(await listFollowers(hana)).toMatchObject([{ audienceId }]);
});

test('another person’s audience is as missing as none', async () => {
  const [hana, ken] = [await makePerson(), await makePerson()];
  const [hers, his] = [await open(hana, 'X'), await open(ken, 'X')];
  expect(hers).not.toBe(his);
  await recordCount(hana, hers, '2026-08-01', 1n, now);
  expect(await recordCount(ken, hers, '2026-08-01', 2n, now)).toEqual(missing);
  expect(await removeCount(ken, hers, '2026-08-01')).toEqual(missing);
  expect(await renameAudience(ken, hers, 1, 'stolen')).toEqual(missing);
  expect(await removeAudience(ken, hers)).toEqual(missing);
  expect(await listFollowers(ken)).toEqual([]);
  expect(await listAudiences(hana)).toMatchObject([
    { name: 'X', version: 1, counts: [{ followers: 1n }] },
  ]);
});
