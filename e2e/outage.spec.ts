import { expect, makePerson, signInOn, test } from './people';
import { startSecondServer } from './second-server';

test('while the database is out everyone is told so, and nobody is signed out', async ({
  browser,
  playwright,
}) => {
  const person = await makePerson(playwright);
  const server = await startSecondServer({ LOG_FORMAT: 'json' });
  try {
    const context = await browser.newContext({ baseURL: server.address, locale: 'en-US' });
    const page = await context.newPage();
    await signInOn(page, person);
    await expect(page).toHaveURL(/\/dashboard$/);

    server.cut();
    const outage = await page.goto('/dashboard');
    expect(outage?.status()).toBe(503);
    expect(outage?.headers()['retry-after']).toBeTruthy();
    expect(outage?.headers()['content-security-policy']).toContain("default-src 'none'");
    await expect(page.getByRole('heading').first()).toBeVisible();
    for (const [path, status] of [
      ['/', 503],
      ['/u/hana', 503],
      ['/u/hana/record.json', 503],
      ['/readyz', 503],
      ['/livez', 200],
    ] as const) {
      expect((await context.request.get(path)).status(), path).toBe(status);
    }

    server.mend();
    // Connections that broke are noticed one by one.
    await expect(async () => {
      expect((await page.goto('/dashboard'))?.status()).toBe(200);
      expect((await context.request.get('/readyz')).status()).toBe(200);
    }).toPass();
    await expect(page).toHaveURL(/\/dashboard$/);
    await context.close();

    const said = server.complaints().map((line) => JSON.parse(line) as Record<string, string>);
    expect(said.map(({ message }) => message).join('\n')).toContain('A public document could not');
    for (const line of said) expect(Object.keys(line)).toEqual(['time', 'level', 'message']);
  } finally {
    await server.stop();
  }
});

test('over https the cookie is bound to the host and never sent in the clear', async ({
  playwright,
}) => {
  const person = await makePerson(playwright);
  const server = await startSecondServer({
    APP_URL: 'https://jisseki.example',
    TRUSTED_PROXIES: '127.0.0.1',
  });
  try {
    const request = await playwright.request.newContext({
      baseURL: server.address,
      extraHTTPHeaders: {
        'X-Forwarded-Proto': 'https',
        'X-Forwarded-Host': 'jisseki.example',
        'X-Forwarded-For': person.address,
      },
    });
    const csrf = await request.get('/api/auth/csrf');
    expect(csrf.headers()['strict-transport-security']).toContain('max-age=');
    const jar = csrf.headersArray().filter(({ name }) => name.toLowerCase() === 'set-cookie');
    const cookies = jar.map(({ value }) => value.split(';', 1)[0]).join('; ');
    const { csrfToken } = await csrf.json();
    const answer = await request.post('/api/auth/callback/credentials', {
      headers: { Cookie: cookies, Origin: 'https://jisseki.example' },
      form: { csrfToken, email: person.email, password: person.password },
      maxRedirects: 0,
    });
    const set = answer
      .headersArray()
      .filter(({ name }) => name.toLowerCase() === 'set-cookie')
      .map(({ value }) => value);
    const session = set.find((cookie) => cookie.includes('session'));
    expect(session).toMatch(/^__Host-/);
    for (const flag of ['Secure', 'HttpOnly', 'SameSite=Lax', 'Path=/']) {
      expect(session?.toLowerCase()).toContain(flag.toLowerCase());
    }
    expect(session).not.toMatch(/domain=/i);
    const record = await request.get('/u/hana');
    expect(await record.text()).toContain('https://jisseki.example/u/hana/card.png');
    await request.dispose();
  } finally {
    await server.stop();
  }
});
