import { ja } from '../app/_text/ja';
import { today } from './calendar';
import { captureLine as line, openCapture as open } from './capturing';
import { expect, test } from './people';
import { expectAccessible, expectNoSideways } from './screens';
import { en } from './words';

test('the menu reaches every screen', async ({ desk }) => {
  test.slow();
  const names = Object.entries(en.menu).filter(
    ([key]) => !['title', 'opens', 'signOut'].includes(key),
  );
  const to: Record<string, RegExp> = {
    dashboard: /\/dashboard$/,
    milestones: /\/milestones$/,
    log: /\/milestones\/new$/,
    goals: /\/goals$/,
    newGoal: /\/goals\/new$/,
    streams: /\/streams$/,
    currencies: /\/currencies$/,
    effort: /\/effort$/,
    startTimer: /\/effort$/,
    skills: /\/skills$/,
    audience: /\/audience$/,
    ladder: /\/ladder$/,
    record: /\/record$/,
    publish: /\/record$/,
    seen: /\/record\/seen$/,
    disclosure: /\/record\/disclosure$/,
    names: /\/record\/names$/,
    badges: /\/record\/badges$/,
    publicise: /\/publicise$/,
    shares: /\/shares$/,
    newShare: /\/shares\/new$/,
    inbox: /\/inbox$/,
    newInquiry: /\/inbox\/new$/,
    response: /\/response$/,
    outbox: /\/inbox\/outbox$/,
    inboxSettings: /\/inbox\/settings$/,
    deleted: /\/milestones\/deleted$/,
    settings: /\/settings$/,
    security: /\/settings\/security$/,
    changeEmail: /\/settings\/security\/email$/,
    changePassword: /\/settings\/security\/password$/,
    twoFactor: /\/settings\/security\/two-factor$/,
    recoveryCodes: /\/settings\/security\/two-factor$/,
    passkeys: /\/settings\/security\/passkeys$/,
    data: /\/settings\/data$/,
    deleteAccount: /\/settings\/data\/delete$/,
  };
  expect(names.map(([key]) => key).sort()).toEqual(Object.keys(to).sort());
  await desk.goto('/capture');
  for (const [key, name] of names) {
    await open(desk);
    await line(desk).fill(name);
    const link = desk.locator('.commands').getByRole('link', { name, exact: true });
    await link.press('Enter');
    await expect(desk).toHaveURL(to[key] ?? '');
    await expect(desk.getByRole('heading', { level: 1 })).not.toHaveText(en.problems.notFoundTitle);
  }
});

test('arrows walk the menu, Enter opens the first, Escape closes and gives focus back', async ({
  desk,
}) => {
  await desk.goto('/dashboard');
  const link = desk.getByRole('link', { name: 'Quick capture', exact: true });
  await link.focus();
  await open(desk);
  await desk.keyboard.type('goal');
  const found = desk.locator('.commands').getByRole('link');
  await expect(found).toHaveText([en.menu.goals, en.menu.newGoal]);
  await desk.keyboard.press('ArrowDown');
  await expect(found.first()).toBeFocused();
  await desk.keyboard.press('ArrowDown');
  await expect(found.last()).toBeFocused();
  await desk.keyboard.press('ArrowUp');
  await desk.keyboard.press('ArrowUp');
  await expect(line(desk)).toBeFocused();
  await desk.keyboard.press('Escape');
  await expect(desk.getByRole('dialog')).toHaveCount(0);
  await expect(link).toBeFocused();

  await open(desk);
  await desk.keyboard.type('はしご');
  await expect(found).toHaveText([en.menu.ladder]);
  await desk.keyboard.press('Enter');
  await expect(desk).toHaveURL('/ladder');

  await open(desk);
  await desk.keyboard.type('sign out');
  await desk.locator('.commands').getByRole('button', { name: 'Sign out' }).click();
  await expect(desk).toHaveURL('/');
});

test('by thumb @mobile', async ({ desk, isMobile }) => {
  await desk.setViewportSize({ width: 390, height: 844 });
  await desk.goto('/dashboard');
  const link = desk.getByRole('link', { name: 'Quick capture', exact: true });
  const box = await link.boundingBox();
  expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
  expect(box?.x).toBeGreaterThan(195);
  expect(box?.y).toBeGreaterThan(600);
  if (isMobile) await link.tap();
  else await link.click();
  await expect(line(desk)).toBeVisible();
  await line(desk).fill('credential 基本情報技術者');
  await expect(desk.getByLabel('Date', { exact: true })).toHaveValue(today());
  await desk.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(desk.getByRole('link', { name: '基本情報技術者' })).toBeVisible();
});

for (const locale of ['en', 'ja']) {
  test.describe(locale, () => {
    test.use({ locale });
    test(`is accessible and fits, in ${locale}`, async ({ desk }) => {
      const texts = { en, ja }[locale as 'en' | 'ja'];
      await desk.goto('/dashboard');
      await expect(async () => {
        await desk.keyboard.press('Control+k');
        await expect(desk.getByRole('dialog')).toBeVisible({ timeout: 500 });
      }).toPass();
      await expect(desk.locator('.commands')).toBeVisible();
      await expectAccessible(desk);
      await desk.keyboard.type(texts.capture.example5);
      await expect(desk.locator('.capture-form')).toBeVisible();
      await expectAccessible(desk);
      await expectNoSideways(desk, false);
    });
  });
}
