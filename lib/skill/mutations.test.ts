import { uuidv7 } from 'uuidv7';
import { describe, expect, test } from 'vitest';
import type { Viewer } from '../auth/viewer';
import { asOwner } from '../db';
import { limits } from '../limits';
import { makePerson } from '../testing/people';
import { aim, openedSkill, runTimer, spend } from '../testing/skills';
import { listSkills } from './data';
import { mergeSkills, openSkill, removeSkill, reviseSkill } from './mutations';

const missing = { ok: false, reason: 'missing' };
const now = new Date();
const monthLater = new Date(now.getTime() + 31 * 24 * 60 * 60 * 1000);

const named = (en: string | null, ja: string | null = null) => ({ name: { ja, en }, levels: [] });

describe('opening', () => {
  test('one skill a name, however it is written and however often at once', async () => {
    const hana = await makePerson();
    const names = ['タイプ', 'ﾀｲﾌﾟ', 'たいぷ', ' タイプ'];
    const opened = await Promise.all(names.map((name) => openedSkill(hana, name, 'ja')));
    expect(new Set(opened).size).toBe(1);
    expect(await listSkills(hana)).toHaveLength(1);
  });

  test('by the name in the other language too', async () => {
    const hana = await makePerson();
    const id = await openedSkill(hana, 'Writing', 'en');
    await reviseSkill(hana, id, 1, named('Writing', '文章'));
    expect(await openedSkill(hana, '文章', 'ja')).toBe(id);
    expect(await openedSkill(hana, 'WRITING', 'en')).toBe(id);
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
      await openedSkill(hana, 'a'),
      await openedSkill(hana, 'b'),
      await openedSkill(hana, 'c'),
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
    const id = await openedSkill(hana, 'Writing');
    const name = { ja: '文章', en: 'Prose' };
    expect(await reviseSkill(hana, id, 1, { name, levels })).toEqual({ ok: true, value: { id } });
    expect(await listSkills(hana)).toMatchObject([{ id, name, levels, version: 2 }]);
  });

  test('of two edits at once one wins and the other is told', async () => {
    const hana = await makePerson();
    const id = await openedSkill(hana, 'Writing');
    const answers = await Promise.all(['x', 'y'].map((en) => reviseSkill(hana, id, 1, named(en))));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'stale' });
  });

  test('to a name that another goes by is refused, in either language and at once', async () => {
    const hana = await makePerson();
    const [a, b] = [await openedSkill(hana, 'a'), await openedSkill(hana, 'b')];
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
  test('hours that can no longer be taken back hold nothing', async () => {
    const hana = await makePerson();
    const id = await openedSkill(hana, 'a');
    await spend(hana, id, 5, '2026-08-01', { deletedAt: now });
    expect((await removeSkill(hana, id, monthLater)).ok).toBe(true);
  });

  test('takes what nothing stands on', async () => {
    const hana = await makePerson();
    const id = await openedSkill(hana, 'a');
    expect((await removeSkill(hana, id, now)).ok).toBe(true);
    expect(await removeSkill(hana, id, now)).toEqual(missing);
    expect(await listSkills(hana)).toEqual([]);
  });

  test.each([
    ['hours', (viewer: Viewer, id: string) => spend(viewer, id, 5)],
    [
      'deleted hours',
      (viewer: Viewer, id: string) => spend(viewer, id, 5, '2026-08-01', { deletedAt: new Date() }),
    ],
    ['a goal', aim],
    ['the timer', runTimer],
  ])('%s keep it', async (_, stand) => {
    const hana = await makePerson();
    const id = await openedSkill(hana, 'a');
    await stand(hana, id);
    expect(await removeSkill(hana, id, now)).toEqual({ ok: false, reason: 'skill-in-use' });
    expect(await listSkills(hana)).toHaveLength(1);
  });
});

test('another person’s skill is as missing as none', async () => {
  const [hana, ken] = [await makePerson(), await makePerson()];
  const [hers, his] = [await openedSkill(hana, 'a'), await openedSkill(ken, 'a')];
  expect(hers).not.toBe(his);
  await spend(hana, hers, 30);
  expect(await reviseSkill(ken, hers, 1, named('stolen'))).toEqual(missing);
  expect(await removeSkill(ken, hers, now)).toEqual(missing);
  expect(await mergeSkills(ken, hers, his)).toEqual(missing);
  expect(await mergeSkills(ken, his, hers)).toEqual(missing);
  expect(await listSkills(ken)).toMatchObject([{ id: his, minutes: 0 }]);
  expect(await listSkills(hana)).toMatchObject([{ id: hers, minutes: 30, version: 1 }]);
});
