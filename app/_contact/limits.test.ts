import { uuidv7 } from 'uuidv7';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Viewer } from '@/lib/auth/viewer';
import { asSystem } from '@/lib/db';
import { env } from '@/lib/env';
import { sealForm } from '@/lib/inquiry/form.rules';
import { blockSender } from '@/lib/inquiry/settings/mutations';
import { openRecord } from '@/lib/testing/shown';
import { throttles } from '@/lib/throttle/rules';
import { GET, POST } from '../u/[handle]/contact/route';

// Nothing is sent: no post runs here. It decides whether there are copies.
vi.stubEnv('SMTP_URL', 'smtp://mail.example');
vi.stubEnv('MAIL_FROM', 'mail@jisseki.example');

let person: Viewer;
let some: string;
beforeEach(async () => {
  person = await openRecord({ takesInquiries: true });
  some = uuidv7().slice(-8);
});

function post(from: string, email = `${some}@example.com`): Promise<Response> {
  const { handle } = person;
  const place = { purpose: 'inquiry', handle } as const;
  const drawn = { id: uuidv7(), drawnAt: new Date(Date.now() - 60_000), source: '' };
  const form = sealForm(drawn, place, env().APP_SECRET);
  const fields = { form, name: 'Mio', email, subject: 'job', message: 'Hello there' };
  const request = new Request(`http://localhost:3000/u/${handle}/contact?lang=en`, {
    method: 'POST',
    headers: { 'x-jisseki-address': from },
    body: new URLSearchParams(fields),
  });
  return POST(request, { params: Promise.resolve({ handle }) });
}

/** An IPv6 household that no other test was counted under. */
const household = (n: number) => `2001:db8:${some.slice(0, 4)}:${some.slice(4)}::${n}`;

const countOf = (what: 'inquiry' | 'mail', where: object = {}) =>
  asSystem((tx) => {
    const mine = { where: { ownerId: person.userId, ...where } };
    return what === 'inquiry' ? tx.inquiry.count(mine) : tx.mail.count(mine);
  });

test('a household has so many an hour, and then keeps its text', async () => {
  const { most } = throttles.inquiryAddress;
  for (let i = 0; i < most; i += 1) expect((await post(household(i))).status).toBe(303);
  const response = await post(household(99));
  expect(response.status).toBe(429);
  expect(response.headers.get('retry-after')).toBe('3600');
  expect(await response.text()).toContain('Hello there</textarea>');
  expect((await post(`192.0.2.${Number.parseInt(some.slice(0, 2), 16)}`)).status).toBe(303);
  expect(await countOf('inquiry')).toBe(most + 1);
});

/** Messages that the record kept within the hour. */
const keepLately = (many: number) =>
  asSystem((tx) =>
    tx.inquiry.createMany({
      data: Array.from({ length: many }, () => ({
        ownerId: person.userId,
        id: uuidv7(),
        arrival: 'form',
        name: 'Bot',
        email: 'another@example.com',
        subject: 'other',
        language: 'en',
        arrivedAt: new Date(),
      })),
    }),
  );

test('of many from everywhere as many arrive as may, and none waits until it fails', async () => {
  const { most } = throttles.inquiryRecord;
  await keepLately(most - 20);
  const statuses: number[] = [];
  for (let wave = 0; wave < 4; wave += 1) {
    const sent = Array.from({ length: 25 }, (_, i) => post(`10.${wave}.${i}.1`));
    statuses.push(...(await Promise.all(sent)).map(({ status }) => status));
  }
  expect(statuses.filter((status) => status === 303)).toHaveLength(20);
  expect(statuses.filter((status) => status === 429)).toHaveLength(80);
  expect(await countOf('inquiry')).toBe(most);
  expect(await countOf('mail')).toBe(0);
});

test('what is not kept closes the form to nobody, and beyond so many messages arrive without letters', async () => {
  await blockSender(person, 'bot@example.com', new Date());
  const { most } = throttles.inquiryLetters;
  for (let wave = 0; wave < 3; wave += 1) {
    const sent = Array.from({ length: 30 }, (_, i) =>
      post(`10.20${wave}.${i}.1`, 'bot@example.com'),
    );
    for (const { status } of await Promise.all(sent)) expect(status).toBe(303);
  }
  await keepLately(most - 1);
  expect((await post('10.202.1.1')).status).toBe(303);
  const letters = await countOf('mail');
  expect(letters).toBeGreaterThan(0);
  expect((await post('10.202.2.1', `${some}-2@example.com`)).status).toBe(303);
  expect(await countOf('inquiry')).toBe(most + 1);
  expect(await countOf('mail')).toBe(letters);
});

test('where mail is sent a copy goes to who wrote, and few to one mailbox', async () => {
  const { most } = throttles.inquiryCopy;
  for (let i = 0; i <= most; i += 1) {
    const location = (await post(household(1), `${some}+${i}@example.com`)).headers.get('location');
    // Whether there is a copy is for the mailbox to tell: the page says the same to everyone.
    expect(location).toMatch(/sent=1$/);
  }
  expect(await countOf('mail', { occasion: { startsWith: 'copy:' } })).toBe(most);
  expect(await countOf('mail', { occasion: { startsWith: 'inquiry:' } })).toBe(most + 1);
  const sent = new Request(`http://localhost:3000/u/${person.handle}/contact?lang=en&sent=1`);
  const page = await GET(sent, { params: Promise.resolve({ handle: person.handle }) });
  expect(await page.text()).toContain('You may also get a copy by mail.');
});

test('from one household go few copies, to whatever mailboxes', async () => {
  for (let i = 0; i < 8; i += 1) await post(household(1), `${some}-${i}@example.com`);
  const { most } = throttles.copyAddress;
  expect(await countOf('mail', { occasion: { startsWith: 'copy:' } })).toBe(most);
});

test('of many messages few bring a notice, and those that reach nobody use none up', async () => {
  await blockSender(person, 'bot@example.com', new Date());
  const { most } = throttles.notice;
  for (let i = 0; i < 2 * most; i += 1) await post(`10.210.${i}.1`, 'bot@example.com');
  for (let i = 0; i < most + 2; i += 1) await post(`10.211.${i}.1`, `${some}-${i}@example.com`);
  expect(await countOf('inquiry')).toBe(most + 2);
  expect(await countOf('mail', { occasion: { startsWith: 'inquiry:' } })).toBe(most);
});
