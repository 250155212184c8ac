import { createServer } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Viewer } from '../auth/viewer';
import { asSystem } from '../db';
import { letterDraft as draft } from '../testing/letters';
import { makePerson } from '../testing/people';
import { startSilentSmtp, startSmtp } from '../testing/smtp';
import { carrierTo } from './carrier';
import { listMail } from './data';
import { sendDue, type Way } from './delivery';
import { queueMail } from './mutations';
import { lease, triesAtMost } from './rules';

const from = 'Jisseki <mail@jisseki.example>';
const now = new Date('2026-11-25T03:00:00Z');
const minute = 60_000;
const later = (ms: number) => () => new Date(now.getTime() + ms);
const day = 24 * 60 * minute;

let viewer: Viewer;
const closing: (() => Promise<void>)[] = [];

beforeEach(async () => {
  // What other tests left unsent would be sent by these.
  await asSystem((tx) => tx.mail.deleteMany({}));
  viewer = await makePerson();
});

afterEach(async () => {
  vi.restoreAllMocks();
  for (const close of closing.splice(0)) await close();
});

async function smtp() {
  const server = await startSmtp();
  closing.push(server.close);
  return server;
}

const wayTo = (url: string, waits?: Parameters<typeof carrierTo>[2]): Way => ({
  carrier: carrierTo(url, from, waits),
  outbox: null,
  from,
});
const mine = async () => (await listMail(viewer, null)).mail;

/** Nothing listens there. */
async function deadUrl(): Promise<string> {
  const server = await startSilentSmtp();
  await server.close();
  return server.url;
}

test('a letter that takes too long is let go: nothing goes on behind it', async () => {
  let closed = () => {};
  const isClosed = new Promise<void>((done) => {
    closed = done;
  });
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.once('close', closed);
    socket.resume();
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  closing.push(() => new Promise((done) => server.close(() => done())));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  await queueMail(viewer.userId, draft(), now);
  const waits = { connection: 600_000, greeting: 600_000, silence: 600_000, whole: 100 };
  await sendDue(wayTo(`smtp://127.0.0.1:${port}`, waits), later(0));
  expect((await mine())[0]).toMatchObject({ error: 'slow', tries: 1 });
  await isClosed;
});

test('a server that cannot be reached takes no tries, is said once, and every letter goes later', async () => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => {});
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  for (let i = 0; i < 5; i += 1) {
    await queueMail(viewer.userId, draft({ occasion: `inquiry:${i}` }), now);
  }
  const way = wayTo(await deadUrl());
  // No lane goes on to another letter.
  expect(await sendDue(way, later(0))).toBeLessThanOrEqual(3);
  for (let i = 1; i <= 20; i += 1) await sendDue(way, later(i * lease));
  for (const mail of await mine()) {
    expect(mail).toMatchObject({ tries: 0, failedAt: null, error: 'unreachable' });
  }
  expect(error).toHaveBeenCalledTimes(1);
  expect(String(error.mock.calls[0]?.[0])).toContain('ECONNREFUSED');

  const server = await smtp();
  expect(await sendDue(wayTo(server.url), later(30 * lease))).toBe(5);
  expect(server.received).toHaveLength(5);
  expect(warn).toHaveBeenCalledTimes(1);
});

test('what waited for a week in vain is given up', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  await queueMail(viewer.userId, draft(), now);
  const way = wayTo(await deadUrl());
  await sendDue(way, later(7 * day - 1));
  expect((await mine())[0]?.failedAt).toBeNull();
  await sendDue(way, later(8 * day));
  expect((await mine())[0]?.failedAt).toEqual(later(8 * day)());
});

test('a letter with which its process dies each time is given up past the last wait', async () => {
  await queueMail(viewer.userId, draft(), now);
  let sendings = 0;
  const dying: Way = {
    carrier: {
      async send() {
        sendings += 1;
        throw new Error('killed');
      },
    },
    outbox: null,
    from,
  };
  for (let i = 0; i < triesAtMost; i += 1) {
    await expect(sendDue(dying, later(i * lease))).rejects.toThrow('killed');
  }
  expect(await sendDue(dying, later(triesAtMost * lease))).toBe(0);
  expect(sendings).toBe(triesAtMost);
  expect((await mine())[0]).toMatchObject({ error: 'unfinished' });
  expect((await mine())[0]?.failedAt).not.toBeNull();
});

test('an error of one lane is thrown once the others have ended', async () => {
  await queueMail(viewer.userId, draft({ occasion: 'inquiry:1', subject: 'bad' }), now);
  await queueMail(viewer.userId, draft({ occasion: 'inquiry:2', subject: 'good' }), now);
  let ended = 0;
  const way: Way = {
    carrier: {
      async send({ subject }) {
        if (subject === 'bad') throw new Error('killed');
        await asSystem((tx) => tx.mail.count());
        ended += 1;
        return { sent: true };
      },
    },
    outbox: null,
    from,
  };
  await expect(sendDue(way, later(0))).rejects.toThrow('killed');
  expect(ended).toBe(1);
  expect((await mine()).map(({ sentAt }) => sentAt !== null).sort()).toEqual([false, true]);
});

test('that a letter was sent is written down, though the store was busy at first', async () => {
  const server = await smtp();
  await queueMail(viewer.userId, draft(), now);
  const carrier = carrierTo(server.url, from);
  let held: Promise<unknown> = Promise.resolve();
  const way: Way = {
    carrier: {
      async send(mail) {
        const outcome = await carrier.send(mail);
        // Longer than a statement waits for a lock.
        await new Promise<void>((isHeld) => {
          held = asSystem(async (tx) => {
            await tx.$queryRaw`SELECT 1 FROM mail WHERE id = ${mail.id}::uuid FOR UPDATE`;
            isHeld();
            await tx.$executeRaw`SELECT pg_sleep(2.3)`;
          });
        });
        return outcome;
      },
    },
    outbox: null,
    from,
  };
  expect(await sendDue(way, later(0))).toBe(1);
  await held;
  expect((await mine())[0]?.sentAt).toEqual(now);
  expect(server.received).toHaveLength(1);
});
