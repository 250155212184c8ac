import { uuidv7 } from 'uuidv7';
import { beforeEach, expect, test } from 'vitest';
import type { Viewer } from '../auth/viewer';
import { asOwner } from '../db';
import { stopTimer } from '../effort/timer/mutations';
import { listMilestones } from '../milestone/data';
import { logMilestone, reviseMilestone } from '../milestone/mutations';
import { income, makePerson } from '../testing/people';
import { getContents, listStreams } from './data';
import { mergeStreams, openStream, reviseStream } from './mutations';

const now = new Date('2026-08-15T03:00:00Z');
const missing = { ok: false, reason: 'missing' };

let hana: Viewer;
let from: string;
let into: string;

async function open(viewer: Viewer, name: string): Promise<string> {
  const opened = await openStream(viewer, name, 'ja');
  if (!opened.ok) throw new Error(opened.reason);
  return opened.value;
}

/** A milestone, an effort, a goal and the timer on `streamId`, and a milestone deleted from it. */
async function hang(viewer: Viewer, streamId: string): Promise<void> {
  const ownerId = viewer.userId;
  for (const deletedAt of [null, now]) {
    const id = uuidv7();
    await logMilestone(viewer, id, income(100, '2026-08'), streamId, now);
    await asOwner(viewer, (tx) =>
      tx.milestone.updateMany({ where: { ownerId, id }, data: { deletedAt } }),
    );
  }
  await asOwner(viewer, async (tx) => {
    const spent = { ownerId, purpose: 'building', streamId };
    await tx.effort.create({ data: { ...spent, id: uuidv7(), minutes: 30, spentOn: now } });
    await tx.timer.create({ data: { ...spent, id: uuidv7(), startedAt: now } });
    await tx.goal.create({
      data: {
        ownerId,
        id: uuidv7(),
        measure: 'income_total',
        streamId,
        currency: 'JPY',
        target: 1n,
        position: 0,
      },
    });
  });
}

beforeEach(async () => {
  hana = await makePerson();
  [from, into] = [await open(hana, 'ブログ'), await open(hana, '記事')];
});

test('everything moves, deleted milestones too, and search follows', async () => {
  await hang(hana, from);
  await logMilestone(hana, uuidv7(), income(1, '2026-07'), into, now);
  expect(await getContents(hana, from)).toEqual({
    milestones: 1,
    efforts: 1,
    goals: 1,
    hasTimer: true,
  });

  expect(await mergeStreams(hana, from, into)).toEqual({ ok: true, value: { id: into } });
  expect((await listStreams(hana)).map(({ id }) => id)).toEqual([into]);
  expect(await getContents(hana, into)).toEqual({
    milestones: 2,
    efforts: 1,
    goals: 1,
    hasTimer: true,
  });
  expect((await listMilestones(hana, { text: 'ブログ' }, null)).total).toBe(1);
  expect((await listMilestones(hana, { text: '記事' }, null)).total).toBe(1);
  const deleted = await asOwner(hana, (tx) =>
    tx.milestone.findFirst({ where: { ownerId: hana.userId, deletedAt: now } }),
  );
  expect(deleted).toMatchObject({ streamId: into, searchText: '記事', version: 2 });
});

test('with itself, with another person’s and with none it is refused, and nothing moves', async () => {
  const ken = await makePerson();
  const kens = await open(ken, '健の');
  await hang(hana, from);
  await hang(ken, kens);
  const itself = { ok: false, reason: 'merge-with-itself' };
  expect(await mergeStreams(hana, from, from)).toEqual(itself);
  for (const [one, other] of [
    [from, kens],
    [kens, from],
    [from, uuidv7()],
    [uuidv7(), into],
  ] as const) {
    expect(await mergeStreams(hana, one, other)).toEqual(missing);
  }
  expect(await mergeStreams(ken, from, into)).toEqual(missing);
  expect((await getContents(hana, from)).milestones).toBe(1);
  expect((await getContents(ken, kens)).milestones).toBe(1);
  expect(await getContents(ken, from)).toMatchObject({ milestones: 0, goals: 0 });
});

test('of two opposite merges at once one wins, and nothing is lost', async () => {
  await hang(hana, from);
  await logMilestone(hana, uuidv7(), income(1, '2026-07'), into, now);
  const answers = await Promise.all([
    mergeStreams(hana, from, into),
    mergeStreams(hana, into, from),
  ]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers).toContainEqual(missing);
  const [left, ...more] = await listStreams(hana);
  expect(more).toEqual([]);
  expect((await getContents(hana, left?.id ?? '')).milestones).toBe(2);
});

test('what is logged while it is merged is either moved or refused, never lost', async () => {
  const logged = Promise.allSettled(
    Array.from({ length: 6 }, () => logMilestone(hana, uuidv7(), income(5, '2026-08'), from, now)),
  );
  expect((await mergeStreams(hana, from, into)).ok).toBe(true);
  const saved = (await logged).filter(
    (answer) => answer.status === 'fulfilled' && answer.value.ok,
  ).length;
  expect((await getContents(hana, into)).milestones).toBe(saved);
});

test('a milestone moved away while its stream is renamed stays where it was put', async () => {
  const ids = Array.from({ length: 20 }, () => uuidv7());
  for (const id of ids) await logMilestone(hana, id, income(100, '2026-08'), from, now);
  const moves = ids.map((id) =>
    reviseMilestone(hana, id, 1, income(100, '2026-08', { streamName: '記事' }), into, now),
  );
  const names = { name: { ja: '技術ブログ', en: null }, origin: 'record' } as const;
  const [renamed, ...moved] = await Promise.all([reviseStream(hana, from, 1, names), ...moves]);
  expect(renamed.ok).toBe(true);
  const { milestones } = await listMilestones(hana, { streamId: into }, null);
  // Whoever was told that it is saved finds it there; whoever came too late was told that.
  expect(milestones).toHaveLength(moved.filter(({ ok }) => ok).length);
  const rest = await listMilestones(hana, { streamId: from, text: '技術ブログ' }, null);
  expect(rest.total + milestones.length).toBe(20);
});

test('a timer stopped and an effort logged while their stream is merged are kept', async () => {
  for (let round = 0; round < 5; round++) {
    const [one, other] = [await open(hana, `a${round}`), await open(hana, `b${round}`)];
    const timer = uuidv7();
    await asOwner(hana, (tx) =>
      tx.timer.create({
        data: {
          ownerId: hana.userId,
          id: timer,
          purpose: 'building',
          streamId: one,
          startedAt: new Date(now.getTime() - 600_000),
        },
      }),
    );
    const [merged, stopped] = await Promise.all([
      mergeStreams(hana, one, other),
      stopTimer(hana, timer, now, null),
    ]);
    expect([merged.ok, stopped.ok]).toEqual([true, true]);
    const efforts = await asOwner(hana, (tx) =>
      tx.effort.findMany({
        where: { ownerId: hana.userId, id: timer },
        select: { streamId: true },
      }),
    );
    expect(efforts).toEqual([{ streamId: other }]);
  }
});
