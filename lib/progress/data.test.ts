import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, test } from 'vitest';
import { listFollowers } from '../audience/data';
import { openAudience, recordCount } from '../audience/mutations';
import type { Viewer } from '../auth/viewer';
import type { Day } from '../calendar';
import { asOwner } from '../db';
import { getTimer } from '../effort/data';
import { logEffort } from '../effort/mutations';
import { startTimer } from '../effort/timer/mutations';
import { listGoals } from '../goal/data';
import { closeGoal, setGoal } from '../goal/mutations';
import { listLadders, listRungMarks } from '../ladder/data';
import { markRungs, setRungs } from '../ladder/mutations';
import { deleteMilestone, logMilestone } from '../milestone/mutations';
import { getStreakSettings } from '../pause/data';
import { pauseMonth } from '../pause/mutations';
import { openSkill } from '../skill/mutations';
import { listStreams } from '../stream/data';
import { openStream } from '../stream/mutations';
import { income, makePerson, work } from '../testing/people';
import { getProgress, getSums } from './data';

const now = new Date('2026-11-22T03:00:00Z');
let hana: Viewer;
let blog: string;
let goalId: string;

const must = <T>(done: { ok: true; value: T } | { ok: false; reason: string }): T => {
  if (!done.ok) throw new Error(done.reason);
  return done.value;
};

beforeAll(async () => {
  hana = await makePerson();
  blog = must(await openStream(hana, 'ブログ', 'ja'));
  const log = (draft: ReturnType<typeof work>, stream: string | null = null) =>
    logMilestone(hana, uuidv7(), draft, stream, now);
  const money = { minor: 50_000n, currency: 'JPY', fees: 5_000n, costs: 700n } as const;
  await log(income(20_000, '2026-10', { minutes: 90 }), blog);
  await log(income(0, '2026-10', { income: money, minutes: 30 }), blog);
  await log(
    income(0, '2026-10', { income: { ...money, currency: 'USD', fees: null, costs: null } }),
    blog,
  );
  await log(work('公開', '2026-10-03', { visibility: 'public', minutes: 600 }));
  const gone = uuidv7();
  await logMilestone(hana, gone, income(999, '2026-10'), blog, now);
  await deleteMilestone(hana, gone, now);
  const readers = { name: 'Ｘ @hana', value: 70n };
  await log(work('読者', '2026-09-10', { kind: 'audience', measure: readers }));

  const skillId = must(await openSkill(hana, 'TypeScript', 'ja'));
  const spent = { streamId: null, skillId: null, note: null, spentOn: '2026-10-05' as Day };
  const time = (more: object) =>
    logEffort(hana, uuidv7(), { ...spent, purpose: 'building', minutes: 60, ...more }, now);
  must(await time({ skillId }));
  must(await time({ skillId, minutes: 15 }));
  must(await time({ streamId: blog }));
  must(await time({ purpose: 'networking', minutes: 45 }));
  must(await startTimer(hana, uuidv7(), { purpose: 'building', streamId: null, skillId }, now));

  const audienceId = must(await openAudience(hana, 'X @hana'));
  for (const [day, followers] of [
    ['2026-10-01', 100n],
    ['2026-11-01', 160n],
  ] as const) {
    must(await recordCount(hana, audienceId, day, followers, now));
  }
  const draft = {
    streamId: null,
    skillId: null,
    audienceId: null,
    kind: null,
    currency: null,
    dueOn: null,
    every: null,
    since: null,
  };
  goalId = uuidv7();
  const yen = { measure: 'income_month', currency: 'JPY', target: 300_000n } as const;
  must(
    await setGoal(
      hana,
      goalId,
      { ...draft, ...yen, streamId: blog, dueOn: '2027-03-31', since: '2026-01' },
      now,
    ),
  );
  must(
    await setGoal(hana, uuidv7(), { ...draft, measure: 'followers', audienceId, target: 1n }, now),
  );
  const done = uuidv7();
  must(await setGoal(hana, done, { ...draft, measure: 'works', target: 1n, every: 'year' }, now));
  must(await closeGoal(hana, done, 'met', now));
  must(await setRungs(hana, 'JPY', null, [1n, 70_000n, 999_999_999_999n]));
  await markRungs(hana, 'JPY', [1n, 70_000n], now);
  must(await pauseMonth(hana, '2026-08'));
});

test('sums are kept apart by kind, currency and stream, without what was deleted', async () => {
  const { milestones, efforts } = await getSums(hana);
  const inOctober = milestones.filter(({ month }) => month === '2026-10');
  const sum = { kind: 'income', streamId: blog, month: '2026-10' };
  expect(inOctober).toHaveLength(3);
  expect(inOctober).toContainEqual({
    ...sum,
    currency: 'JPY',
    gross: 70_000n,
    fees: 5_000n,
    costs: 700n,
    minutes: 120,
    milestones: 2,
  });
  expect(inOctober).toContainEqual({
    ...sum,
    currency: 'USD',
    gross: 50_000n,
    fees: 0n,
    costs: 0n,
    minutes: 0,
    milestones: 1,
  });
  expect(milestones.map(({ month }) => month)).toEqual(
    milestones.map(({ month }) => month).toSorted(),
  );
  expect(
    efforts.map(({ purpose, streamId, minutes, efforts: count }) => [
      purpose,
      streamId,
      minutes,
      count,
    ]),
  ).toEqual(
    expect.arrayContaining([
      ['building', null, 75, 2],
      ['building', blog, 60, 1],
      ['networking', null, 45, 1],
    ]),
  );
  expect(efforts).toHaveLength(3);
});

test('hours beyond what 32 bits hold are added up all the same', async () => {
  const ken = await makePerson();
  const ownerId = ken.userId;
  const one = { ownerId, kind: 'work', titleJa: '長い仕事', precision: 'day', minutes: 600_000 };
  const rows = Array.from({ length: 3_600 }, () => ({
    ...one,
    id: uuidv7(),
    happenedOn: new Date('2026-10-03'),
  }));
  await asOwner(ken, (tx) => tx.milestone.createMany({ data: rows }));
  const { milestones } = await getSums(ken);
  expect(milestones.map(({ minutes }) => minutes)).toEqual([2_160_000_000]);
});

describe('the one query of everything else', () => {
  test('tells the same as each noun does', async () => {
    const progress = await getProgress(hana);
    expect(progress.goals).toEqual(await listGoals(hana));
    expect(progress.goals).toHaveLength(2);
    expect(progress.streams).toEqual(
      (await listStreams(hana)).map(({ id, name, origin, closedAt }) => ({
        id,
        name,
        origin,
        closedAt,
      })),
    );
    expect(progress.followers).toEqual(await listFollowers(hana));
    expect(progress.followers.map(({ followers }) => followers)).toEqual([70n, 100n, 160n]);
    expect(progress.timer).toEqual(await getTimer(hana));
    expect(progress.timer?.subject?.name.ja).toBe('TypeScript');
    const ladders = await listLadders(hana);
    expect(progress.ladders).toEqual(ladders.map(({ currency, rungs }) => ({ currency, rungs })));
    expect(new Set(progress.marks.map(({ rung }) => rung))).toEqual(
      new Set((await listRungMarks(hana)).map(({ rung }) => rung)),
    );
    const { shows, pauses } = await getStreakSettings(hana);
    expect([progress.showsStreak, progress.pauses]).toEqual([shows, pauses]);
    expect(progress.record).toEqual({ publishedAt: null, publicCount: 1 });
    expect(progress.milestones).toEqual((await getSums(hana)).milestones);
  });

  test('followers are asked for only while a goal needs them', async () => {
    const ken = await makePerson();
    const readers = { name: 'X', value: 9n };
    const draft = work('読者', '2026-09-10', { kind: 'audience', measure: readers });
    await logMilestone(ken, uuidv7(), draft, null, now);
    const audienceId = must(await openAudience(ken, 'X'));
    must(await recordCount(ken, audienceId, '2026-10-01', 12n, now));
    expect(await listFollowers(ken)).toHaveLength(2);
    expect((await getProgress(ken)).followers).toEqual([]);
  });

  test('is somebody else’s nothing', async () => {
    const ken = await getProgress(await makePerson());
    expect(ken).toEqual({
      milestones: [],
      efforts: [],
      goals: [],
      streams: [],
      skills: [],
      audiences: [],
      followers: [],
      came: [],
      ladders: [],
      marks: [],
      showsStreak: true,
      pauses: [],
      timer: null,
      record: { publishedAt: null, publicCount: 0 },
    });
  });
});
