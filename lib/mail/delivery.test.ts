import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Viewer } from '../auth/viewer';
import { asSystem } from '../db';
import { letterDraft as draft } from '../testing/letters';
import { makePerson } from '../testing/people';
import { startSilentSmtp, startSmtp } from '../testing/smtp';
import { carrierTo } from './carrier';
import { listMail } from './data';
import { sendDue, type Way } from './delivery';
import { queueAgain, queueMail } from './mutations';
import { lease, nextTry } from './rules';

const from = 'Jisseki <mail@jisseki.example>';
const now = new Date('2026-11-25T03:00:00Z');
const at = () => now;
const later = (ms: number) => () => new Date(now.getTime() + ms);

let viewer: Viewer;
const closing: (() => Promise<void>)[] = [];

beforeEach(async () => {
  // What other tests left unsent would be sent by these.
  await asSystem((tx) => tx.mail.deleteMany({}));
  viewer = await makePerson();
});

afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function smtp(...options: Parameters<typeof startSmtp>) {
  const server = await startSmtp(...options);
  closing.push(server.close);
  return server;
}

function wayTo(url: string): Way {
  return { carrier: carrierTo(url, from), outbox: null, from };
}

async function mine() {
  return (await listMail(viewer, null)).mail;
}

test('a letter arrives whole, once, with the headers that mail programs act on', async () => {
  const server = await smtp();
  await queueMail(viewer.userId, draft(), now);
  expect(await queueMail(viewer.userId, draft({ subject: 'another' }), now)).toBe(false);
  expect(await sendDue(wayTo(server.url), at)).toBe(1);
  expect(await sendDue(wayTo(server.url), later(lease * 10))).toBe(0);
  const [letter, ...others] = server.received;
  expect(others).toEqual([]);
  const [stored] = await mine();
  expect(stored).toMatchObject({ sentAt: now, error: null, tries: 1 });
  expect(letter).toMatchObject({ from: 'mail@jisseki.example', to: ['hana@example.org'] });
  expect(letter?.mail.subject).toBe('佐藤さんからのお問い合わせ');
  expect(letter?.mail.text?.trim()).toBe('こんにちは。');
  expect(letter?.mail.html).toContain('<p>こんにちは。</p>');
  expect(letter?.mail.from?.text).toBe('"Jisseki" <mail@jisseki.example>');
  expect(letter?.mail.replyTo?.text).toBe('taro@example.net');
  expect(letter?.mail.messageId).toBe(`<${stored?.id}@jisseki.example>`);
  expect(letter?.mail.headers.get('auto-submitted')).toBe('auto-generated');
  expect(letter?.raw.replace(/\r\n\s+/g, ' ')).toMatch(
    /^List-Unsubscribe: <https:\/\/jisseki\.example\/l\/A{22}>\r$/m,
  );
  expect(letter?.raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
});

test('what a person wrote is no automatic mail, and needs no way to end it', async () => {
  const server = await smtp();
  const reply = draft({ occasion: 'reply:1', replyTo: null, unsubscribe: null });
  await queueMail(viewer.userId, reply, now);
  await sendDue(wayTo(server.url), at);
  expect(server.received[0]?.raw).not.toMatch(/^(auto-submitted|list-unsubscribe|reply-to)/im);
});

test('nothing typed begins another header or another recipient', async () => {
  const server = await smtp();
  const hostile = 'a\r\nBcc: victim@example.com\r\n\r\nhello\u2028X-Evil: 1';
  await queueMail(viewer.userId, draft({ subject: hostile }), now);
  await queueMail(
    viewer.userId,
    draft({ occasion: 'copy:1', replyTo: 'x@example.net\nBcc: victim@example.com' }),
    now,
  );
  await sendDue(wayTo(server.url), at);
  expect(server.received).toHaveLength(2);
  for (const { mail, raw, to } of server.received) {
    expect(to).toEqual(['hana@example.org']);
    expect(mail.bcc).toBeUndefined();
    expect(mail.replyTo?.text ?? 'taro@example.net').toBe('taro@example.net');
    expect(raw).not.toMatch(/^(bcc|x-evil):/im);
    expect(mail.text?.trim()).toBe('こんにちは。');
  }
  expect(server.received.map(({ mail }) => mail.subject)).toContain(
    'a Bcc: victim@example.com hello X-Evil: 1',
  );
});

test.each([
  'hana@example.org, victim@example.com',
  'hana@example.org>\r\nRCPT TO:<victim@example.com',
  'hana@example.org> <victim@example.com',
])('%j is not two recipients', async (recipient) => {
  const server = await smtp();
  await queueMail(viewer.userId, draft({ recipient }), now);
  await sendDue(wayTo(server.url), at);
  expect(server.received).toEqual([]);
  expect((await mine())[0]?.failedAt).toEqual(now);
});

test('a server that is busy is asked again, later and later, with the same letter', async () => {
  const server = await smtp({
    refuse: (_, before) => (before < 2 ? { code: 451, text: 'Try again later' } : null),
  });
  await queueMail(viewer.userId, draft(), now);
  await sendDue(wayTo(server.url), at);
  const [waiting] = await mine();
  expect(waiting).toMatchObject({ sentAt: null, failedAt: null, tries: 1 });
  expect(waiting?.error).toContain('Try again later');
  expect(waiting?.nextTryAt).toEqual(later(60_000)());
  expect(await sendDue(wayTo(server.url), later(59_000))).toBe(0);
  expect(await sendDue(wayTo(server.url), later(60_000))).toBe(1);
  expect((await mine())[0]?.nextTryAt).toEqual(later(6 * 60_000)());
  expect(await sendDue(wayTo(server.url), later(6 * 60_000))).toBe(1);
  expect((await mine())[0]).toMatchObject({ sentAt: later(6 * 60_000)(), error: null });
  expect(server.received).toHaveLength(1);
});

test('after the last try it is given up, and may be sent anew by hand', async () => {
  const server = await smtp({
    refuse: (_, before) => (before < 7 ? { code: 421, text: 'Busy' } : null),
  });
  await queueMail(viewer.userId, draft(), now);
  let clock = now;
  for (let tries = 1; tries <= 7; tries += 1) {
    expect(await sendDue(wayTo(server.url), () => clock)).toBe(1);
    clock = nextTry(tries, clock) ?? clock;
  }
  const [failed] = await mine();
  expect(failed).toMatchObject({ sentAt: null, failedAt: clock, tries: 7 });
  // It hung up; on which command is not known.
  expect(failed?.error).toBe('unreachable');
  expect(await sendDue(wayTo(server.url), () => new Date('2030-01-01'))).toBe(0);
  expect(await queueAgain(await makePerson(), failed?.id ?? '', clock)).toBe(false);
  expect(await queueAgain(viewer, failed?.id ?? '', clock)).toBe(true);
  expect(await queueAgain(viewer, failed?.id ?? '', clock)).toBe(false);
  expect(await sendDue(wayTo(server.url), () => clock)).toBe(1);
  expect((await mine())[0]?.sentAt).toEqual(clock);
});

test.each([
  ['an unknown recipient', { refuse: () => ({ code: 550, text: 'No such user' }) }],
  ['a refused text', { refuseText: { code: 554, text: 'No such user, or spam' } }],
])('%s is final at once, with what the server said', async (_, options) => {
  const server = await smtp(options);
  await queueMail(viewer.userId, draft(), now);
  await sendDue(wayTo(server.url), at);
  const [failed] = await mine();
  expect(failed).toMatchObject({ failedAt: now, sentAt: null, tries: 1 });
  expect(failed?.error).toContain('No such user');
});

test.each(['', '220 hello'])(
  'a server that greets with %j and falls silent has taken no letter',
  async (greeting) => {
    const server = await startSilentSmtp(greeting);
    closing.push(server.close);
    await queueMail(viewer.userId, draft(), now);
    const waits = { connection: 100, greeting: 100, silence: 100, whole: 5_000 };
    await sendDue({ carrier: carrierTo(server.url, from, waits), outbox: null, from }, at);
    const [waiting] = await mine();
    expect(waiting).toMatchObject({ sentAt: null, failedAt: null });
    expect(waiting?.error).toMatch(/^(unreachable|slow)$/);
  },
);

test('many workers send each of fifty letters once', async () => {
  const server = await smtp();
  for (let i = 0; i < 50; i += 1) {
    await queueMail(viewer.userId, draft({ occasion: `inquiry:${i}`, subject: `no ${i}` }), now);
  }
  const ways = [wayTo(server.url), wayTo(server.url), wayTo(server.url)];
  const tried = await Promise.all(ways.map((way) => sendDue(way, at)));
  expect(tried.reduce((sum, count) => sum + count, 0)).toBe(50);
  const subjects = server.received.map(({ mail }) => mail.subject);
  expect(subjects).toHaveLength(50);
  expect(new Set(subjects).size).toBe(50);
});

test('a process that dies after sending leaves a letter that is sent again as the same one', async () => {
  const server = await smtp();
  await queueMail(viewer.userId, draft(), now);
  const carrier = carrierTo(server.url, from);
  const dying: Way = {
    carrier: {
      async send(mail) {
        await carrier.send(mail);
        throw new Error('killed');
      },
    },
    outbox: null,
    from,
  };
  await expect(sendDue(dying, at)).rejects.toThrow('killed');
  expect(await sendDue(wayTo(server.url), later(lease - 1))).toBe(0);
  expect(await sendDue(wayTo(server.url), later(lease))).toBe(1);
  const ids = server.received.map(({ mail }) => mail.messageId);
  expect(ids).toHaveLength(2);
  expect(new Set(ids).size).toBe(1);
});

test('a try whose lease is over takes nothing from the one that follows it', async () => {
  const server = await smtp();
  await queueMail(viewer.userId, draft(), now);
  const slow: Way = {
    carrier: {
      async send() {
        await sendDue(wayTo(server.url), later(lease));
        return { sent: false, error: 'lost', isFinal: true, outage: null };
      },
    },
    outbox: null,
    from,
  };
  await sendDue(slow, at);
  expect((await mine())[0]).toMatchObject({ failedAt: null, error: null, tries: 2 });
  expect((await mine())[0]?.sentAt).not.toBeNull();
});
