import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Viewer } from '../auth/viewer';
import { asSystem } from '../db';
import { letterDraft } from '../testing/letters';
import { makePerson } from '../testing/people';
import { startSmtp } from '../testing/smtp';
import { carrierTo } from './carrier';
import { listMail } from './data';
import { sendDue, type Way } from './delivery';
import { queueAgain, queueMail } from './mutations';

const from = 'Jisseki <mail@jisseki.example>';
const now = new Date('2026-11-30T03:00:00Z');
const later = (minutes: number) => () => new Date(now.getTime() + minutes * 60_000);
const secretUntil = later(10)();
const link = 'https://jisseki.example/reset/very-secret';
const secret = letterDraft({ text: link, html: `<a href="${link}">go</a>`, secretUntil });

let viewer: Viewer;
const closing: (() => Promise<void>)[] = [];

beforeEach(async () => {
  // What other tests left unsent would be sent by these.
  await asSystem((tx) => tx.mail.deleteMany({}));
  viewer = await makePerson();
  await queueMail(viewer.userId, secret, now);
});

afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function smtp(...options: Parameters<typeof startSmtp>) {
  const server = await startSmtp(...options);
  closing.push(server.close);
  const way: Way = { carrier: carrierTo(server.url, from), outbox: null, from };
  return { ...server, way };
}

/** The one letter, as the table has it. */
const stored = () =>
  asSystem((tx) => tx.mail.findFirstOrThrow({ where: { ownerId: viewer.userId } }));
const emptied = { text: '', html: '' };

test('its receiver gets the secret whole, and once it is sent nothing of it is left', async () => {
  const { way, received } = await smtp();
  expect(await sendDue(way, later(9.9))).toBe(1);
  expect(received[0]?.mail.text).toContain(link);
  expect(received[0]?.mail.html).toContain(link);
  expect(await stored()).toMatchObject({ sentAt: later(9.9)(), ...emptied });
});

test('it is tried again with its text, and not once the secret is worth nothing', async () => {
  const { way, received, asked } = await smtp({
    refuse: () => ({ code: 451, text: 'Try again later' }),
  });
  await sendDue(way, later(0));
  await sendDue(way, later(1));
  expect(await stored()).toMatchObject({ failedAt: null, text: link });
  expect(await sendDue(way, later(10))).toBe(0);
  expect([received.length, asked()]).toEqual([0, 2]);
  expect(await stored()).toMatchObject({ error: 'expired', failedAt: secretUntil, ...emptied });
});

test('what is refused for good is emptied too', async () => {
  const { way } = await smtp({ refuse: () => ({ code: 550, text: 'No such user' }) });
  await sendDue(way, later(0));
  expect(await stored()).toMatchObject({ failedAt: now, ...emptied });
});

test('without a server the file in the outbox alone has it', async () => {
  const outbox = await mkdtemp(path.join(tmpdir(), 'outbox-'));
  closing.push(() => rm(outbox, { recursive: true }));
  await sendDue({ carrier: null, outbox, from }, later(0));
  const [name = ''] = await readdir(outbox);
  expect(await readFile(path.join(outbox, name), 'utf8')).toContain('very-secret');
  expect(await stored()).toMatchObject({ keptAt: now, ...emptied });
});

test('its owner reads that there was one, and never what it said', async () => {
  const { mail } = await listMail(viewer, null);
  expect(mail).toMatchObject([{ subject: secret.subject, hasSecret: true, text: '' }]);
  expect(JSON.stringify(mail)).not.toContain('very-secret');
  await queueMail(viewer.userId, letterDraft({ occasion: 'inquiry:2' }), now);
  const [plain] = (await listMail(viewer, null)).mail;
  expect(plain).toMatchObject({ hasSecret: false, text: 'こんにちは。' });
});

test('it is never queued again, whatever became of it', async () => {
  const { way } = await smtp({ refuse: () => ({ code: 550, text: 'No such user' }) });
  await sendDue(way, later(0));
  const { id } = await stored();
  expect(await queueAgain(viewer, id, now)).toBe(false);
  await asSystem((tx) => tx.mail.updateMany({ data: { failedAt: null, keptAt: now } }));
  expect(await queueAgain(viewer, id, now)).toBe(false);
});
