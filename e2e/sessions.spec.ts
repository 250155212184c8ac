import { formWith, postForm } from './forms';
import { errorsIn, press } from './logging';
import { browserOf, expect, newAccount, newRequest, signIn, test } from './people';

const wrong = 'certainly not the one';

test('the session cookie is out of reach of scripts and of other sites', async ({
  person,
  page,
}) => {
  const [session, ...others] = person.state.cookies.filter(({ name }) => /session/.test(name));
  expect(others).toEqual([]);
  // Over http: `__Host-` and Secure come with an APP_URL of https, which lib/auth tests.
  expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/', secure: false });
  await page.context().addCookies(person.state.cookies);
  await page.goto('/dashboard');
  expect(await page.evaluate(() => document.cookie)).toBe('');
});

test('signing out ends the session for every copy of its cookie', async ({
  desk,
  person,
  playwright,
}) => {
  await desk.goto('/milestones');
  const copy = (await desk.context().cookies()).map(({ name, value }) => `${name}=${value}`);
  await desk.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(desk).toHaveURL('/');
  await desk.goBack();
  await expect(desk).toHaveURL(/\/signin/);

  const thief = await newRequest(playwright, 'en', person.address);
  const headers = { Cookie: copy.join('; ') };
  for (const path of ['/dashboard', '/milestones', '/record', '/settings', '/milestones/new']) {
    const answer = await thief.get(path, { headers });
    expect(answer.headers().location, path).toMatch(/^\/signin/);
  }
  expect(await (await thief.get('/api/auth/session', { headers })).json()).toEqual({});
});

test('signing out of one browser leaves the others signed in', async ({ playwright, person }) => {
  const other = await newRequest(playwright);
  await signIn(other, person);
  await press(person, '/dashboard', 'Sign out');
  expect((await person.request.get('/dashboard')).status()).toBe(307);
  expect((await other.get('/dashboard')).status()).toBe(200);
});

test('a cookie that was forged, cut or made up opens nothing', async ({ playwright, person }) => {
  const stranger = await newRequest(playwright);
  const [cookie] = person.state.cookies.filter(({ name }) => /session/.test(name));
  const { name = '', value = '' } = cookie ?? {};
  for (const forged of [
    '',
    'x',
    value.slice(0, -4),
    `${value.slice(0, -6)}AAAAAA`,
    value.split('').reverse().join(''),
    'eyJhbGciOiJub25lIn0.eyJzaWQiOiJ4In0.',
    'a'.repeat(5000),
    '%00',
    '../../etc/passwd',
  ]) {
    const answer = await stranger.get('/dashboard', { headers: { Cookie: `${name}=${forged}` } });
    expect(answer.status(), forged.slice(0, 20)).toBe(307);
    expect(answer.headers().location).toMatch(/^\/signin/);
  }
});

test('two sign-ins in one browser leave one session', async ({ browser, person, playwright }) => {
  const first = await playwright.request.newContext({
    baseURL: process.env.BASE_URL,
    storageState: person.state,
    maxRedirects: 0,
  });
  const context = await browserOf(browser, person);
  // The form is not shown to someone signed in, but another tab may still have it open.
  const form = await formWith(await newRequest(playwright), '/signin', 'password');
  await postForm(context.request, form, { email: person.email, password: person.password });
  expect((await first.get('/dashboard')).status()).toBe(307);
  expect((await context.request.get('/dashboard')).status()).toBe(200);
  await context.close();
  await first.dispose();
});

test('the eleventh wrong try for an account has to wait, wherever it comes from', async ({
  playwright,
  person,
}) => {
  const request = await newRequest(playwright);
  const form = await formWith(request, '/signin', 'password');
  const attempt = async (from: typeof request, email: string, password: string) =>
    errorsIn(await (await postForm(from, form, { email, password })).text());
  // One account, however it is written.
  const spellings = [person.email, person.email.toUpperCase(), ` ${person.email} `];
  for (let i = 0; i < 10; i += 1) {
    expect(await attempt(request, spellings[i % 3] ?? '', wrong)).toContain('wrong-credentials');
  }
  expect(await attempt(request, person.email, wrong)).toContain('too-many-tries');
  expect(await attempt(request, person.email, person.password)).toContain('too-many-tries');
  const elsewhere = await newRequest(playwright);
  expect(await attempt(elsewhere, person.email, person.password)).toContain('too-many-tries');
  // Nobody else waits: neither another account from that address, nor a session that is open.
  expect(await attempt(request, newAccount().email, wrong)).toContain('wrong-credentials');
  expect((await person.request.get('/dashboard')).status()).toBe(200);
});

test('an account that does not exist has to wait just the same', async ({ playwright }) => {
  const request = await newRequest(playwright);
  const form = await formWith(request, '/signin', 'password');
  const { email } = newAccount();
  const answers = await Promise.all(
    Array.from({ length: 16 }, async () =>
      errorsIn(await (await postForm(request, form, { email, password: wrong })).text()),
    ),
  );
  // All at once: exactly ten were tried.
  expect(answers.filter((text) => text.includes('wrong-credentials'))).toHaveLength(10);
  expect(answers.filter((text) => text.includes('too-many-tries'))).toHaveLength(6);
});

test('the right password forgets the wrong ones before it', async ({ playwright, person }) => {
  const request = await newRequest(playwright);
  const form = await formWith(request, '/signin', 'password');
  for (let round = 0; round < 2; round += 1) {
    for (let i = 0; i < 7; i += 1) {
      await postForm(request, form, { email: person.email, password: wrong });
    }
    await signIn(await newRequest(playwright), person);
  }
});

test('sign-up is limited by address, and next-auth’s own address is no way around', async ({
  playwright,
  person,
}) => {
  const request = await newRequest(playwright);
  const form = await formWith(request, '/signup', 'handle');
  const attempt = async (from: typeof request) => {
    const account = { ...newAccount(), handle: person.handle };
    return errorsIn(await (await postForm(from, form, account)).text());
  };
  const answers = await Promise.all(Array.from({ length: 32 }, () => attempt(request)));
  expect(answers.filter((text) => text.includes('handle-taken'))).toHaveLength(30);
  expect(answers.filter((text) => text.includes('too-many-tries'))).toHaveLength(2);
  expect(await attempt(await newRequest(playwright))).toContain('handle-taken');

  const { csrfToken } = await (await person.request.get('/api/auth/csrf')).json();
  const { email } = newAccount();
  for (let i = 0; i < 10; i += 1) {
    await person.request.post('/api/auth/callback/credentials', {
      form: { csrfToken, email, password: wrong, json: 'true' },
    });
  }
  const signInForm = await formWith(request, '/signin', 'password');
  const answer = await postForm(request, signInForm, { email, password: wrong });
  expect(errorsIn(await answer.text())).toContain('too-many-tries');
});
