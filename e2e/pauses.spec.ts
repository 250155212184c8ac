import { expect as expectNow } from '@playwright/test';
import { monthsAgo, shown } from './calendar';
import { formWith, postForm } from './forms';
import { errorsIn } from './logging';
import { expect, test } from './people';
import { en, saying } from './words';

test('months are paused and resumed, and stay paused while hidden', async ({ desk, person }) => {
  const month = desk.getByLabel(en.settings.pauseMonth, { exact: true });
  const pause = desk.getByRole('button', { name: en.settings.pause, exact: true });
  const paused = desk.locator('.pauses').getByRole('listitem');
  await desk.goto('/settings');
  await expect(paused).toHaveCount(0);
  await month.fill(monthsAgo(-13));
  await pause.click();
  await expect(month).toHaveAccessibleDescription(saying('pause-too-far'));
  await expect(month).toHaveValue(monthsAgo(-13));
  for (const ago of [-12, 3, 3]) {
    await month.fill(monthsAgo(ago));
    await pause.click();
    await expect(desk.getByRole('status')).toContainText(en.settings.nowPaused);
    await expect(paused.filter({ hasText: shown(monthsAgo(ago), 'en') })).toHaveCount(1);
    await desk.goto('/settings');
  }
  await expect(paused).toHaveCount(2);

  await desk.getByRole('button', { name: en.settings.streakHide }).click();
  await expect(desk.getByText(en.settings.streakHidden)).toBeVisible();
  await expect(paused).toHaveCount(2);
  await desk
    .getByRole('button', { name: `Remove the pause in ${shown(monthsAgo(3), 'en')}` })
    .click();
  await expect(paused).toHaveText([new RegExp(shown(monthsAgo(-12), 'en'))]);
  await expect(desk.getByText(en.settings.streakHidden)).toBeVisible();

  // The language form leaves it alone.
  await desk.getByRole('button', { name: 'Save', exact: true }).first().click();
  await expect(desk.getByRole('status')).toContainText(en.settings.saved);
  await expect(desk.getByText(en.settings.streakHidden)).toBeVisible();
  await desk.getByRole('button', { name: en.settings.streakShow }).click();
  await expect(desk.getByText(en.settings.streakShown)).toBeVisible();

  const form = await formWith(person.request, '/settings', en.settings.pause);
  for (const [typed, error] of [
    ['', 'required'],
    ['2026', 'not-a-month'],
    ['soon', 'not-a-month'],
    ['1899-12', 'date-too-early'],
  ] as const) {
    const answer = await postForm(person.request, form, { month: typed });
    expectNow(errorsIn(await answer.text()), typed).toContain(error);
  }
});
