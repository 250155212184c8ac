import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { simpleParser } from 'mailparser';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { letterDraft } from '../testing/letters';
import { startSilentSmtp, startSmtp } from '../testing/smtp';
import { sendFarewell, sweepFarewells } from './farewell';
import { dropFromOutbox, sweepOutbox } from './outbox';

const from = 'Jisseki <mail@jisseki.example>';
const draft = letterDraft({ occasion: 'deleted', replyTo: null, unsubscribe: null });
const now = new Date();
const hour = 3_600_000;

let root: string;
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'farewell-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const way = (smtpUrl?: string) => ({ smtpUrl, outbox: root, from });

test('a server takes the letter, and no file is left', async () => {
  const server = await startSmtp();
  expect(await sendFarewell(way(server.url), draft, now)).toBeNull();
  expect(server.received.map(({ to }) => to)).toEqual([[draft.recipient]]);
  expect(server.received[0]?.mail.headers.get('auto-submitted')).toBe('auto-generated');
  expect(await readdir(root)).toEqual([]);
  await server.close();
});

test('what a server says of the address is told to nobody', async () => {
  const text = `no such person: ${draft.recipient}`;
  const server = await startSmtp({ refuse: () => ({ code: 550, text }) });
  expect(await sendFarewell(way(server.url), draft, now)).toBe('refused');
  await server.close();
});

test('a server that is silent is not waited for long, and none at all is no surprise', async () => {
  const silent = await startSilentSmtp();
  expect(await sendFarewell(way(silent.url), draft, now)).toContain('ETIMEDOUT');
  await silent.close();
  expect(await sendFarewell(way(silent.url), draft, now)).not.toContain(draft.recipient);
});

test('without a server it lies in the outbox for a day, whatever else is swept', async () => {
  await writeFile(path.join(root, 'farewell.eml'), '');
  expect(await sendFarewell(way(), draft, now)).toBeNull();
  const [file = ''] = (await readdir(root)).filter((name) => name !== 'farewell.eml');
  const mail = await simpleParser(await readFile(path.join(root, file)));
  expect(mail.subject).toBe(draft.subject);
  expect(await sweepOutbox(root)).toBe(0);
  await sweepFarewells(root, new Date(now.getTime() + 23 * hour));
  expect(await readdir(root)).toHaveLength(2);
  await sweepFarewells(root, new Date(now.getTime() + 25 * hour));
  // One that we did not write stays.
  expect(await readdir(root)).toEqual(['farewell.eml']);
  await sweepFarewells(path.join(root, 'never-made'), now);
});

test('without either nobody hears of it, and an outbox that cannot be written is said', async () => {
  expect(await sendFarewell({ ...way(), outbox: undefined }, draft, now)).toBeNull();
  const outbox = path.join(import.meta.filename, 'no-folder');
  expect(await sendFarewell({ ...way(), outbox }, draft, now)).toMatch(/ENOTDIR/);
});

test('letters are dropped from the outbox by their ids, there or not', async () => {
  const ids = ['019a0000-0000-7000-8000-000000000001', '019a0000-0000-7000-8000-000000000002'];
  await writeFile(path.join(root, `${ids[0]}.eml`), '');
  await writeFile(path.join(root, 'notes.eml'), '');
  await dropFromOutbox(root, ids);
  expect(await readdir(root)).toEqual(['notes.eml']);
});
