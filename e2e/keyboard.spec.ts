import { log, press, savedNotice, skill } from './logging';
import { expect, test } from './people';
import { en } from './words';

test('the main form by keyboard alone', async ({ desk }) => {
  await desk.goto('/milestones/new');
  const focused = desk.locator(':focus');
  await desk.keyboard.press('Tab');
  await expect(focused).toHaveText(en.desk.skip);
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('main')).toBeFocused();
  const walk = [
    'Kind',
    'Month',
    'Amount',
    'Currency',
    'Stream',
    'Title',
    'Visibility',
    'Disclosure',
    'Not shown before',
    'Hours',
  ];
  // A month has two parts to stop at, and a day three; each has its picker.
  const parts: Record<string, number> = { Amount: 3, Hours: 4 };
  const typed: Record<string, string> = { Amount: '30万', Stream: 'Writing', Hours: '6' };
  for (const name of walk) {
    await desk.keyboard.press('Tab');
    const field = desk.getByLabel(name, { exact: true });
    for (let part = 0; part < (parts[name] ?? 0); part += 1) {
      if (await field.evaluate((element) => element === document.activeElement)) break;
      await desk.keyboard.press('Tab');
    }
    await expect(field).toBeFocused();
    // One sees where one is.
    const outline = await field.evaluate((element) => getComputedStyle(element).outlineStyle);
    expect(outline, name).not.toBe('none');
    await desk.keyboard.type(typed[name] ?? '');
    if (name === 'Visibility') await desk.keyboard.type('Pub');
  }
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('status').first()).toContainText(savedNotice(en));
  await expect(desk.locator('.ledger')).toContainText('¥300,000');
  await expect(desk.locator('.ledger')).toContainText('Public');
});

test('publish and retract by keyboard alone', async ({ desk, person }) => {
  await log(person, skill('Shown', { visibility: 'public' }));
  await desk.goto('/record');
  await desk.getByRole('button', { name: 'Publish', exact: true }).focus();
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('button', { name: 'Retract', exact: true })).toBeVisible();
  await desk.getByRole('button', { name: 'Retract', exact: true }).focus();
  await desk.keyboard.press('Space');
  await expect(desk.getByRole('button', { name: 'Publish', exact: true })).toBeVisible();
  await press(person, '/record', 'Publish');
});
