import { ja } from '../app/_text/ja';
import { formWith, postForm } from './forms';
import { errorsIn } from './logging';
import { expect, newAccount, newRequest, signIn, test } from './people';
import { en, saying } from './words';

const wrong = 'certainly not the one';

test('sign-up says what is wrong beside each field, and keeps what was typed', async ({ page }) => {
  const field = (name: string) => page.getByLabel(name, { exact: true });
  const button = page.getByRole('button', { name: 'Sign up', exact: true });
  await page.goto('/signup');
  await button.click();
  for (const name of ['Display name', 'Handle', 'Email', 'Password']) {
    await expect(field(name)).toHaveAttribute('aria-invalid', 'true');
    await expect(field(name)).toHaveAccessibleDescription(/./);
  }
  const tries = [
    ['Handle', 'ab', saying('handle-shape')],
    ['Handle', 'has space', saying('handle-shape')],
    ['Handle', 'xn--abc', /./],
    ['Handle', 'admin', saying('handle-reserved')],
    ['Handle', 'signin', saying('handle-reserved')],
    ['Handle', 'mori-aoi-tries', new RegExp(`^${en.auth.handleHint.slice(0, 20)}`)],
    ['Email', 'not-an-address', saying('email-unclear')],
    ['Email', 'someone@example.org', new RegExp(`^${en.auth.emailHint.slice(0, 20)}`)],
    ['Password', 'short', saying('password-short')],
    ['Password', 'x7'.repeat(65), saying('password-long')],
    ['Password', 'password1234', saying('password-common')],
    ['Password', 'mori-aoi-mori', saying('password-personal')],
  ] as const;
  await field('Display name').fill('Mori Aoi');
  for (const [name, typed, error] of tries) {
    await field(name).fill(typed);
    const answer = page.waitForResponse((response) => response.request().method() === 'POST');
    await button.click();
    await answer;
    await expect(page.locator('form[aria-busy="true"]')).toHaveCount(0);
    await expect(field(name)).toHaveAccessibleDescription(error);
    await expect(field(name)).toHaveValue(name === 'Password' ? '' : typed);
    await expect(field('Display name')).toHaveValue('Mori Aoi');
  }
});

test('a password never comes back', async ({ playwright }) => {
  const request = await newRequest(playwright);
  const account = newAccount();
  const signUp = await formWith(request, '/signup', 'handle');
  const refused = await postForm(request, signUp, { ...account, handle: '!' });
  expect(await refused.text()).not.toContain(account.password);
  const form = await formWith(request, '/signin', 'password');
  const answer = await postForm(request, form, { email: account.email, password: wrong });
  expect(await answer.text()).not.toContain(wrong);
});

test('a handle can be had once, also when both ask at the same time', async ({
  playwright,
  person,
}) => {
  const request = await newRequest(playwright);
  const form = await formWith(request, '/signup', 'handle');
  const taken = await postForm(request, form, { ...newAccount(), handle: person.handle });
  expect(errorsIn(await taken.text())).toContain('handle-taken');

  const { handle } = newAccount();
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => postForm(request, form, { ...newAccount(), handle })),
  );
  const statuses = answers.map((answer) => answer.status()).sort();
  expect(statuses).toEqual([200, 200, 200, 200, 303]);
});

test('sign-up answers alike for an e-mail that has an account', async ({ playwright, person }) => {
  const request = await newRequest(playwright);
  const form = await formWith(request, '/signup', 'handle');
  const [known, unknown] = [{ ...newAccount(), email: person.email }, newAccount()];
  const answerTo = async (account: typeof known) => {
    const answer = await postForm(request, form, account);
    const { date, 'content-security-policy': _, ...headers } = answer.headers();
    const text = JSON.stringify([answer.status(), headers, await answer.text()]);
    return text
      .replaceAll(encodeURIComponent(account.email), '<email>')
      .replace(/Expires=[^;]*;/g, '');
  };
  const first = await answerTo(known);
  expect(first).toContain('/signin?welcome');
  expect(await answerTo(unknown)).toBe(first);
  // A taken handle is said to either.
  for (const email of [person.email, newAccount().email]) {
    const answer = await postForm(request, form, { ...newAccount(), email, handle: person.handle });
    expect(errorsIn(await answer.text())).toContain('handle-taken');
  }
  // Nothing of the account has changed, and the handle asked for is still free.
  const stranger = await newRequest(playwright);
  const signInForm = await formWith(stranger, '/signin', 'password');
  const { email, password } = known;
  const refused = await postForm(stranger, signInForm, { email, password });
  expect(errorsIn(await refused.text())).toContain('wrong-credentials');
  await signIn(stranger, person);
  const next = await postForm(request, form, { ...newAccount(), handle: known.handle });
  expect(next.status()).toBe(303);
});

test('a wrong password and an unknown account are answered alike', async ({
  playwright,
  person,
}) => {
  const request = await newRequest(playwright);
  const form = await formWith(request, '/signin', 'password');
  const bodyFor = async (email: string) => {
    const answer = await postForm(request, form, { email, password: wrong });
    const html = (await answer.text()).replaceAll(email, '<email>');
    return `${answer.status()} ${html.replace(/nonce[=":\\]+[\w+/=]+/g, '')}`;
  };
  const known = await bodyFor(person.email);
  expect(known).toContain(en.errors['wrong-credentials']);
  expect(await bodyFor(newAccount().email)).toBe(known);
});

test('?next= leads back, and nowhere else', async ({ playwright, person, desk }) => {
  const { email, password } = person;
  for (const next of [
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/%2f%2fevil.example',
    '/%5cevil.example',
    '/\t/evil.example',
    '/./\n/evil.example',
    '/..//evil.example',
    'javascript:alert(1)',
    'dashboard@evil.example',
    '/signin',
    '/api/auth/signout',
  ]) {
    const path = `/signin?${new URLSearchParams({ next })}`;
    // Both what the page made of it, and a hidden field that was tampered with.
    for (const tampered of [{}, { next }] as Record<string, string>[]) {
      const request = await newRequest(playwright);
      const form = await formWith(request, path, 'password');
      const signedIn = await postForm(request, form, { email, password, ...tampered });
      expect(signedIn.headers().location, next).toBe('/dashboard');
    }
    expect((await person.request.get(path)).headers().location, next).toBe('/dashboard');
  }

  await desk.context().clearCookies();
  await desk.goto('/milestones?kind=income&year=2025');
  await expect(desk).toHaveURL(/\/signin\?next=/);
  await desk.getByLabel('Email', { exact: true }).fill(person.email);
  await desk.getByLabel('Password', { exact: true }).fill(person.password);
  await desk.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(desk).toHaveURL('/milestones?kind=income&year=2025');
});

test('the language is the browser’s, then the visitor’s choice, then the account’s', async ({
  browser,
  person,
  desk,
}) => {
  const japanese = await browser.newContext({ locale: 'ja-JP' });
  const page = await japanese.newPage();
  await page.goto('/signin');
  await expect(page.locator('html')).toHaveAttribute('lang', 'ja');
  await page.goto('/');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.goto('/signup');
  await expect(page.getByRole('button', { name: 'Sign up', exact: true })).toBeVisible();
  await japanese.close();

  await desk.goto('/settings');
  await desk.getByLabel('Language', { exact: true }).selectOption('日本語');
  await desk.getByRole('button', { name: 'Save', exact: true }).first().click();
  await expect(desk.getByRole('status').first()).toHaveText(ja.settings.saved);
  await expect(desk.locator('html')).toHaveAttribute('lang', 'ja');
  await expect(desk.getByText(person.email)).toBeVisible();
  await desk.goto('/dashboard');
  await expect(desk.getByRole('heading', { level: 1 })).toContainText('Mori Aoiさん');
});
