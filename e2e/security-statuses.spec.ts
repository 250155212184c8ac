import type { APIResponse } from '@playwright/test';
import { drawContact, message, openContact, sendContact } from './contacting';
import { formWith, postForm } from './forms';
import { log, press, skill } from './logging';
import { expect, newRequest, test } from './people';
import { requestTo, startSecondServer } from './second-server';

/** What every answer says, whatever it is of: security-headers.spec.ts looks at what differs. */
function expectHeaders(answer: APIResponse, told: string): void {
  const headers = answer.headers();
  expect(headers['x-content-type-options'], told).toBe('nosniff');
  expect(headers['referrer-policy'], told).toMatch(
    /^(strict-origin-when-cross-origin|same-origin|no-referrer)$/,
  );
  expect(headers['x-frame-options'], told).toMatch(/^(DENY|SAMEORIGIN)$/);
  expect(headers['cross-origin-opener-policy'], told).toBe('same-origin');
  expect(headers['permissions-policy'], told).toContain('camera=()');
  expect(headers['x-powered-by'], told).toBeUndefined();
  expect(headers['access-control-allow-origin'], told).toBeUndefined();
  const policy = headers['content-security-policy'] ?? '';
  expect(policy, told).toContain("default-src 'none'");
  expect(policy, told).toMatch(/frame-ancestors '(none|self)'/);
  expect(policy, told).not.toMatch(/unsafe-|\*/);
}

test('headers on every status: what is changed, led on and refused', async ({
  person,
  playwright,
}) => {
  const { request } = person;
  const stranger = await newRequest(playwright);
  const form = await formWith(request, '/milestones/new', 'kind');
  const reference = form.fields.map(([name]) => name).find((name) => name.endsWith(':0')) ?? '';
  const evil = { Origin: 'https://evil.example' };
  const multipart = { 'Content-Type': 'multipart/form-data; boundary=x' };
  const answers: Record<number, APIResponse[]> = {
    200: [await request.get('/dashboard'), await postForm(request, form, skill(''))],
    303: [await postForm(request, form, skill('Logged'))],
    307: [await stranger.get('/dashboard'), await stranger.get('/settings/security')],
    400: [
      await stranger.get('/%ff'),
      await stranger.post('/signin', { headers: { 'Content-Type': 'multipart/form-data' } }),
    ],
    403: [await postForm(request, form, skill('x'), evil)],
    404: [await request.get('/no/such/page'), await stranger.get('/u/nobody-at-all')],
    405: [await stranger.fetch('/u/hana', { method: 'PUT' })],
    413: [await stranger.post('/signin', { data: Buffer.alloc(2 ** 21), headers: multipart })],
    414: [await stranger.get(`/${'a'.repeat(9000)}`)],
  };
  for (const [status, of] of Object.entries(answers)) {
    for (const [i, answer] of of.entries()) {
      expect(answer.status(), `${status}, the ${i + 1}.`).toBe(Number(status));
      expectHeaders(answer, `${status}, the ${i + 1}.`);
    }
  }
  // Next may break over what only it writes; whatever it answers then says the same.
  const broken = await postForm(request, form, { ...skill(''), [reference]: '{' });
  expectHeaders(broken, 'broken');
});

test('headers on 422 and 429', async ({ person, playwright }) => {
  await log(person, skill('To be found', { visibility: 'public' }));
  await press(person, '/record', 'Publish');
  await openContact(person);
  const stranger = await newRequest(playwright);
  const form = await drawContact(stranger, person.handle);
  const damaged = await postForm(stranger, form, { ...message, form: 'x' });
  expect(damaged.status()).toBe(422);
  expectHeaders(damaged, '422');
  await sendContact(stranger, form);
  // Ten an hour from one address; each is one try, whether or not it is the same form again.
  const more: APIResponse[] = [];
  for (let i = 0; i < 10; i += 1) more.push(await postForm(stranger, form, message));
  const late = more.at(-1) as APIResponse;
  expect(late.status()).toBe(429);
  expect(late.headers()['retry-after']).toMatch(/^\d+$/);
  expectHeaders(late, '429');
});

test('headers on 503', async () => {
  const server = await startSecondServer({});
  try {
    const request = await requestTo(server);
    server.cut();
    for (const path of [
      '/',
      '/dashboard',
      '/u/hana',
      '/u/hana/record.json',
      '/u/hana/card.png',
      '/s/ABCDEFGHIJ',
      '/readyz',
    ]) {
      const answer = await request.get(path);
      expect(answer.status(), path).toBe(503);
      expectHeaders(answer, path);
      expect(answer.headers()['cache-control'], path).toMatch(/no-store/);
      expect(await answer.text(), path).not.toMatch(/node_modules|ECONN|prisma|postgres/i);
    }
    await request.dispose();
  } finally {
    await server.stop();
  }
});

test('of what it is made of, and of what it keeps, nothing is served', async ({ playwright }) => {
  const stranger = await newRequest(playwright);
  for (const path of [
    '/.git/HEAD',
    '/.env',
    '/.data/secrets.json',
    '/package.json',
    '/package-lock.json',
    '/next.config.js',
    '/proxy.ts',
    '/bin/server.mjs',
    '/prisma/schema.prisma',
    '/docs/security.md',
    '/.next/BUILD_ID',
    '/_next/static',
    '/_next/static/chunks',
    '/_next/server/app/page.js',
    '/server-info',
    '/debug',
    '/metrics',
  ]) {
    const answer = await stranger.get(path);
    expect(answer.status(), path).toBe(404);
    expectHeaders(answer, path);
  }
});
