import { uuidv7 } from 'uuidv7';
import { describe, expect, test } from 'vitest';
import type { Viewer } from '../auth/viewer';
import { dateFromDay } from '../calendar';
import { asOwner } from '../db';
import { limits } from '../limits';
import type { Locale } from '../locale';
import { makePerson } from '../testing/people';
import { listSkills } from './data';
import { mergeSkills, openSkill, removeSkill, reviseSkill } from './mutations';

const missing = { ok: false, reason: 'missing' };

async function open(viewer: Viewer, name: string, language: Locale = 'en'): Promise<string> {
  const opened = await openSkill(viewer, name, language);
  if (!opened.ok) throw new Error(opened.reason);
  return opened.value;
}

function spend(
  viewer: Viewer,
  skillId: string,
  minutes: number,
  on = '2026-08-01',
  more: { purpose?: string; deletedAt?: Date } = {},
) {
  return asOwner(viewer, (tx) =>
    tx.effort.create({
      data: {
        ownerId: viewer.userId,
        id: uuidv7(),
        purpose: 'building',
        minutes,
        spentOn: new Date(`${on}T00:00:00Z`),
        skillId,
        ...more,
      },
    }),
  );
}

function aim(viewer: Viewer, skillId: string) {
  return asOwner(viewer, (tx) =>
    tx.goal.create({
      data: {
        ownerId: viewer.userId,
        id: uuidv7(),
        measure: 'skill_hours',
        skillId,
        target: 600n,
        position: 0,
      },
    }),
  );
}

const run = (viewer: Viewer, skillId: string) =>
  asOwner(viewer, (tx) =>
    tx.timer.create({
      data: {
        ownerId: viewer.userId,
        id: uuidv7(),
        purpose: 'building',
        skillId,
        startedAt: dateFromDay('2026-08-01'),
      },
    }),
  );

const named = (en: string | null, ja: string | null = null) => ({ name: { ja, en }, levels: [] });

describe('opening', () => {
  test('one skill a name, however it is written and however often at once', async () => {
    const hana = await makePerson();
    const names = ['タイプ', 'ﾀｲﾌﾟ', 'たいぷ', ' タイプ'];
    const opened = await Promise.all(names.map((name) => open(hana, name, 'ja')));
    expect(new Set(opened).size).toBe(1);
    expect(await listSkills(hana)).toHaveLength(1);
  });

  test('by the name in the other language too', async () => {
    const hana = await makePerson();
    const id = await open(hana, 'Writing', 'en');
    await reviseSkill(hana, id, 1, named('Writing', '文章'));
    expect(await open(hana, '文章', 'ja')).toBe(id);
    expect(await open(hana, 'WRITING', 'en')).toBe(id);
  });

  test('up to the limit, and names in use beyond it', async () => {
    const hana = await makePerson();
    await asOwner(hana, (tx) =>
      tx.skill.createMany({
        data: Array.from({ length: limits.skills }, (_, i) => ({
          ownerId: hana.userId,
          id: uuidv7(),
          nameEn: `s${i}`,
          nameKey: `s${i}`,
        })),
      }),
    );
    expect(await openSkill(hana, 'new', 'en')).toEqual({ ok: false, reason: 'too-many-skills' });
    expect((await openSkill(hana, 'S7', 'en')).ok).toBe(true);
  });
});

describe('the list', () => {
  test('adds up building hours that stand, the skill worked on last first', async () => {
    const hana = await makePerson();
    const [old, recent, none] = [
      await open(hana, 'a'),
      await open(hana, 'b'),
      await open(hana, 'c'),
    ];
    await spend(hana, old, 30, '2026-07-01');
    await spend(hana, old, 60, '2026-07-09');
    await spend(hana, old, 500, '2026-08-20', { purpose: 'networking' });
    await spend(hana, old, 700, '2026-08-21', { deletedAt: new Date() });
    await spend(hana, recent, 15, '2026-08-02');
    expect(
      (await listSkills(hana)).map(({ id, minutes, lastOn }) => [id, minutes, lastOn]),
    ).toEqual([
      [recent, 15, '2026-08-02'],
      [old, 90, '2026-07-09'],
      [none, 0, null],
    ]);
  });
});

describe('revising', () => {
  const levels = [
    { name: 'Started', minutes: 600 },
    { name: '一人前', minutes: 60_000 },
  ];

  test('keeps names and levels, and takes the version on', async () => {
    const hana = await makePerson();
    const id = await open(hana, 'Writing');
    const name = { ja: '文章', en: 'Prose' };
    expect(await reviseSkill(hana, id, 1, { name, levels })).toEqual({ ok: true, value: { id } });
    expect(await listSkills(hana)).toMatchObject([{ id, name, levels, version: 2 }]);
  });

  test('of two edits at once one wins and the other is told', async () => {
    const hana = await makePerson();
    const id = await open(hana, 'Writing');
    const answers = await Promise.all(['x', 'y'].map((en) => reviseSkill(hana, id, 1, named(en))));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'stale' });
  });

  test('to a name that another goes by is refused, in either language and at once', async () => {
    const hana = await makePerson();
    const [a, b] = [await open(hana, 'a'), await open(hana, 'b')];
    const taken = { ok: false, reason: 'skill-name-taken' };
    expect(await reviseSkill(hana, a, 1, named('B'))).toEqual(taken);
    expect(await reviseSkill(hana, a, 1, named('a', 'ｂ'))).toEqual(taken);
    const answers = await Promise.all([
      reviseSkill(hana, a, 1, named(null, '同じ')),
      reviseSkill(hana, b, 1, named(null, '同じ')),
    ]);
    expect(answers).toContainEqual(taken);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

describe('removing', () => {
  test('takes what nothing stands on', async () => {
    const hana = await makePerson();
    const id = await open(hana, 'a');
    expect((await removeSkill(hana, id)).ok).toBe(true);
    expect(await removeSkill(hana, id)).toEqual(missing);
    expect(await listSkills(hana)).toEqual([]);
  });

  test.each([
    ['hours', (viewer: Viewer, id: string) => spend(viewer, id, 5)],
    [
      'deleted hours',
      (viewer: Viewer, id: string) => spend(viewer, id, 5, '2026-08-01', { deletedAt: new Date() }),
    ],
    ['a goal', aim],
    ['the timer', run],
  ])('%s keep it', async (_, stand) => {
    const hana = await makePerson();
    const id = await open(hana, 'a');
    await stand(hana, id);
    expect(await removeSkill(hana, id)).toEqual({ ok: false, reason: 'skill-in-use' });
    expect(await listSkills(hana)).toHaveLength(1);
  });
});

describe('merging', () => {
  test('moves hours, goals and the timer, and levels where there were none', async () => {
    const hana = await makePerson();
    const [from, into] = [await open(hana, 'Typscript'), await open(hana, 'TypeScript')];
    const levels = [{ name: 'Started', minutes: 60 }];
    await reviseSkill(hana, from, 1, { ...named('Typscript'), levels });
    await spend(hana, from, 30);
    await spend(hana, from, 30, '2026-08-01', { deletedAt: new Date() });
    await spend(hana, into, 60);
    const [goal] = [await aim(hana, from), await run(hana, from)];
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
    const [from, into] = [await open(hana, 'a'), await open(hana, 'b')];
    const levels = (name: string) => ({ levels: [{ name, minutes: 60 }] });
    await reviseSkill(hana, from, 1, { ...named('a'), ...levels('of a') });
    await reviseSkill(hana, into, 1, { ...named('b'), ...levels('of b') });
    await mergeSkills(hana, from, into);
    expect(await listSkills(hana)).toMatchObject([levels('of b')]);
  });

  test('of two the opposite way at once one is done', async () => {
    const hana = await makePerson();
    const [a, b] = [await open(hana, 'a'), await open(hana, 'b')];
    const answers = await Promise.all([mergeSkills(hana, a, b), mergeSkills(hana, b, a)]);
    expect(answers).toContainEqual(missing);
    expect(await listSkills(hana)).toHaveLength(1);
  });

  test('with itself or what is not there is refused', async () => {
    const hana = await makePerson();
    const id = await open(hana, 'a');
    expect(await mergeSkills(hana, id, id)).toEqual({ ok: false, reason: 'skill-itself' });
    expect(await mergeSkills(hana, id, uuidv7())).toEqual(missing);
    expect(await mergeSkills(hana, uuidv7(), id)).toEqual(missing);
    expect(await listSkills(hana)).toHaveLength(1);
  });
});

test('another person’s skill is as missing as none', async () => {
  const [hana, ken] = [await makePerson(), await makePerson()];
  const [hers, his] = [await open(hana, 'a'), await open(ken, 'a')];
  expect(hers).not.toBe(his);
  await spend(hana, hers, 30);
  expect(await reviseSkill(ken, hers, 1, named('stolen'))).toEqual(missing);
  expect(await removeSkill(ken, hers)).toEqual(missing);
  expect(await mergeSkills(ken, hers, his)).toEqual(missing);
  expect(await mergeSkills(ken, his, hers)).toEqual(missing);
  expect(await listSkills(ken)).toMatchObject([{ id: his, minutes: 0 }]);
  expect(await listSkills(hana)).toMatchObject([{ id: hers, minutes: 30, version: 1 }]);
});
