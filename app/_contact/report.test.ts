import { uuidv7 } from 'uuidv7';
import { beforeEach, expect, test } from 'vitest';
import type { Viewer } from '@/lib/auth/viewer';
import { asSystem } from '@/lib/db';
import { env } from '@/lib/env';
import { sealForm } from '@/lib/inquiry/form.rules';
import { makePerson } from '@/lib/testing/people';
import { openRecord } from '@/lib/testing/shown';
import { throttles } from '@/lib/throttle/rules';
import { GET, POST } from '../u/[handle]/report/route';

let person: Viewer;
let address: string;
beforeEach(async () => {
  person = await openRecord({ displayName: '佐藤 はな' });
  address = `2001:db8:${uuidv7().slice(-4)}:${uuidv7().slice(-4)}::1`;
});

function ask(handle: string, fields?: Record<string, string>, headers = {}): Promise<Response> {
  const request = new Request(`http://localhost:3000/u/${handle}/report?lang=en`, {
    method: fields ? 'POST' : 'GET',
    headers: { 'x-jisseki-address': address, ...headers },
    body: fields && new URLSearchParams(fields),
  });
  const context = { params: Promise.resolve({ handle }) };
  return fields ? POST(request, context) : GET(request, context);
}

function typed(more: Record<string, string> = {}, secondsAgo = 60, handle = person.handle) {
  const drawn = { id: uuidv7(), drawnAt: new Date(Date.now() - secondsAgo * 1000), source: '' };
  const form = sealForm(drawn, { purpose: 'report', handle }, env().APP_SECRET);
  return { form, leaveEmpty: '', reason: 'spam', text: 'On the second line.', ...more };
}

const reports = () =>
  asSystem((tx) => tx.abuseReport.findMany({ where: { ownerId: person.userId } }));

test('any published record can be reported, once a form', async () => {
  const form = await ask(person.handle);
  expect(form.headers.get('cache-control')).toBe('private, no-store');
  expect(await form.text()).toContain('Report the record of 佐藤 はな');
  const fields = typed();
  for (let i = 0; i < 2; i += 1) {
    const response = await ask(person.handle, fields);
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe(`/u/${person.handle}/report?lang=en&sent=1`);
  }
  expect(await reports()).toMatchObject([
    { about: 'record', reason: 'spam', text: 'On the second line.' },
  ]);
});

test('none that cannot be read', async () => {
  const hidden = await makePerson();
  for (const handle of [hidden.handle, 'nobody-here', '名']) {
    expect((await ask(handle)).status).toBe(404);
    expect((await ask(handle, typed({}, 60, handle))).status).toBe(404);
  }
});

test('too soon, too late, too long, damaged or trapped, nothing is kept', async () => {
  const tried: [Record<string, string>, number, string][] = [
    [typed({}, 0), 422, 'look it over once more'],
    [typed({}, 25 * 3_600), 422, 'this form was open for a long time'],
    [typed({ text: 'あ'.repeat(1_001) }), 422, 'Details — This is too long'],
    [typed({ reason: 'envy' }), 422, 'arrived damaged'],
    [typed({ text: 'x'.repeat(1024 * 1024) }), 413, 'Please write a shorter report'],
    [typed({ leaveEmpty: 'x' }), 303, ''],
  ];
  for (const [fields, status, said] of tried) {
    const response = await ask(person.handle, fields);
    expect([response.status, await response.text()]).toEqual([
      status,
      expect.stringContaining(said),
    ]);
  }
  const foreign = { origin: 'https://evil.example', host: 'localhost:3000' };
  expect((await ask(person.handle, typed(), foreign)).status).toBe(403);
  expect(await reports()).toEqual([]);
});

test('so many an hour from one household', async () => {
  const { most } = throttles.reportAddress;
  for (let i = 0; i < most; i += 1) await ask(person.handle, typed());
  const response = await ask(person.handle, typed());
  expect(response.status).toBe(429);
  expect(await response.text()).toContain('On the second line.</textarea>');
  expect(await reports()).toHaveLength(most);
});
