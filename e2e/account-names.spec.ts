import { addPasskey, sendExport } from './access-account';
import { setUpTwoFactor } from './factors';
import { log, press, skill } from './logging';
import { expect, newRequest, signIn, test } from './people';

/*
 * The addresses and English names that the issue promises to checks from outside, each as what one reads.
 */

test('ways back in and second factors go by the names that were promised', async ({
  desk,
  page,
  person,
  playwright,
}) => {
  await page.goto('/forgot');
  await expect(page).toHaveURL('/forgot');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();

  await signIn(await newRequest(playwright), person);
  await desk.goto('/settings/security');
  await expect(desk).toHaveURL('/settings/security');
  const setUp = desk.getByRole('button', { name: 'Set up two-factor', exact: true });
  await expect(setUp).toHaveText('Set up two-factor');
  await expect(desk.getByRole('button', { name: /^End session/ })).toHaveText('End session');
  const add = desk.getByRole('link', { name: 'Add passkey', exact: true });
  await expect(add).toHaveText('Add passkey');
  await add.click();
  await expect(desk).toHaveURL('/settings/security/passkeys#add');
  await expect(desk.getByRole('button', { name: 'Add passkey', exact: true })).toBeVisible();

  // Whoever has one still finds where to add another by that name, and the codes by theirs.
  await addPasskey(person.request, 'The first');
  await setUpTwoFactor(person.request);
  await desk.context().addCookies((await person.request.storageState()).cookies);
  await desk.goto('/settings/security/two-factor/codes');
  const codes = desk.getByRole('heading', { name: 'Recovery codes', exact: true, level: 1 });
  await expect(codes).toBeVisible();
  await desk.goto('/settings/security');
  await expect(add).toBeVisible();
});

test('one’s data goes by the names that were promised', async ({ desk, person }) => {
  await desk.goto('/settings/data');
  await expect(desk).toHaveURL('/settings/data');
  for (const name of ['Export', 'Restore', 'Delete account']) {
    await expect(desk.getByRole('heading', { name, exact: true, level: 2 })).toBeVisible();
  }
  await expect(desk.getByRole('link', { name: 'Export', exact: true })).toBeVisible();
  await expect(desk.getByRole('button', { name: 'Import CSV', exact: true })).toBeVisible();
  const leave = desk.getByRole('link', { name: 'Delete account', exact: true });
  await expect(leave).toBeVisible();
  await leave.click();
  await expect(desk).toHaveURL('/settings/data/delete');
  await expect(desk.getByRole('button', { name: 'Delete account', exact: true })).toBeVisible();

  const milestone = await log(person, skill('Exported'));
  const upload = await sendExport(person.request);
  await press(person, `/milestones/${milestone}`, 'Delete');
  await desk.goto(`/settings/data/restore/${upload}`);
  await expect(desk.getByRole('button', { name: 'Restore', exact: true })).toBeVisible();
});
