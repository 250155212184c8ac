import { formWith, postForm } from './forms';
import { errorsIn } from './logging';
import { linkIn } from './mailing';
import { expect, newAccount, signIn, signInOn, signUp } from './people';
import { test, verifyEmailOf } from './recovering';
import { requestTo } from './second-server';
import { en, saying } from './words';

// One after the other: they share a server.
test.describe.configure({ mode: 'default' });

const { verify, answer, email: emailTexts } = en.recovery;
const letters = en.accountLetters;

test('signing up brings a letter whose link verifies the e-mail of who signed up', async ({
  server,
  makeOwner,
  newPage,
  scan,
}) => {
  const page = await newPage();
  const account = newAccount();
  const { email, password } = account;
  await page.goto('/signup');
  for (const name of ['displayName', 'handle', 'email', 'password'] as const) {
    await page.getByLabel(en.auth[name], { exact: true }).fill(account[name]);
  }
  await page.getByRole('button', { name: 'Sign up', exact: true }).click();
  await expect(page.getByRole('status')).toContainText(en.auth.signIn.written);
  const link = linkIn(await server.letterTo(email, letters.verify.subject), '/verify/');
  // It is for who signed up: neither a stranger nor another account, the mailbox's owner perhaps, uses it up.
  await scan(link, 307);
  // Nor does the page that they are led to first keep it.
  await scan(`/signin?${new URLSearchParams({ next: link })}`);
  const other = (await makeOwner()).request;
  const pressed = await postForm(other, await formWith(other, link, 'token'));
  expect(errorsIn(await pressed.text())).toBe('link-dead');
  await signInOn(page, account, link);
  await expect(page).toHaveURL(link);
  await page.goto('/settings/security');
  const section = page.getByRole('region', { name: emailTexts.title });
  await expect(section).toContainText(emailTexts.unverified);

  await page.goto(link);
  const confirm = page.getByRole('button', { name: verify.submit });
  await confirm.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(verify.doneTitle);
  await page.goto('/settings/security');
  await expect(section).toContainText(emailTexts.verified);
  await page.goto(link);
  await confirm.click();
  await expect(page.getByText(en.errors['link-dead'])).toBeVisible();

  // Signing up with it again tells its owner, and whoever did so nothing.
  await signUp(await requestTo(server), { ...newAccount(), email, password });
  const known = await server.letterTo(email, letters.known.subject);
  expect(known.mail.text).not.toContain('/verify/');
});

test('an e-mail changes once both addresses have agreed', async ({
  server,
  makeOwner,
  newPage,
  scan,
}) => {
  const account = await makeOwner();
  await verifyEmailOf(account, server);
  const { email, password } = account;
  const desk = await newPage(account);
  await desk.goto('/settings/security/email');
  const field = desk.getByLabel(emailTexts.new, { exact: true });
  const ask = desk.getByRole('button', { name: emailTexts.change });
  await field.fill(email);
  await ask.click();
  await expect(field).toHaveAccessibleDescription(saying('email-same'));
  const { email: wanted } = newAccount();
  await field.fill(wanted);
  await ask.click();
  await expect(desk.getByRole('status')).toHaveText(emailTexts.asked);
  const [atOld, atNew] = await Promise.all(
    [email, wanted].map((one) => server.letterTo(one, letters.emailChange.subject)),
  );
  if (!atOld || !atNew) throw new Error('Both were asked.');
  // The new address may be somebody else's: it is told nothing of the account.
  expect(atNew.raw).not.toContain(email);

  const page = await newPage();
  const title = page.getByRole('heading', { level: 1 });
  const agree = async (letter: typeof atOld) => {
    const link = linkIn(letter, '/email/');
    await scan(link);
    await page.goto(link);
    await page.getByRole('button', { name: answer.agree }).click();
  };
  await agree(atNew);
  await expect(title).toHaveText(answer.agreedTitle);
  await agree(atNew);
  await expect(page.getByText(en.errors['link-dead'])).toBeVisible();
  await signIn(await requestTo(server), { email, password });
  await agree(atOld);
  await expect(title).toHaveText(answer.changedTitle);
  for (const one of [email, wanted]) await server.letterTo(one, letters.emailChanged.subject);
  await signInOn(page, { email, password });
  await expect(page.getByText(saying('wrong-credentials'))).toBeVisible();
  await signInOn(page, { email: wanted, password });
  await expect(page).toHaveURL('/dashboard');
});

test('an e-mail that was never verified, mistyped perhaps, changes by the new address alone', async ({
  server,
  makeOwner,
  newPage,
}) => {
  const account = await makeOwner();
  const { email, password } = account;
  const { email: wanted } = newAccount();
  const desk = await newPage(account);
  await desk.goto('/settings/security/email');
  await desk.getByLabel(emailTexts.new, { exact: true }).fill(wanted);
  await desk.getByRole('button', { name: emailTexts.change }).click();
  await expect(desk.getByRole('status')).toHaveText(emailTexts.askedAlone);
  const notice = await server.letterTo(email, letters.emailChange.subject);
  expect(notice.raw).not.toContain(wanted);

  const page = await newPage();
  const letter = await server.letterTo(wanted, letters.emailChange.subject);
  await page.goto(linkIn(letter, '/email/'));
  await page.getByRole('button', { name: answer.agree }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(answer.changedTitle);
  await signInOn(page, { email: wanted, password });
  await expect(page).toHaveURL('/dashboard');
});
