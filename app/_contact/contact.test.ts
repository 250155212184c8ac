import { uuidv7 } from 'uuidv7';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '@/lib/auth/viewer';
import { asSystem } from '@/lib/db';
import { env } from '@/lib/env';
import { sealForm } from '@/lib/inquiry/form.rules';
import { blockSender } from '@/lib/inquiry/settings/mutations';
import { addShown, openRecord, showAs } from '@/lib/testing/shown';
import { GET, POST } from '../u/[handle]/contact/route';

let person: Viewer;
let address: string;
beforeEach(async () => {
  person = await openRecord({ takesInquiries: true, displayName: '佐藤 はな' });
  // One that no other test was counted under.
  address = `2001:db8:${uuidv7().slice(-4)}:${uuidv7().slice(-4)}::1`;
});

type Asking = {
  query?: string;
  handle?: string;
  from?: string;
  headers?: Record<string, string>;
};

function request(method: string, asking: Asking, body?: BodyInit): Promise<Response> {
  const { query = '?lang=en', handle = person.handle, from = address, headers } = asking;
  const asked = new Request(`http://localhost:3000/u/${handle}/contact${query}`, {
    method,
    body,
    headers: { 'x-jisseki-address': from, ...headers },
  });
  const context = { params: Promise.resolve({ handle }) };
  return method === 'POST' ? POST(asked, context) : GET(asked, context);
}

const get = (asking: Asking = {}) => request('GET', asking);

/** A note of a form that was drawn so many seconds ago. */
function note(secondsAgo = 60, { source = '', handle = person.handle, purpose = 'inquiry' } = {}) {
  const drawnAt = new Date(Date.now() - secondsAgo * 1000);
  const place = { purpose: purpose as 'inquiry', handle };
  return sealForm({ id: uuidv7(), drawnAt, source }, place, env().APP_SECRET);
}

const typed = () => ({
  form: note(),
  leaveEmpty: '',
  name: 'Mio',
  email: 'mio@example.com',
  subject: 'job',
  message: 'Could you rebuild our site?',
});

function post(fields: Record<string, string>, asking: Asking = {}): Promise<Response> {
  return request('POST', asking, new URLSearchParams(fields));
}

const inquiriesOf = ({ userId: ownerId } = person) =>
  asSystem((tx) => tx.inquiry.findMany({ where: { ownerId } }));
const noteIn = (html: string) => /name="?form"? value="?([^\s">]+)/.exec(html)?.[1];

describe('the form', () => {
  test('is one reader’s alone, and needs no script', async () => {
    const response = await get();
    expect(response.status).toBe(200);
    const header = (name: string) => response.headers.get(name);
    expect(header('cache-control')).toBe('private, no-store');
    expect(header('etag')).toBeNull();
    expect(header('x-robots-tag')).toBe('noindex');
    expect(header('referrer-policy')).toBe('same-origin');
    expect(header('content-security-policy')).toMatch(/^default-src 'none'.*form-action 'self'/);
    const html = await response.text();
    expect(html).not.toMatch(/<script| style=/);
    expect(html).toContain('Write to 佐藤 はな');
    expect(noteIn(html)).not.toBe(noteIn(await (await get()).text()));
  });

  test('is missing where nobody may write, like a record that never was', async () => {
    const closed = await openRecord();
    const gone = await openRecord({ takesInquiries: true, publishedAt: null });
    for (const handle of [closed.handle, gone.handle, 'nobody-here', 'UPPER', '名']) {
      expect([handle, (await get({ handle })).status]).toEqual([handle, 404]);
      const sent = { ...typed(), form: note(60, { handle }) };
      expect([handle, (await post(sent, { handle })).status]).toEqual([handle, 404]);
      expect((await get({ handle, query: '?sent=1' })).status).toBe(404);
    }
  });

  test('tells how one came as far as that is theirs, and keeps what it told', async () => {
    const code = uuidv7().replaceAll('-', '').slice(-10);
    const share = { ownerId: person.userId, id: uuidv7(), code, language: 'en', text: '' };
    await asSystem((tx) => tx.share.create({ data: { ...share, network: 'bluesky' } }));
    const known = await addShown(person, { titleEn: 'Booking <b>site</b>' });
    const query = `?lang=en&m=${known.publicId}&s=${code}`;
    const html = await (await get({ query })).text();
    expect(html).toContain('You came by way of a post on Bluesky.');
    expect(html).toContain('Booking &lt;b&gt;site&lt;/b&gt;');
    expect(html).toContain('佐藤 はな will see that.');
    const ja = await (await get({ query: query.replace('en', 'ja') })).text();
    expect(ja).toMatch(/<p>Blueskyの投稿からのご訪問です。「.*」についてのご連絡です。このこと/);
    await post({ ...typed(), form: note(60, { source: 'news.example' }) }, { query });
    expect(await inquiriesOf()).toMatchObject([
      { milestoneId: known.id, shareId: share.id, source: 'news.example', language: 'en' },
    ]);
    // Of another record, hidden or made up, it is not told of.
    const other = await openRecord({ takesInquiries: true });
    const hidden = await addShown(other, { visibility: 'private' });
    for (const odd of [query, `?lang=en&m=${hidden.publicId}&s=x`, `?lang=en&m='&s=${code}'`]) {
      const theirs = await (await get({ handle: other.handle, query: odd })).text();
      expect(theirs).not.toMatch(/Bluesky|Booking|You came|will see that/);
    }
  });
});

describe('what is sent', () => {
  test('arrives, and the page says so without the text', async () => {
    const response = await post(typed(), { query: '?lang=en&x=1' });
    expect(response.status).toBe(303);
    const location = response.headers.get('location') ?? '';
    expect(location).toBe(`/u/${person.handle}/contact?lang=en&sent=1`);
    const sent = await get({ query: location.slice(location.indexOf('?')) });
    const html = await sent.text();
    expect(html).toContain('Your message to 佐藤 はな was sent');
    expect(html).not.toMatch(/A copy|rebuild|<textarea/);
    expect(await inquiriesOf()).toMatchObject([
      { name: 'Mio', email: 'mio@example.com', message: 'Could you rebuild our site?' },
    ]);
    const { userId: ownerId } = person;
    const mails = await asSystem((tx) => tx.mail.findMany({ where: { ownerId } }));
    expect(mails).toMatchObject([
      { recipient: `${person.handle}@example.com`, replyTo: 'mio@example.com' },
    ]);
  });

  test('twice arrives once; changed in between it arrives as another', async () => {
    const one = typed();
    for (const message of ['One.', 'One.', 'Two.']) await post({ ...one, message });
    expect((await inquiriesOf()).map(({ message }) => message).sort()).toEqual(['One.', 'Two.']);
  });

  test('too soon is asked for again, with the same note and the text', async () => {
    const fields = { ...typed(), form: note(0), message: '<b>Hi</b>\n\n"there" & more' };
    const response = await post(fields);
    expect(response.status).toBe(422);
    const html = await response.text();
    expect(html).toContain('Please look it over once more and send.');
    expect(html).toContain('&lt;b&gt;Hi&lt;/b&gt;\n\n&quot;there&quot; &amp; more</textarea>');
    expect(noteIn(html)).toBe(fields.form);
    expect(await inquiriesOf()).toEqual([]);
  });

  test('from a form of yesterday, of elsewhere or made up: a new note, and the text stays', async () => {
    const odd = [
      note(25 * 3_600),
      note(-60),
      note(60, { handle: 'another' }),
      note(60, { purpose: 'report' }),
      'made-up',
    ];
    for (const form of odd) {
      const response = await post({ ...typed(), form });
      const html = await response.text();
      expect(response.status).toBe(422);
      expect(html).toContain('this form was open for a long time. Please press Send once more.');
      expect(html).toContain('Could you rebuild our site?');
      expect(noteIn(html)).toMatch(/^[0-9a-f-]{36}\.\d+\.\.[\w-]{43}$/);
      expect(noteIn(html)).not.toBe(form);
    }
    expect(await inquiriesOf()).toEqual([]);
  });

  test('with mistakes comes back with each beside its field', async () => {
    const response = await post({ ...typed(), name: ' ', email: 'mio@' });
    expect(response.status).toBe(422);
    const html = await response.text();
    expect(html).toMatch(/<title>Not sent: /);
    expect(html).toContain('<a href=#f-name>Your name — Please fill this in.</a>');
    expect(html).toMatch(
      /<input[^>]* id="?f-email"?[^>]* aria-describedby="f-email-error f-email-hint"/,
    );
    expect(html).toMatch(/id="?f-email-error"?>This does not look like an email address/);
    expect(html).toMatch(/role=alert id=told/);
    expect(html.indexOf('role=alert')).toBeLessThan(html.indexOf('id=f-name'));
    // Nothing was counted: a hundred slips leave room for the message itself.
    for (let i = 0; i < 12; i += 1) await post({ ...typed(), email: 'mio@' });
    expect((await post(typed())).status).toBe(303);
  });

  test('in a hidden field is answered like any other, and nothing is kept', async () => {
    const honest = await post(typed());
    const trapped = await post({ ...typed(), leaveEmpty: 'https://spam.example' });
    expect([...trapped.headers]).toEqual([...honest.headers]);
    expect(trapped.status).toBe(303);
    expect(await inquiriesOf()).toHaveLength(1);
  });

  test('by a blocked sender is answered like any other', async () => {
    const heard = await post({ ...typed(), email: 'ken@example.com' });
    await blockSender(person, 'mio@example.com', new Date());
    const blocked = await post(typed());
    expect([blocked.status, ...blocked.headers]).toEqual([heard.status, ...heard.headers]);
    expect(await inquiriesOf()).toHaveLength(1);
  });

  test('by another site is refused', async () => {
    const headers = { origin: 'https://evil.example', host: 'localhost:3000' };
    expect((await post(typed(), { headers })).status).toBe(403);
    expect(await inquiriesOf()).toEqual([]);
  });

  test('damaged or far too long gets a clear answer', async () => {
    const long = await post({ ...typed(), message: 'あ'.repeat(100_000) });
    expect(long.status).toBe(422);
    expect(await long.text()).toContain('Message — This is too long.');
    const huge = await post({ ...typed(), message: 'x'.repeat(1024 * 1024) });
    expect(huge.status).toBe(413);
    expect(await huge.text()).toContain('that was far too long');
    const { form: _, ...cut } = typed();
    const doubled = new URLSearchParams([...Object.entries(typed()), ['name', 'Eve']]);
    const file = new FormData();
    for (const [name, value] of Object.entries(typed())) file.set(name, value);
    file.set('message', new File(['x'], 'x.txt'));
    for (const body of [
      new URLSearchParams(cut),
      new URLSearchParams({ ...typed(), admin: '1' }),
      new URLSearchParams({ ...typed(), subject: 'money' }),
      doubled,
      file,
      '{"name":"Mio"}',
    ]) {
      const response = await request('POST', {}, body);
      expect(response.status).toBe(422);
      expect(await response.text()).toContain('The form arrived damaged.');
    }
    expect(await inquiriesOf()).toEqual([]);
  });
});

test('how long a message is kept stands on the form', async () => {
  expect(await (await get()).text()).toContain('keeps your message until they delete it');
  await showAs(person, { inquiryDays: 30 });
  expect(await (await get()).text()).toContain('message are deleted 30 days after');
});
