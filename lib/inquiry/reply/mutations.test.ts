import { uuidv7 } from 'uuidv7';
import { beforeEach, expect, test } from 'vitest';
import type { Viewer } from '../../auth/viewer';
import { asSystem } from '../../db';
import type { MailDraft } from '../../mail/rules';
import { makeInquiry, occasionsOf, tallyOf } from '../../testing/inquiries';
import { makePerson } from '../../testing/people';
import { getInquiry, listInquiries } from '../data';
import { addInquiry, deleteInquiry } from '../mutations';
import { type NewReply, sendReply } from './mutations';

const arrivedAt = new Date('2026-11-25T03:00:00Z');
const later = (minutes: number) => new Date(arrivedAt.getTime() + minutes * 60_000);

let hana: Viewer;
let id: string;

beforeEach(async () => {
  hana = await makePerson();
  id = await makeInquiry(hana, { arrivedAt });
});

function reply(some: Partial<NewReply> = {}): NewReply {
  return { id: uuidv7(), mailId: uuidv7(), inquiryId: id, text: 'よろこんで。', ...some };
}

function send(one: NewReply, minutes = 20, viewer = hana, recipient = 'ken@example.com') {
  const draft: MailDraft = {
    occasion: `reply:${one.id}`,
    recipient,
    replyTo: null,
    subject: 'Re',
    text: one.text,
    html: one.text,
    unsubscribe: null,
  };
  return sendReply(viewer, one, draft, later(minutes));
}

const done = { ok: true, value: null };

test('a reply and its letter are kept together, and the first one sets the time of answering', async () => {
  const [one, two] = [reply(), reply({ text: '追伸です' })];
  expect(await send(one)).toEqual(done);
  expect(await send(two, 500)).toEqual(done);
  const found = await getInquiry(hana, id);
  expect(found?.inquiry).toMatchObject({ openedAt: later(20), answeredAt: later(20) });
  expect(found?.replies).toEqual([
    { id: one.id, text: one.text, writtenAt: later(20), mail: 'queued' },
    { id: two.id, text: two.text, writtenAt: later(500), mail: 'queued' },
  ]);
  expect(await occasionsOf(hana)).toEqual(
    expect.arrayContaining([`reply:${one.id}`, `reply:${two.id}`]),
  );
  expect(await tallyOf(hana)).toEqual({ peopleCame: 1, replyMinutes: 20 });
  const { inquiries } = await listInquiries(hana, { query: 'ツイシン' }, '2026-11-25');
  expect(inquiries).toEqual([]);
  expect((await listInquiries(hana, { query: '追伸' }, '2026-11-25')).total).toBe(1);
});

test('a form sent many times at once answers once', async () => {
  const one = reply();
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => send({ ...one, mailId: uuidv7() })),
  );
  expect(answers).toEqual(Array(6).fill(done));
  expect((await getInquiry(hana, id))?.replies).toHaveLength(1);
  expect((await occasionsOf(hana)).filter((what) => what === `reply:${one.id}`)).toHaveLength(1);
  expect(await send({ ...one, text: '別の返事' })).toEqual({
    ok: false,
    reason: 'reply-already-saved',
  });
});

test('of many answers to one message ten go, and none beyond is kept', async () => {
  for (let i = 0; i < 8; i += 1) expect(await send(reply())).toEqual(done);
  const answers = await Promise.all(Array.from({ length: 4 }, () => send(reply())));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(2);
  expect(answers).toContainEqual({ ok: false, reason: 'too-many-replies' });
  expect((await getInquiry(hana, id))?.replies).toHaveLength(10);
  expect((await occasionsOf(hana)).filter((what) => what.startsWith('reply'))).toHaveLength(10);
});

test('nobody answers what is another’s, and nobody writes to who did not write', async () => {
  const ken = await makePerson();
  expect(await send(reply(), 20, ken)).toEqual({ ok: false, reason: 'missing' });
  const refused = { ok: false, reason: 'no-address' };
  expect(await send(reply(), 20, hana, 'else@example.com')).toEqual(refused);
  const hand = { id: uuidv7(), name: '健', email: 'ken@example.com', note: '' };
  const more = { subject: 'job', day: '2026-11-25', origin: 'record', outcome: null } as const;
  await addInquiry(hana, { ...hand, ...more }, arrivedAt);
  expect(await send(reply({ inquiryId: hand.id }))).toEqual(refused);
  expect((await occasionsOf(hana)).filter((what) => what.startsWith('reply'))).toEqual([]);
});

test('each reply tells whether its letter went out', async () => {
  const ends = { sent: 'sentAt', kept: 'keptAt', failed: 'failedAt' } as const;
  for (const [standing, column] of Object.entries(ends)) {
    const one = reply();
    await send(one);
    await asSystem((tx) =>
      tx.mail.updateMany({
        where: { ownerId: hana.userId, occasion: `reply:${one.id}` },
        data: { [column]: later(21) },
      }),
    );
    const found = await getInquiry(hana, id);
    expect(found?.replies.find((made) => made.id === one.id)?.mail).toBe(standing);
  }
});

test('deleted while it is being answered, nothing of it stays behind', async () => {
  const [answered] = await Promise.all([send(reply()), deleteInquiry(hana, id)]);
  expect([done, { ok: false, reason: 'missing' }]).toContainEqual(answered);
  expect(await getInquiry(hana, id)).toBeNull();
  expect(await occasionsOf(hana)).toEqual([]);
});
