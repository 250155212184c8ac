import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '../auth/viewer';
import { asOwner } from '../db';
import { settingDay as now, openIds, set, works } from '../testing/goals';
import { makePerson } from '../testing/people';
import { getGoal, listClosedGoals } from './data';
import { closeGoal, deleteGoal, extendGoal, moveGoal, reopenGoal, reviseGoal } from './mutations';
import type { GoalDraft } from './schema';

const days = (count: number) => new Date(now.getTime() + count * 86_400_000);
const missing = { ok: false, reason: 'missing' };
const factsOf = async (viewer: Viewer, id: string) => (await getGoal(viewer, id))?.changes;

let hana: Viewer;

beforeAll(async () => {
  hana = await makePerson();
});

describe('changing', () => {
  test('keeps what target and date were, and not that a rhythm or month changed', async () => {
    const id = await set(hana, { dueOn: '2026-12-31' });
    const aims: Partial<GoalDraft>[] = [
      { dueOn: '2026-12-31', since: '2026-01' },
      { target: 40n, dueOn: '2026-12-31' },
      { target: 40n, dueOn: '2027-03-31' },
      { target: 40n, every: 'year' },
    ];
    for (const [i, aim] of aims.entries()) {
      const answer = await reviseGoal(hana, id, i + 1, { ...works, ...aim }, days(i));
      expect(answer).toEqual({ ok: true, value: { id } });
    }
    const extended = { what: 'extended', id: expect.any(String) };
    expect(await getGoal(hana, id)).toMatchObject({
      goal: { target: 40n, dueOn: null, every: 'year', since: null, version: 5 },
      changes: [
        { ...extended, at: days(1), targetBefore: 50n, dueBefore: '2026-12-31' },
        { ...extended, at: days(2), targetBefore: 40n, dueBefore: '2026-12-31' },
        { ...extended, at: days(3), targetBefore: 40n, dueBefore: '2027-03-31' },
      ],
    });
  });

  test('of two at once one wins and the other is told, and one change is kept', async () => {
    const id = await set(hana);
    const answers = await Promise.all(
      [60n, 70n].map((target) => reviseGoal(hana, id, 1, { ...works, target }, now)),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'stale' });
    expect(await factsOf(hana, id)).toHaveLength(1);
  });

  test('what a goal measures stays', async () => {
    const id = await set(hana);
    const other: GoalDraft = { ...works, measure: 'milestones', kind: 'skill' };
    expect(await reviseGoal(hana, id, 1, other, now)).toEqual(missing);
    expect((await getGoal(hana, id))?.goal.measure).toBe('works');
  });

  test('a date is put off, once however often it is sent, and never brought forward', async () => {
    const id = await set(hana, { dueOn: '2026-12-31' });
    const put = (dueOn: '2026-11-30' | '2027-06-30' | '2027-07-31') =>
      extendGoal(hana, id, 1, dueOn, now);
    expect(await put('2026-11-30')).toEqual({ ok: false, reason: 'goal-not-later' });
    await Promise.all([put('2027-06-30'), put('2027-06-30')]);
    expect(await put('2027-07-31')).toEqual({ ok: false, reason: 'stale' });
    expect(await getGoal(hana, id)).toMatchObject({
      goal: { dueOn: '2027-06-30', target: 50n, version: 2 },
      changes: [{ what: 'extended', targetBefore: 50n, dueBefore: '2026-12-31' }],
    });
    const dateless = await set(hana, { every: 'month' });
    expect(await extendGoal(hana, dateless, 1, '2027-01-31', now)).toEqual(missing);
  });
});

describe('closing', () => {
  test('is a dated fact, as is opening again', async () => {
    const person = await makePerson();
    const [first, second] = [await set(person), await set(person)];
    expect((await closeGoal(person, first, 'met', days(1))).ok).toBe(true);
    expect(await openIds(person)).toEqual([second]);
    expect(await listClosedGoals(person)).toMatchObject([
      { id: first, outcome: 'met', closedAt: days(1) },
    ]);
    const closed = { ok: false, reason: 'goal-closed' };
    expect(await reviseGoal(person, first, 2, { ...works, target: 1n }, now)).toEqual(closed);
    expect(await moveGoal(person, first, 'up')).toEqual(missing);
    await reopenGoal(person, first, days(2));
    expect(await openIds(person)).toEqual([second, first]);
    expect(await factsOf(person, first)).toMatchObject([
      { what: 'met', at: days(1), targetBefore: null, dueBefore: null },
      { what: 'reopened', at: days(2), targetBefore: null, dueBefore: null },
    ]);
  });

  test('at once as met and as dropped: one stands, and one fact', async () => {
    const id = await set(hana);
    const answers = await Promise.all(
      (['met', 'met', 'dropped', 'dropped'] as const).map((outcome) =>
        closeGoal(hana, id, outcome, now),
      ),
    );
    // The same again is no error; the other outcome is.
    expect(answers.filter(({ ok }) => ok)).toHaveLength(2);
    expect(await factsOf(hana, id)).toHaveLength(1);
    await Promise.all([reopenGoal(hana, id, now), reopenGoal(hana, id, now)]);
    expect(await factsOf(hana, id)).toHaveLength(2);
  });

  test('deleting takes the history along, and a reading of neither is left', async () => {
    const id = await set(hana);
    await closeGoal(hana, id, 'dropped', now);
    expect((await deleteGoal(hana, id)).ok).toBe(true);
    expect(await getGoal(hana, id)).toBeNull();
    const left = await asOwner(hana, (tx) =>
      tx.goalChange.count({ where: { ownerId: hana.userId, goalId: id } }),
    );
    expect(left).toBe(0);
    expect(await deleteGoal(hana, id)).toEqual(missing);
  });
});
