import { request as ask } from 'node:http';
import { formWith } from './forms';
import { log, press, skill } from './logging';
import { expect, newRequest, test } from './people';

/** Directives of a Content-Security-Policy by name. */
function policyOf(headers: Record<string, string>): Record<string, string> {
  const policy = headers['content-security-policy'] ?? '';
  return Object.fromEntries(
    policy.split(';').map((directive) => {
      const [name = '', ...sources] = directive.trim().split(' ');
      return [name, sources.join(' ')];
    }),
  );
}

const kinds = [
  ['the landing page', '/', 200],
  ['a form', '/signin', 200],
  ['a way to sign in', '/dashboard', 307],
  ['no page', '/no/such/page', 404],
  ['no handle', '/u/no-such-handle', 404],
  ['no data', '/u/no-such-handle/record.json', 404],
  ['no document of ours', '/u/hana/nothing', 404],
  ['the example', '/u/hana', 200],
  ['its data', '/u/hana/record.json', 200],
  ['its card', '/u/hana/card.png', 200],
  ['the mark', '/icon.svg', 200],
  ['no file', '/_next/static/no-such-file.js', 404],
  ['no copy of a picture', '/_next/image?url=%2Fu%2Fhana%2Fcard.png&w=1200&q=75', 404],
  ['next-auth', '/api/auth/session', 200],
  ['not next-auth', '/api/auth/nothing', 404],
  ['alive', '/livez', 200],
  ['ready', '/readyz', 200],
  ['a broken address', '/%ff', 400],
  ['a long address', `/${'a'.repeat(9000)}`, 414],
] as const;

for (const [what, path, status] of kinds) {
  test(`headers of every answer: ${what}`, async ({ playwright }) => {
    const stranger = await newRequest(playwright);
    const answer = await stranger.get(path);
    expect(answer.status()).toBe(status);
    const headers = answer.headers();
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toMatch(/^(strict-origin-when-cross-origin|no-referrer)$/);
    expect(headers['x-powered-by']).toBeUndefined();
    // What the door tells the app of a request is for the app.
    expect(Object.keys(headers).filter((name) => /jisseki|middleware/.test(name))).toEqual([]);
    expect(headers['x-frame-options']).toMatch(/^(DENY|SAMEORIGIN)$/);
    expect(headers['strict-transport-security']).toBeUndefined();
    expect(policyOf(headers)).toMatchObject({
      'default-src': "'none'",
      'base-uri': "'none'",
      'frame-ancestors': expect.stringMatching(/^'(none|self)'$/),
    });
    expect(headers['content-security-policy']).not.toMatch(/unsafe-|\*|https?:/);
    // Over https, as a trusted proxy tells it.
    const overHttps = await stranger.get(path, { headers: { 'X-Forwarded-Proto': 'https' } });
    expect(overHttps.headers()['strict-transport-security']).toMatch(/max-age=\d{8}/);
  });
}

test('the desk: scripts by a nonce that is new each time', async ({ desk, person }) => {
  await log(person, skill('One'));
  const nonces = new Set<string>();
  for (const path of ['/dashboard', '/milestones', '/milestones/new', '/record', '/settings']) {
    const answer = await desk.goto(path);
    const headers = await (answer as NonNullable<typeof answer>).allHeaders();
    const policy = policyOf(headers);
    const nonce = /^'nonce-([\w+/=]{20,})' 'strict-dynamic'$/.exec(policy['script-src'] ?? '')?.[1];
    expect(nonce, path).toBeTruthy();
    expect(policy).toMatchObject({ 'form-action': "'self'", 'base-uri': "'none'" });
    expect(policy['frame-ancestors']).toMatch(/^'(none|self)'$/);
    nonces.add(nonce ?? '');
    expect(headers['cache-control']).toMatch(/no-store/);
    // No script without it, and no style written into an element.
    const html = (await answer?.text()) ?? '';
    expect(html, path).not.toMatch(/\sstyle="|\son\w+="/);
    expect(html.match(/<script\b(?![^>]*\snonce="[\w+/=]{20,}")[^>]*>/g), path).toBeNull();
  }
  expect(nonces.size).toBe(5);
});

test('documents: no script at all, and a style named by its hash', async ({ page }) => {
  const answer = await page.goto('/u/hana');
  const policy = policyOf(await (answer as NonNullable<typeof answer>).allHeaders());
  expect(policy['script-src'] ?? policy['default-src']).toBe("'none'");
  expect(policy['style-src']).toMatch(/^'sha256-[\w+/=]+'$/);
  await expect(
    page.locator('script:not([type="application/ld+json"]), [onclick], [style]'),
  ).toHaveCount(0);
  expect(await page.locator('body').evaluate((body) => getComputedStyle(body).margin)).toBe('0px');
});

test('a document is kept by its tag, and true at the next request', async ({ person }) => {
  const { request, handle } = person;
  const id = await log(person, skill('Before', { visibility: 'public' }));
  await press(person, '/record', 'Publish');
  for (const suffix of ['', '/record.json', '/card.png']) {
    const first = await request.get(`/u/${handle}${suffix}`);
    expect(first.headers()['cache-control']).not.toMatch(/immutable|max-age=[1-9]/);
    const etag = first.headers().etag ?? '';
    const headers = { 'If-None-Match': etag };
    const again = await request.get(`/u/${handle}${suffix}`, { headers });
    expect(again.status(), suffix).toBe(304);
    expect(policyOf(again.headers())).toMatchObject({ 'default-src': "'none'" });
  }
  const before = await request.get(`/u/${handle}`);
  const form = await formWith(request, `/milestones/${id}`, 'kind');
  const multipart = new FormData();
  for (const [name, value] of form.fields) {
    multipart.append(name, name === 'title' ? 'After' : value);
  }
  await request.post(form.page, { multipart });
  const headers = { 'If-None-Match': before.headers().etag ?? '' };
  const after = await request.get(`/u/${handle}`, { headers });
  expect(after.status()).toBe(200);
  expect(await after.text()).toContain('After');
});

/** Sends what no browser would, and tells the status. */
function raw(
  options: { method?: string; path?: string; headers?: Record<string, string>; from?: string },
  body?: string,
): Promise<{ status: number; headers: Record<string, unknown> }> {
  const { hostname, port } = new URL(process.env.BASE_URL ?? '');
  const { from, ...rest } = options;
  return new Promise((resolve, reject) => {
    const sent = ask({ hostname, port, family: 4, localAddress: from, ...rest }, (answer) => {
      answer.resume();
      resolve({ status: answer.statusCode ?? 0, headers: answer.headers });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

test('requests that no browser sends', async () => {
  expect((await raw({ method: 'TRACE', path: '/' })).status).toBe(405);
  expect((await raw({ path: '//evil.example/u/hana' })).status).toBe(400);
  expect((await raw({ path: '/u/../../etc/passwd' })).status).toBe(400);
  expect((await raw({ path: '/u/%2e%2e%2f%2e%2e%2fetc' })).status).toBe(400);
  expect((await raw({ path: '/', headers: { Host: 'evil.example/x' } })).status).toBe(400);
  for (const method of ['PUT', 'DELETE', 'PATCH', 'POST']) {
    expect((await raw({ method, path: '/u/hana' })).status, method).toBe(405);
  }
  for (const method of ['PUT', 'DELETE', 'PATCH']) {
    expect((await raw({ method, path: '/milestones' })).status, method).toBeGreaterThanOrEqual(300);
  }
});

test('a forged host reaches no address that we write', async ({ playwright }) => {
  const stranger = await newRequest(playwright);
  for (const headers of [
    { 'X-Forwarded-Host': 'evil.example"><script>' },
    { Forwarded: 'host=evil.example' },
    { 'X-Jisseki-Path': '//evil.example' },
    { 'X-Original-URL': '/u/hana' },
  ] as Record<string, string>[]) {
    const document = await stranger.get('/u/hana', { headers });
    expect(await document.text()).not.toContain('evil.example');
    const led = await stranger.get('/dashboard', { headers });
    expect(led.headers().location).toBe('/signin?next=%2Fdashboard');
  }
});

test('livez says it lives, readyz that it is ready, to anyone and uncached', async ({
  request,
}) => {
  const live = await request.get('/livez');
  expect([live.status(), await live.text()]).toEqual([200, 'ok']);
  const ready = await request.get('/readyz');
  expect(await ready.json()).toEqual({ ready: true, database: 'current' });
  for (const answer of [live, ready]) {
    expect(answer.headers()['cache-control']).toBe('no-store');
    expect(answer.headers()['set-cookie']).toBeUndefined();
  }
});
