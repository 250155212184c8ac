import { formWith, postForm } from './forms';
import { errorsIn } from './logging';
import { expect, type Person, test } from './people';
import { en, saying } from './words';

/** Adds a skill through the real form, without a browser. Answers its page. */
async function addSkill(person: Person, name: string): Promise<string> {
  const form = await formWith(person.request, '/skills', 'Add skill');
  const answer = await postForm(person.request, form, { name });
  const added = new URL(answer.headers().location ?? '', 'http://x').searchParams.get('added');
  return `/skills/${added}`;
}

test('a skill is added, and its levels are named', async ({ desk }) => {
  await desk.goto('/skills');
  await desk.getByLabel('Skill', { exact: true }).fill('TypeScript');
  await desk.getByRole('button', { name: 'Add skill' }).click();
  await expect(desk.getByRole('status')).toContainText('TypeScript');
  await desk.getByRole('link', { name: 'TypeScript' }).click();
  await desk.getByLabel('Levels').fill('１００時間 一人前\n10h First steps');
  await desk.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(desk.getByRole('status')).toContainText(en.skills.saved);
  await expect(desk.getByLabel('Levels')).toHaveValue('10h First steps\n100h 一人前');
  await expect(desk.getByRole('meter')).toHaveAccessibleName(/First steps/);
  await desk.goto('/skills');
  await expect(desk.getByText('10 hours to First steps')).toBeVisible();
});

test('the same name, however written, is the same skill', async ({ person }) => {
  const first = await addSkill(person, 'ﾗｲﾃｨﾝｸﾞ');
  expect(await addSkill(person, 'らいてぃんぐ')).toBe(first);
});

test('typed levels survive an error beside them', async ({ desk, person }) => {
  await desk.goto(await addSkill(person, 'Writing'));
  const levels = desk.getByLabel('Levels');
  for (const [typed, reason] of [
    ['First steps', 'levels-unclear'],
    ['10 One\n１０ Two', 'levels-alike'],
    ['999999 Too high', 'level-too-high'],
    [`10 ${'あ'.repeat(31)}`, 'level-name-long'],
    [Array.from({ length: 11 }, (_, i) => `${i + 1} L`).join('\n'), 'too-many-levels'],
  ] as const) {
    await levels.fill(typed);
    await desk.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(levels).toHaveAccessibleDescription(saying(reason));
    await expect(levels).toHaveValue(typed);
  }
});

test('names that cannot be are refused', async ({ person }) => {
  const form = await formWith(person.request, '/skills', 'Add skill');
  for (const [name, reason] of [
    ['', 'required'],
    ['\u200b ', 'required'],
    ['あ'.repeat(61), 'too-long'],
  ] as const) {
    const answer = await postForm(person.request, form, { name });
    expect(errorsIn(await answer.text()), name).toContain(reason);
  }
  const page = await addSkill(person, 'One');
  await addSkill(person, 'Two');
  const edit = await formWith(person.request, page, 'levels');
  const taken = await postForm(person.request, edit, { nameEn: 'ＴＷＯ' });
  expect(errorsIn(await taken.text())).toContain('skill-name-taken');
  const empty = await postForm(person.request, edit, { nameEn: '' });
  expect(errorsIn(await empty.text())).toContain('required');
});

test('a mistyped skill is merged into the right one, and an unused one removed', async ({
  desk,
  person,
}) => {
  const mistyped = await addSkill(person, 'Typscript');
  await addSkill(person, 'TypeScript');
  await desk.goto(mistyped);
  await desk.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(desk.getByLabel('Merge into')).toHaveAccessibleDescription(saying('skill-missing'));
  await desk.getByLabel('Merge into').selectOption('TypeScript');
  await desk.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(desk.getByRole('heading', { level: 1 })).toHaveText('TypeScript');
  expect((await desk.goto(mistyped))?.status()).toBe(404);
  await desk.goto('/skills');
  await desk.getByRole('link', { name: 'TypeScript' }).click();
  await desk.getByRole('button', { name: 'Remove skill' }).click();
  await expect(desk.getByRole('heading', { name: en.skills.emptyTitle })).toBeVisible();
});

test('into itself or into what is not there it is not merged', async ({ person }) => {
  const page = await addSkill(person, 'One');
  await addSkill(person, 'Two');
  const form = await formWith(person.request, page, 'into');
  const [, itself = ''] = /^\/skills\/(.+)$/.exec(page) ?? [];
  const self = await postForm(person.request, form, { into: itself });
  expect(errorsIn(await self.text())).toContain('skill-itself');
  const gone = await postForm(person.request, form, {
    into: '0190a1b2-0000-7000-8000-000000000000',
  });
  expect(errorsIn(await gone.text())).toContain('missing');
});
