import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, test } from 'vitest';
import { openAudience } from '../audience/mutations';
import type { Viewer } from '../auth/viewer';
import { asOwner } from '../db';
import { limits } from '../limits';
import { openSkill } from '../skill/mutations';
import { openStream } from '../stream/mutations';
import { certain, openIds, set, settingDay, works } from '../testing/goals';
import { makePerson } from '../testing/people';
import { getGoal, listClosedGoals, listGoals } from './data';
import {
  closeGoal,
  deleteGoal,
  extendGoal,
  moveGoal,
  reopenGoal,
  reviseGoal,
  setGoal,
} from './mutations';
import type { GoalDraft } from './schema';

const now = settingDay;
const missing = { ok: false, reason: 'missing' };

let hana: Viewer;
let ken: Viewer;

beforeAll(async () => {
  [hana, ken] = await Promise.all([makePerson(), makePerson()]);
});

describe('setting', () => {
  test('keeps everything that was said', async () => {
    const [streamId, skillId, audienceId] = await Promise.all([
      openStream(hana, 'ブログ', 'ja').then(certain),
      openSkill(hana, 'TypeScript', 'en').then(certain),
      openAudience(hana, 'X @hana').then(certain),
    ]);
    const nothing = { streamId: null, skillId: null, audienceId: null, kind: null, currency: null };
    for (const said of [
      { ...works, ...nothing, since: '2026-01', dueOn: '2028-02-29' },
      { ...works, ...nothing, measure: 'income_total', currency: 'USD', streamId, target: 1n },
      { ...works, ...nothing, measure: 'skill_hours', skillId, every: 'month' },
      { ...works, ...nothing, measure: 'followers', audienceId, target: 999_999_999_999n },
      { ...works, ...nothing, measure: 'milestones', kind: 'credential', every: 'year' },
    ] as const satisfies GoalDraft[]) {
      const id = await set(hana, said);
      expect(await getGoal(hana, id)).toMatchObject({
        goal: { ...said, id, version: 1, createdAt: now, closedAt: null, outcome: null },
        changes: [],
      });
    }
  });

  test('a form sent twice, or ten times at once, sets one goal', async () => {
    const person = await makePerson();
    const id = uuidv7();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => setGoal(person, id, works, now)),
    );
    expect(answers).toEqual(Array(10).fill({ ok: true, value: { id } }));
    expect(await openIds(person)).toEqual([id]);
    expect(await setGoal(person, id, { ...works, target: 60n }, now)).toEqual({
      ok: false,
      reason: 'already-saved',
    });
    expect((await getGoal(person, id))?.goal.target).toBe(50n);
  });

  test('what another person has is as missing as what nobody has', async () => {
    const streamId = certain(await openStream(ken, '健の収入源', 'ja'));
    const skillId = certain(await openSkill(ken, '健のスキル', 'ja'));
    const audienceId = certain(await openAudience(ken, '健'));
    const rate: GoalDraft = { ...works, measure: 'hourly_rate', currency: 'JPY' };
    const before = await openIds(hana);
    for (const [draft, reason] of [
      [{ ...rate, streamId }, 'stream-missing'],
      [{ ...rate, streamId: uuidv7() }, 'stream-missing'],
      [{ ...works, measure: 'skill_hours', skillId }, 'skill-missing'],
      [{ ...works, measure: 'followers', audienceId }, 'audience-missing'],
    ] as const) {
      expect(await setGoal(hana, uuidv7(), draft, now)).toEqual({ ok: false, reason });
    }
    expect(await openIds(hana)).toEqual(before);
    // Whoever forgets to ask is refused by the store.
    const row = { ownerId: hana.userId, id: uuidv7(), target: 1n, position: 0 };
    await expect(
      asOwner(hana, (tx) =>
        tx.goal.create({ data: { ...row, measure: 'skill_hours', skillId, every: 'month' } }),
      ),
    ).rejects.toThrow();
  });

  test('of two that would be one too many only one is set, and closing makes room', async () => {
    const person = await makePerson();
    await asOwner(person, (tx) =>
      tx.goal.createMany({
        data: Array.from({ length: limits.goals - 1 }, (_, position) => ({
          ownerId: person.userId,
          id: uuidv7(),
          measure: 'works',
          target: 1n,
          position,
        })),
      }),
    );
    const full = { ok: false, reason: 'too-many-goals' };
    const answers = await Promise.all([1, 2, 3].map(() => setGoal(person, uuidv7(), works, now)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter(({ ok }) => !ok)).toEqual([full, full]);
    const [first = ''] = await openIds(person);
    await closeGoal(person, first, 'dropped', now);
    await set(person);
    expect(await reopenGoal(person, first, now)).toEqual(full);
  });
});

describe('order', () => {
  test('is the person’s own, and stops at both ends', async () => {
    const person = await makePerson();
    const [a, b, c] = [await set(person), await set(person), await set(person)];
    expect(await openIds(person)).toEqual([a, b, c]);
    await moveGoal(person, c, 'up');
    expect(await openIds(person)).toEqual([a, c, b]);
    await moveGoal(person, a, 'down');
    expect(await openIds(person)).toEqual([c, a, b]);
    await moveGoal(person, c, 'up');
    await moveGoal(person, b, 'down');
    expect(await openIds(person)).toEqual([c, a, b]);
  });

  test('many moves, settings and closings at once lose and double no place', async () => {
    const person = await makePerson();
    const goals = [];
    for (let i = 0; i < 5; i += 1) goals.push(await set(person));
    const [closed = '', ...kept] = goals;
    const moves = kept.flatMap((id, i) => [
      moveGoal(person, id, i % 2 ? 'up' : 'down'),
      moveGoal(person, id, 'up'),
    ]);
    await Promise.all([...moves, closeGoal(person, closed, 'met', now), set(person)]);
    const open = await listGoals(person);
    expect(open).toHaveLength(5);
    expect(new Set(open.map(({ position }) => position)).size).toBe(5);
    expect(open.map(({ id }) => id)).toEqual(expect.arrayContaining(kept));
  });
});

test('another person’s goal is as missing as none', async () => {
  const id = await set(hana, { dueOn: '2026-12-31' });
  const stored = await getGoal(hana, id);
  expect(await getGoal(ken, id)).toBeNull();
  expect(await reviseGoal(ken, id, 1, { ...works, target: 1n }, now)).toEqual(missing);
  expect(await extendGoal(ken, id, 1, '2027-12-31', now)).toEqual(missing);
  expect(await moveGoal(ken, id, 'up')).toEqual(missing);
  expect(await closeGoal(ken, id, 'met', now)).toEqual(missing);
  expect(await reopenGoal(ken, id, now)).toEqual(missing);
  expect(await deleteGoal(ken, id)).toEqual(missing);
  expect(await openIds(ken)).not.toContain(id);
  expect(await getGoal(hana, id)).toEqual(stored);
  await closeGoal(hana, id, 'met', now);
  expect(await listClosedGoals(ken)).toEqual([]);
  // The same id is another goal of another person’s.
  expect((await setGoal(ken, id, works, now)).ok).toBe(true);
  expect((await getGoal(hana, id))?.goal.dueOn).toBe('2026-12-31');
});
