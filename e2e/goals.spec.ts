import type { Page } from '@playwright/test';
import { monthsAgo } from './calendar';
import { formWith, postForm } from './forms';
import { errorsIn, income, logAll, skill } from './logging';
import { expect, type Person, test } from './people';
import { en, type Reason, saying } from './words';

const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const goals = (page: Page) => page.locator('.goals').getByRole('listitem');
const nextYear = String(Number(monthsAgo(0).slice(0, 4)) + 1);

/** Sets a goal through the real form, without a browser. */
async function set(person: Person, typed: Record<string, string>) {
  const form = await formWith(person.request, '/goals/new', 'measure');
  const answer = await postForm(person.request, form, typed);
  expect(answer.status(), errorsIn(await answer.text())).toBe(303);
}

test('a goal from the empty page to its figures', async ({ desk, person }) => {
  await logAll(
    person,
    [20_000, 24_000, 28_000, 32_000].map((yen, i) =>
      income(4 - i, String(yen), { hours: '10', stream: 'Blog' }),
    ),
  );
  await desk.goto('/goals');
  await expect(desk.getByRole('heading', { level: 2 })).toHaveText(en.goals.emptyTitle);
  await desk.getByRole('link', { name: 'New goal', exact: true }).click();
  await field(desk, 'Measure').selectOption(en.goals.measures.income_month);
  await field(desk, 'Stream').selectOption('Blog');
  await field(desk, 'Target').fill('5万');
  await field(desk, 'By').fill(`${nextYear}-12`);
  await button(desk, 'Save').click();

  await expect(desk.getByRole('status')).toContainText('Monthly income · Blog · ¥50,000');
  const row = goals(desk).first();
  await expect(row).toContainText('¥32,000 of ¥50,000');
  await expect(row).toContainText('best of 4 months');
  await expect(row).toContainText(`By Dec 31, ${nextYear}`);
  await expect(row).toContainText(`more a month until Dec ${nextYear}`);
  await expect(row).toContainText('+¥4,000 a month');
  await expect(row).toContainText('trend of 4 months');
  await expect(row).toContainText(/Between \w+ \d{4} and \w+ \d{4}|Around \w+ \d{4}/);
  // 104,000 yen in 40 hours.
  await expect(row).toContainText('¥18,000 more is about 7 hours at your rate');
  await expect(row.getByRole('meter')).toHaveAccessibleName(/¥32,000 of ¥50,000/);
});

test('which fields show follows the measure and the rhythm', async ({ desk }) => {
  await desk.goto('/goals/new');
  const shows = async (...names: string[]) => {
    for (const name of ['Stream', 'Currency', 'Kind', 'Repeats', 'By', 'Counting from']) {
      await expect(field(desk, name), name).toBeVisible({ visible: names.includes(name) });
    }
  };
  await shows('Stream', 'Currency', 'Repeats', 'By', 'Counting from');
  await field(desk, 'Measure').selectOption(en.goals.measures.milestones);
  await shows('Kind', 'Repeats', 'By', 'Counting from');
  await field(desk, 'Repeats').selectOption(en.goals.everyMonth);
  await shows('Kind', 'Repeats');
  await field(desk, 'Measure').selectOption(en.goals.measures.followers);
  await shows('By');
  await expect(desk.getByRole('link', { name: en.goals.nameAudience })).toBeVisible();
  await field(desk, 'Measure').selectOption(en.goals.measures.skill_hours);
  await expect(desk.getByRole('link', { name: en.goals.nameSkill })).toBeVisible();
  await field(desk, 'Target').fill('100');
  await button(desk, 'Save').click();
  await expect(desk.getByText(en.errors['skill-missing']).first()).toBeVisible();
});

test('what goes over the target is kept, and closing it is a dated fact', async ({
  desk,
  person,
}) => {
  await logAll(person, [skill('One'), skill('Two'), skill('Three')]);
  await set(person, { measure: 'milestones', kind: 'skill', target: '2' });
  await desk.goto('/goals');
  await expect(goals(desk)).toContainText('3 of 2');
  await expect(goals(desk)).toContainText(en.goals.reached);
  await button(desk, en.goals.asMet).click();
  await expect(desk.getByRole('status')).toContainText('Met on');
  await expect(goals(desk)).toHaveCount(0);

  await desk.getByRole('link', { name: 'Milestones · Skill' }).click();
  const history = desk.locator('.goal-history').getByRole('listitem');
  await expect(history).toContainText([en.goals.facts.set, en.goals.facts.met]);
  await button(desk, en.goals.reopen).click();
  await expect(goals(desk)).toHaveCount(1);
  await desk.getByRole('link', { name: 'Milestones · Skill' }).click();
  await button(desk, en.goals.asDropped).click();
  await expect(desk.getByRole('status')).toContainText('Dropped on');
});

test('one’s own order, by keyboard too', async ({ desk, person }) => {
  await set(person, { measure: 'works', target: '10' });
  await set(person, { measure: 'milestones', kind: 'credential', target: '3' });
  await set(person, { measure: 'milestones', kind: 'skill', target: '5', every: 'month' });
  const inOrder = (...titles: string[]) => expect(goals(desk)).toContainText(titles);
  await desk.goto('/goals');
  await inOrder('Shipped works', 'Milestones · Credential', 'Milestones · Skill');
  await expect(button(desk, 'Move up: Shipped works')).toHaveCount(0);
  await button(desk, 'Move up: Milestones · Skill').click();
  await inOrder('Shipped works', 'Milestones · Skill', 'Milestones · Credential');
  await button(desk, 'Move down: Shipped works').focus();
  await desk.keyboard.press('Enter');
  await inOrder('Milestones · Skill', 'Shipped works', 'Milestones · Credential');
  // The same key moves it on, and from the end the other button brings it back.
  await expect(button(desk, 'Move down: Shipped works')).toBeFocused();
  await desk.keyboard.press('Enter');
  await inOrder('Milestones · Skill', 'Milestones · Credential', 'Shipped works');
  await expect(button(desk, 'Move up: Shipped works')).toBeFocused();
});

test('a date put off and a target changed stay in the history', async ({ desk, person }) => {
  await set(person, { measure: 'works', target: '10', by: nextYear });
  await desk.goto('/goals');
  await desk.getByRole('link', { name: 'Shipped works' }).click();
  await field(desk, en.goals.extendTo).fill(monthsAgo(-1));
  await button(desk, en.goals.extend).click();
  await expect(field(desk, en.goals.extendTo)).toHaveAccessibleDescription(
    saying('goal-not-later'),
  );
  await field(desk, en.goals.extendTo).fill(`${Number(nextYear) + 1}-03`);
  await button(desk, en.goals.extend).click();
  await expect(desk.getByRole('status')).toContainText(`Mar 31, ${Number(nextYear) + 1}`);

  await desk.getByRole('link', { name: 'Shipped works' }).click();
  await field(desk, 'Target').fill('12');
  await button(desk, 'Save').click();
  await expect(goals(desk)).toContainText('0 of 12');
  await desk.getByRole('link', { name: 'Shipped works' }).click();
  await expect(desk.locator('.goal-history').getByRole('listitem')).toContainText([
    en.goals.facts.set,
    `date Dec 31, ${nextYear} → Mar 31, ${Number(nextYear) + 1}`,
    'target 10 → 12',
  ]);
  await desk.getByText(en.goals.delete, { exact: true }).click();
  await button(desk, en.goals.deleteForGood).click();
  await expect(desk.getByRole('status')).toHaveText(en.goals.deleted);
});

test('what cannot be a goal is refused beside its field, and kept as typed', async ({
  desk,
  person,
}) => {
  await desk.goto('/goals/new');
  await field(desk, 'Target').fill('0');
  await field(desk, 'By').fill('2020-01-01');
  await button(desk, 'Save').click();
  await expect(field(desk, 'Target')).toHaveAccessibleDescription(saying('goal-zero'));
  await expect(field(desk, 'By')).toHaveAccessibleDescription(saying('date-in-past'));
  await expect(field(desk, 'By')).toHaveValue('2020-01-01');

  const form = await formWith(person.request, '/goals/new', 'measure');
  for (const [typed, reason] of [
    [{ target: '1000000000000' }, 'amount-too-large'],
    [{ target: '' }, 'required'],
    [{ measure: 'works', target: '1000000000000' }, 'count-too-large'],
    [{ measure: 'works', target: '-1' }, 'count-unclear'],
    [{ measure: 'skill_hours', target: '100001' }, 'goal-hours-too-many'],
    [{ target: '1', by: monthsAgo(1) }, 'date-in-past'],
    [{ target: '1', by: 'someday' }, 'not-a-date'],
    // Whatever is nobody’s or somebody else’s.
    [{ target: '1', stream: '019a0000-0000-7000-8000-000000000000' }, 'stream-missing'],
    [{ target: '1', ownerId: 'x' }, 'form-malformed'],
  ] as const satisfies (readonly [Record<string, string>, Reason])[]) {
    const answer = await postForm(person.request, form, typed);
    expect(errorsIn(await answer.text()), JSON.stringify(typed)).toContain(reason);
  }
  const list = await person.request.get('/goals');
  expect(await list.text()).toContain(en.goals.emptyTitle);
});

test('two tabs: the second sees what the first saved', async ({ desk, person, context }) => {
  await set(person, { measure: 'works', target: '10' });
  await desk.goto('/goals');
  const href = await desk.getByRole('link', { name: 'Shipped works' }).getAttribute('href');
  const other = await context.newPage();
  for (const page of [desk, other]) await page.goto(href ?? '');
  await field(desk, 'Target').fill('20');
  await button(desk, 'Save').click();
  await expect(goals(desk)).toContainText('0 of 20');
  await field(other, 'Target').fill('30');
  await button(other, 'Save').click();
  await expect(other.getByRole('alert').first()).toContainText(saying('stale'));
  await expect(other.getByRole('definition').filter({ hasText: /^20$/ })).toBeVisible();
  await expect(field(other, 'Target')).toHaveValue('30');
  await button(other, 'Save').click();
  await expect(goals(other)).toContainText('0 of 30');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a goal is set after an error, moved, extended and closed', async ({ desk, person }) => {
    await set(person, { measure: 'milestones', kind: 'work', target: '2' });
    await desk.goto('/goals/new');
    await field(desk, 'Measure').selectOption(en.goals.measures.works);
    await expect(field(desk, 'Currency')).toBeHidden();
    await field(desk, 'Target').fill('many');
    await field(desk, 'By').fill(nextYear);
    await button(desk, 'Save').click();
    await expect(field(desk, 'Target')).toHaveAccessibleDescription(saying('count-unclear'));
    await expect(field(desk, 'Measure')).toHaveValue('works');
    await field(desk, 'Target').fill('3');
    await button(desk, 'Save').click();
    await button(desk, 'Move up: Shipped works').click();
    await expect(goals(desk)).toContainText(['0 of 3', '0 of 2']);
    await desk.getByRole('link', { name: 'Shipped works' }).click();
    await field(desk, en.goals.extendTo).fill('2199');
    await button(desk, en.goals.extend).click();
    await expect(goals(desk).first()).toContainText('By Dec 31, 2199');
    await desk.getByRole('link', { name: 'Shipped works' }).click();
    await button(desk, en.goals.asMet).click();
    await expect(desk.getByRole('status')).toContainText('Met on');
  });
});
