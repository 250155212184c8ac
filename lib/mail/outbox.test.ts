import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { simpleParser } from 'mailparser';
import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Viewer } from '../auth/viewer';
import { asSystem } from '../db';
import { deleteInquiry } from '../inquiry/mutations';
import { makeInquiry } from '../testing/inquiries';
import { letterDraft as draft } from '../testing/letters';
import { makePerson } from '../testing/people';
import { startSmtp } from '../testing/smtp';
import { carrierTo } from './carrier';
import { listMail } from './data';
import { sendDue } from './delivery';
import { queueAgain, queueMail, sweepMail } from './mutations';
import { sweepOutbox } from './outbox';
import { lease, mailRow } from './rules';

const from = 'Jisseki <mail@jisseki.example>';
const now = new Date('2026-11-25T03:00:00Z');
const at = () => now;

let viewer: Viewer;
let root: string;

beforeEach(async () => {
  await asSystem((tx) => tx.mail.deleteMany({}));
  viewer = await makePerson();
  root = await mkdtemp(path.join(tmpdir(), 'outbox-'));
});

afterEach(() => rm(root, { recursive: true, force: true }));

async function mine() {
  return (await listMail(viewer, null)).mail;
}

test('without a server letters stay in the outbox, for their owner alone', async () => {
  const outbox = path.join(root, 'mail');
  await queueMail(viewer.userId, draft(), now);
  await sendDue({ carrier: null, outbox, from }, at);
  const [kept] = await mine();
  expect(kept).toMatchObject({ keptAt: now, sentAt: null, failedAt: null });
  expect(await readdir(outbox)).toEqual([`${kept?.id}.eml`]);
  const file = path.join(outbox, `${kept?.id}.eml`);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect((await stat(outbox)).mode & 0o777).toBe(0o700);
  const mail = await simpleParser(await readFile(file));
  expect(mail.subject).toBe('佐藤さんからのお問い合わせ');
  expect(mail.messageId).toBe(`<${kept?.id}@jisseki.example>`);

  // A server that comes later sends what its owner asks for and no more.
  const server = await startSmtp();
  const way = { carrier: carrierTo(server.url, from), outbox, from };
  expect(await sendDue(way, () => new Date(now.getTime() + lease * 10))).toBe(0);
  await queueAgain(viewer, kept?.id ?? '', now);
  expect(await sendDue(way, at)).toBe(1);
  expect((await mine())[0]).toMatchObject({ keptAt: null, sentAt: now });
  await server.close();
});

test('an outbox that cannot be written is said, and tried again', async () => {
  const outbox = path.join(import.meta.filename, 'no-folder');
  await queueMail(viewer.userId, draft(), now);
  await sendDue({ carrier: null, outbox, from }, at);
  // Where that is on the machine is nothing to its owner.
  expect((await mine())[0]).toMatchObject({ keptAt: null, failedAt: null, error: 'outbox' });
  await sendDue({ carrier: null, outbox: root, from }, () => new Date(now.getTime() + lease));
  expect((await mine())[0]?.keptAt).not.toBeNull();
});

test('with an inquiry the files of its letters go too, and no others', async () => {
  const id = await makeInquiry(viewer, { arrivedAt: now });
  await queueMail(viewer.userId, draft({ occasion: 'reply:1' }), now);
  await sendDue({ carrier: null, outbox: root, from }, at);
  await writeFile(path.join(root, 'notes.eml'), '');
  expect(await readdir(root)).toHaveLength(4);
  expect(await sweepOutbox(root)).toBe(0);
  await deleteInquiry(viewer, id);
  expect(await sweepOutbox(root)).toBe(2);
  const [reply] = await mine();
  expect((await readdir(root)).sort()).toEqual([`${reply?.id}.eml`, 'notes.eml'].sort());
  expect(await sweepOutbox(path.join(root, 'never-made'))).toBe(0);
});

test('without either they are kept where their owner reads them, page by page', async () => {
  for (let i = 0; i < 51; i += 1) {
    await queueMail(viewer.userId, draft({ occasion: `inquiry:${i}` }), now);
  }
  await sendDue({ carrier: null, outbox: null, from }, at);
  const first = await listMail(viewer, null);
  expect(first.mail).toHaveLength(50);
  const second = await listMail(viewer, first.next);
  expect(second).toMatchObject({ next: null });
  expect(second.mail).toHaveLength(1);
  expect([...first.mail, ...second.mail].every(({ keptAt }) => keptAt !== null)).toBe(true);
  expect((await listMail(await makePerson(), null)).mail).toEqual([]);
});

test('what ended long ago is swept out, and what still waits is not', async () => {
  const hana = await makePerson();
  const now = new Date('2030-06-01T00:00:00Z');
  const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
  const row = (occasion: string, ended: { sentAt?: Date; keptAt?: Date; failedAt?: Date }) => ({
    ...mailRow(hana.userId, uuidv7(), draft({ occasion }), daysAgo(200)),
    ...ended,
  });
  await asSystem((tx) =>
    tx.mail.createMany({
      data: [
        row('sent', { sentAt: daysAgo(91) }),
        row('kept', { keptAt: daysAgo(91) }),
        row('failed', { failedAt: daysAgo(91) }),
        row('lately', { sentAt: daysAgo(89) }),
        row('waits', {}),
      ],
    }),
  );
  const more = Array.from({ length: 600 }, (_, i) => row(`old:${i}`, { sentAt: daysAgo(91) }));
  await asSystem((tx) => tx.mail.createMany({ data: more }));
  // More than one statement takes.
  expect(await sweepMail(now)).toBe(603);
  const left = await asSystem((tx) => tx.mail.findMany({ where: { ownerId: hana.userId } }));
  expect(left.map(({ occasion }) => occasion).sort()).toEqual(['lately', 'waits']);
});
