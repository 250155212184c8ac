import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Viewer } from '@/lib/auth/viewer';
import { asSystem } from '@/lib/db';
import { listMail } from '@/lib/mail/data';
import { queueMail } from '@/lib/mail/mutations';
import { letterDraft } from '@/lib/testing/letters';
import { makePerson } from '@/lib/testing/people';
import { startSmtp } from '@/lib/testing/smtp';
import { withClient } from '@/prisma/embedded/postmaster';
import { jobOrigin, startPost, stopPost } from './post';
import { wakePost } from './wake';

let viewer: Viewer;

// The settings are read once a process: one server for all of these.
const waiting: { letters: number; done: () => void }[] = [];
let letters = 0;
const server = await startSmtp({
  async beforeTaken() {
    letters += 1;
    for (const one of waiting) if (one.letters <= letters) one.done();
  },
});
process.env.SMTP_URL = server.url;
process.env.MAIL_FROM = 'Jisseki <mail@jisseki.example>';

/** Resolves when the server gets so many letters more. */
function got(count: number): Promise<void> {
  return new Promise((done) => {
    waiting.push({ letters: letters + count, done });
  });
}

beforeEach(async () => {
  await asSystem((tx) => tx.mail.deleteMany({}));
  await asSystem((tx) => tx.mailChoice.deleteMany({}));
  viewer = await makePerson();
});

afterEach(async () => {
  await stopPost();
  process.env.NEXT_PHASE = '';
});

afterAll(() => server.close());

const queue = (occasion: string) => queueMail(viewer.userId, letterDraft({ occasion }), new Date());
const states = async () =>
  (await listMail(viewer, null)).mail.map(({ sentAt, error }) => (sentAt ? 'sent' : error));

test('what waits is sent at the start, by one post; the end waits for what is under way', async () => {
  await queue('inquiry:1');
  const arrived = got(1);
  startPost();
  startPost();
  await arrived;
  await stopPost();
  expect(await states()).toEqual(['sent']);
});

test('what is queued later goes when the post is woken, and not before it was started', async () => {
  await queue('inquiry:1');
  wakePost();
  const first = got(1);
  startPost();
  await first;
  const second = got(1);
  await queue('inquiry:2');
  wakePost();
  wakePost();
  await second;
  await stopPost();
  expect(await states()).toEqual(['sent', 'sent']);
});

test('what else the post has to do, and cannot, keeps no letter', async () => {
  const said = vi.spyOn(console, 'error');
  const failed = new Promise<void>((isSaid) => {
    said.mockImplementation(() => isSaid());
  });
  // A store that is not what this release expects, for the letters alone.
  const rename = (from: string, to: string) =>
    withClient(process.env.DATABASE_URL ?? '', (client) =>
      client.query(`ALTER TABLE mail_choice RENAME COLUMN ${from} TO ${to}`),
    );
  await rename('reminds_income', 'reminded');
  startPost();
  await failed;
  await rename('reminded', 'reminds_income');
  await queue('inquiry:1');
  wakePost();
  await vi.waitFor(async () => expect(await states()).toEqual(['sent']), 10_000);
  expect(said.mock.calls.map(([text]) => text)).toEqual([
    'The post could not queue letters to oneself; it goes on trying.',
  ]);
  said.mockRestore();
});

test('a build has no post', async () => {
  process.env.NEXT_PHASE = 'phase-production-build';
  startPost();
  await queue('inquiry:1');
  wakePost();
  await stopPost();
  expect(await states()).toEqual([null]);
});

test('links of jobs start at APP_URL', () => {
  expect(jobOrigin()).toBe('http://localhost:3000');
});
