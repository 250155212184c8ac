import { uuidv7 } from 'uuidv7';
import { describe, expect, test } from 'vitest';
import { asOwner } from '../db';
import { makePerson } from '../testing/people';
import { aim, openedSkill, runTimer, spend } from '../testing/skills';
import { listSkills } from './data';
import { mergeSkills, reviseSkill } from './mutations';

const missing = { ok: false, reason: 'missing' };
const named = (en: string) => ({ name: { ja: null, en }, levels: [] });

describe('merging', () => {
  test('moves hours, goals and the timer, and levels where there were none', async () => {
    const hana = await makePerson();
    const [from, into] = [
      await openedSkill(hana, 'Typscript'),
      await openedSkill(hana, 'TypeScript'),
    ];
    const levels = [{ name: 'Started', minutes: 60 }];
    await reviseSkill(hana, from, 1, { ...named('Typscript'), levels });
    await spend(hana, from, 30);
    await spend(hana, from, 30, '2026-08-01', { deletedAt: new Date() });
    await spend(hana, into, 60);
    const [goal] = [await aim(hana, from), await runTimer(hana, from)];
    expect(await mergeSkills(hana, from, into)).toEqual({ ok: true, value: { id: into } });
    expect(await listSkills(hana)).toMatchObject([{ id: into, minutes: 90, levels, version: 2 }]);
    const where = { ownerId: hana.userId, skillId: into };
    const [efforts, goals, timers] = await asOwner(hana, async (tx) => [
      await tx.effort.findMany({ where }),
      await tx.goal.findMany({ where }),
      await tx.timer.findMany({ where }),
    ]);
    expect(efforts.map(({ version }) => version).sort()).toEqual([1, 2, 2]);
    expect(goals).toMatchObject([{ id: goal.id, version: 2 }]);
    expect(timers).toHaveLength(1);
  });

  test('levels that are there stay', async () => {
    const hana = await makePerson();
    const [from, into] = [await openedSkill(hana, 'a'), await openedSkill(hana, 'b')];
    const levels = (name: string) => ({ levels: [{ name, minutes: 60 }] });
    await reviseSkill(hana, from, 1, { ...named('a'), ...levels('of a') });
    await reviseSkill(hana, into, 1, { ...named('b'), ...levels('of b') });
    await mergeSkills(hana, from, into);
    expect(await listSkills(hana)).toMatchObject([levels('of b')]);
  });

  test('of two the opposite way at once one is done', async () => {
    const hana = await makePerson();
    const [a, b] = [await openedSkill(hana, 'a'), await openedSkill(hana, 'b')];
    const answers = await Promise.all([mergeSkills(hana, a, b), mergeSkills(hana, b, a)]);
    expect(answers).toContainEqual(missing);
    expect(await listSkills(hana)).toHaveLength(1);
  });

  test('with itself or what is not there is refused', async () => {
    const hana = await makePerson();
    const id = await openedSkill(hana, 'a');
    expect(await mergeSkills(hana, id, id)).toEqual({ ok: false, reason: 'skill-itself' });
    expect(await mergeSkills(hana, id, uuidv7())).toEqual(missing);
    expect(await mergeSkills(hana, uuidv7(), id)).toEqual(missing);
    expect(await listSkills(hana)).toHaveLength(1);
  });
});
