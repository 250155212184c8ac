import { beforeEach, expect, test } from 'vitest';
import { GET, POST } from '@/app/l/[code]/route';
import type { Viewer } from '@/lib/auth/viewer';
import { asSystem } from '@/lib/db';
import { getMailChoice } from '@/lib/mail/choice/data';
import { chooseMail } from '@/lib/mail/choice/mutations';
import { usualChoiceRow } from '@/lib/mail/choice/rules';
import { makePerson } from '@/lib/testing/people';
import { throttles } from '@/lib/throttle/rules';

let viewer: Viewer;
let code: string;

beforeEach(async () => {
  await asSystem((tx) => tx.rateLimit.deleteMany({}));
  viewer = await makePerson();
  await chooseMail(viewer, { tellsInquiries: true, letter: 'weekly', remindsIncome: true });
  code = await codeOf(viewer);
});

async function codeOf({ userId }: Viewer): Promise<string> {
  const row = await asSystem((tx) =>
    tx.mailChoice.findUniqueOrThrow({ where: { ownerId: userId } }),
  );
  return row.unsubscribeCode;
}

function ask(method: 'GET' | 'POST', path: string, body?: Record<string, string>, headers = {}) {
  const [bare = ''] = path.split('?');
  const request = new Request(`https://jisseki.example/l/${path}`, {
    method,
    headers: { 'accept-language': 'en', ...headers },
    ...(body && { body: new URLSearchParams(body) }),
  });
  return (method === 'GET' ? GET : POST)(request, { params: Promise.resolve({ code: bare }) });
}

test('looking tells what will end, and ends nothing', async () => {
  const page = await ask('GET', code);
  expect(page.status).toBe(200);
  const html = await page.text();
  expect(html).toContain('<h1>Stop letters</h1>');
  expect(html).toMatch(new RegExp(`action="?/l/${code}"?`));
  expect(page.headers.get('cache-control')).toBe('private, no-store');
  expect(await getMailChoice(viewer)).toMatchObject({ letter: 'weekly', remindsIncome: true });
});

test('the button ends letters and reminders, and says so; twice is fine', async () => {
  for (let i = 0; i < 2; i += 1) {
    const answer = await ask('POST', code, { end: 'yes' });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(`/l/${code}`);
  }
  expect(await getMailChoice(viewer)).toEqual({
    tellsInquiries: true,
    letter: 'off',
    remindsIncome: false,
  });
  const html = await (await ask('GET', code)).text();
  expect(html).toContain('Letters and reminders have stopped.');
  expect(html).not.toContain('<form');
});

test('one click of a mail program ends them, without an Origin and without being led on', async () => {
  const answer = await ask('POST', code, { 'List-Unsubscribe': 'One-Click' });
  expect(answer.status).toBe(200);
  expect(await getMailChoice(viewer)).toMatchObject({ letter: 'off', remindsIncome: false });
});

test('notices of inquiries end apart from letters', async () => {
  const path = `${code}?what=inquiries&lang=ja`;
  const html = await (await ask('GET', path)).text();
  expect(html).toContain('お問い合わせの通知メールを止めます');
  const answer = await ask('POST', path, { end: 'yes' });
  expect(answer.headers.get('location')).toBe(`/l/${code}?what=inquiries&lang=ja`);
  expect(await getMailChoice(viewer)).toEqual({
    tellsInquiries: false,
    letter: 'weekly',
    remindsIncome: true,
  });
});

const otherBodies: (Record<string, string> | undefined)[] = [
  undefined,
  {},
  { end: 'no' },
  { 'List-Unsubscribe': 'Two-Clicks' },
];

test.each(otherBodies)('a body such as %j ends nothing', async (body) => {
  const answer = await ask('POST', code, body);
  expect(answer.status).toBe(303);
  expect(await getMailChoice(viewer)).toMatchObject({ letter: 'weekly' });
});

test.each(['A'.repeat(22), 'short', '%00', 'x'.repeat(5_000)])(
  '%j is nobody’s',
  async (unknown) => {
    expect((await ask('GET', unknown)).status).toBe(404);
    expect((await ask('POST', unknown, { end: 'yes' })).status).toBe(404);
    expect((await ask('POST', unknown, { 'List-Unsubscribe': 'One-Click' })).status).toBe(404);
  },
);

test('one address ends so many an hour', async () => {
  const headers = { 'x-jisseki-address': '192.0.2.1' };
  await ask('POST', 'A'.repeat(22), { end: 'yes' }, headers);
  await asSystem((tx) =>
    tx.rateLimit.updateMany({ data: { count: throttles.endingAddress.most } }),
  );
  const answer = await ask('POST', code, { 'List-Unsubscribe': 'One-Click' }, headers);
  expect(answer.status).toBe(429);
  const led = await ask('POST', code, { end: 'yes' }, headers);
  expect(led.headers.get('location')).toBe(`/l/${code}?told=later`);
  expect(await getMailChoice(viewer)).toMatchObject({ letter: 'weekly' });
});

test('a code is made once, whoever needs it first, and stays', async () => {
  const other = await makePerson();
  const first = usualChoiceRow(other.userId, Buffer.alloc(16, 1));
  const rows = [first, usualChoiceRow(other.userId, Buffer.alloc(16, 2))];
  await asSystem((tx) => tx.mailChoice.createMany({ data: rows, skipDuplicates: true }));
  await chooseMail(other, { tellsInquiries: true, letter: 'monthly', remindsIncome: false });
  expect(await codeOf(other)).toBe(first.unsubscribeCode);
  expect(await getMailChoice(other)).toMatchObject({ letter: 'monthly' });
  expect(await codeOf(viewer)).not.toBe(first.unsubscribeCode);
});
