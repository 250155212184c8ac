import { uuidv7 } from 'uuidv7';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Viewer } from '@/lib/auth/viewer';
import { asSystem } from '@/lib/db';
import { env } from '@/lib/env';
import { sealForm } from '@/lib/inquiry/form.rules';
import { openRecord } from '@/lib/testing/shown';
import { throttles } from '@/lib/throttle/rules';
import { GET, POST } from '../u/[handle]/contact/route';

// Nothing is sent: no post runs here. It decides whether there are copies.
vi.stubEnv('SMTP_URL', 'smtp://mail.example');

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

test('of a thousand from everywhere as many arrive as may, and none waits until it fails', async () => {
  const statuses: number[] = [];
  for (let wave = 0; wave < 20; wave += 1) {
    const sent = Array.from({ length: 50 }, (_, i) => post(`10.${wave}.${i}.1`));
    statuses.push(...(await Promise.all(sent)).map(({ status }) => status));
  }
  const { most } = throttles.inquiryRecord;
  expect(statuses.filter((status) => status === 303)).toHaveLength(most);
  expect(statuses.filter((status) => status === 429)).toHaveLength(1_000 - most);
  expect(await countOf('inquiry')).toBe(most);
});

test('where mail is sent a copy goes to who wrote, and few to one address', async () => {
  const { most } = throttles.inquiryCopy;
  const copied: boolean[] = [];
  for (let i = 0; i <= most; i += 1) {
    const location = (await post(household(1))).headers.get('location') ?? '';
    copied.push(location.endsWith('sent=copy'));
  }
  expect(copied).toEqual([...Array<boolean>(most).fill(true), false]);
  expect(await countOf('mail', { recipient: `${some}@example.com` })).toBe(most);
  expect(await countOf('mail', { replyTo: `${some}@example.com` })).toBe(most + 1);
  const sent = new Request(`http://localhost:3000/u/${person.handle}/contact?lang=en&sent=copy`);
  const page = await GET(sent, { params: Promise.resolve({ handle: person.handle }) });
  expect(await page.text()).toContain('A copy is on its way to you.');
});
