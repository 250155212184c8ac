import { uuidv7 } from 'uuidv7';
import { expect, test } from 'vitest';
import { asSystem } from '@/lib/db';
import { env } from '@/lib/env';
import { sealForm } from '@/lib/inquiry/form.rules';
import { daysFromNow, openRecord, showAs } from '@/lib/testing/shown';
import { GET, POST } from '../u/[handle]/contact/route';

/** A handle that was changed while a reader had the form open. */
test('what is sent to a handle that was changed lately goes along, and the text is not lost', async () => {
  const person = await openRecord({ takesInquiries: true });
  const old = person.handle;
  const handle = `${old.slice(0, 20)}-new`;
  await asSystem((tx) =>
    tx.oldHandle.create({ data: { ownerId: person.userId, handle: old, until: daysFromNow(90) } }),
  );
  await showAs(person, { handle });
  const drawnAt = new Date(Date.now() - 60_000);
  const place = { purpose: 'inquiry', handle: old } as const;
  const fields = {
    form: sealForm({ id: uuidv7(), drawnAt, source: '' }, place, env().APP_SECRET),
    name: 'Mio',
    email: 'mio@example.com',
    subject: 'job',
    message: 'Could you rebuild our site?',
  };
  const at = (of: string) => `http://localhost:3000/u/${of}/contact?lang=en`;
  const post = (of: string) =>
    POST(new Request(at(of), { method: 'POST', body: new URLSearchParams(fields) }), {
      params: Promise.resolve({ handle: of }),
    });

  const sent = await post(old);
  expect([sent.status, sent.headers.get('location')]).toEqual([
    308,
    `/u/${handle}/contact?lang=en`,
  ]);
  const read = await GET(new Request(at(old)), { params: Promise.resolve({ handle: old }) });
  expect(read.status).toBe(301);

  // A browser sends the same once more; the note is of the handle that was.
  const again = await post(handle);
  expect(again.status).toBe(422);
  const html = await again.text();
  expect(html).toContain('Please press Send once more.');
  expect(html).toContain('Could you rebuild our site?</textarea>');
});
