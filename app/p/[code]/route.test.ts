import { uuidv7 } from 'uuidv7';
import { expect, test } from 'vitest';
import { asSystem } from '@/lib/db';
import { addShown, askAbout, openRecord } from '@/lib/testing/shown';
import { POST } from './route';

function answerTo(code: string): Promise<Response> {
  const request = new Request(`http://localhost:3000/p/${code}?lang=en`, {
    method: 'POST',
    headers: { 'x-jisseki-address': `2001:db8:${uuidv7().slice(-4)}::1` },
    body: new URLSearchParams({ answer: 'granted', version: '1' }),
  });
  return POST(request, { params: Promise.resolve({ code }) });
}

test('an answer that the store cannot take just now is told so, on a page', async () => {
  const person = await openRecord();
  const known = await addShown(person, { needsPermission: true });
  const code = await askAbout(person, known);
  const where = { ownerId_milestoneId: { ownerId: person.userId, milestoneId: known.id } };
  const failed = await asSystem(async (tx) => {
    // Somebody holds the row for longer than anyone waits for it.
    await tx.permission.update({ where, data: { code } });
    return answerTo(code);
  });
  expect(failed.status).toBe(503);
  expect(failed.headers.get('retry-after')).toBe('30');
  expect(await failed.text()).toMatch(/^<!doctype html>/i);
  const taken = await answerTo(code);
  expect([taken.status, taken.headers.get('cache-control')]).toEqual([303, 'private, no-store']);
});
