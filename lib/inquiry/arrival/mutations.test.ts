import { uuidv7 } from 'uuidv7';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '../../auth/viewer';
import { asSystem } from '../../db';
import type { MailDraft } from '../../mail/rules';
import { addShown, daysFromNow, openRecord, showAs } from '../../testing/shown';
import { blockSender, unblockSender } from '../settings/mutations';
import { type Received, type Recipient, receiveInquiry } from './mutations';

const now = new Date('2026-12-01T00:00:00Z');

let person: Viewer;
beforeEach(async () => {
  person = await openRecord({ takesInquiries: true });
});

function received(more: Partial<Received> = {}): Received {
  return {
    id: uuidv7(),
    name: 'Mio',
    email: 'mio@example.com',
    subject: 'job',
    message: 'Could you rebuild our site?',
    language: 'en',
    shareCode: null,
    milestoneId: null,
    source: '',
    ...more,
  };
}

const none = () => [];
const receive = (what: Received, { handle } = person) => receiveInquiry(handle, what, none, now);
const inquiriesOf = ({ userId: ownerId } = person) =>
  asSystem((tx) => tx.inquiry.findMany({ where: { ownerId }, orderBy: { id: 'asc' } }));

async function addShare({ userId: ownerId }: Viewer, code: string): Promise<string> {
  const id = uuidv7();
  await asSystem((tx) =>
    tx.share.create({ data: { ownerId, id, code, network: 'x', language: 'en', text: '' } }),
  );
  return id;
}
const newCode = () => uuidv7().replaceAll('-', '').slice(-10);

describe('what arrives', () => {
  test('is kept as it was written, and found by what it says', async () => {
    const message = '<script>alert(1)</script>\n\nアプリ & "more"';
    expect(await receive(received({ message, source: 'news.example' }))).toEqual({
      ok: true,
      value: null,
    });
    expect(await inquiriesOf()).toMatchObject([
      {
        arrival: 'form',
        origin: 'record',
        name: 'Mio',
        email: 'mio@example.com',
        subject: 'job',
        message,
        language: 'en',
        source: 'news.example',
        arrivedAt: now,
        openedAt: null,
        milestoneId: null,
        shareId: null,
        version: 1,
      },
    ]);
    const [{ searchText } = { searchText: '' }] = await inquiriesOf();
    expect(searchText).toContain('アプリ');
    expect(searchText).toContain('mio@example.com');
  });

  test('counts its sender among those who came because of the record, once however often they write', async () => {
    const one = received();
    const sent = await Promise.all(
      [one, one, one, received(), received({ email: 'ken@example.com' })].map((of) => receive(of)),
    );
    expect(sent.every(({ ok }) => ok)).toBe(true);
    expect(await inquiriesOf()).toHaveLength(3);
    const record = await asSystem((tx) =>
      tx.record.findUniqueOrThrow({ where: { ownerId: person.userId } }),
    );
    expect(record.peopleCame).toBe(2);
  });

  test('keeps the share and the milestone of this record, and none of another', async () => {
    const other = await openRecord();
    const [code, foreignCode] = [newCode(), newCode()];
    const shareId = await addShare(person, code);
    await addShare(other, foreignCode);
    const mine = await addShown(person);
    const theirs = await addShown(other);
    const hidden = await addShown(person, { visibility: 'private' });
    await receive(received({ shareCode: code, milestoneId: mine.publicId }));
    await receive(received({ shareCode: foreignCode, milestoneId: theirs.publicId }));
    await receive(received({ shareCode: 'unknown', milestoneId: hidden.publicId }));
    const kept = (await inquiriesOf()).map(({ shareId, milestoneId }) => ({
      shareId,
      milestoneId,
    }));
    expect(kept).toEqual([
      { shareId, milestoneId: mine.id },
      { shareId: null, milestoneId: null },
      { shareId: null, milestoneId: null },
    ]);
  });
});

test('a closed form, a retracted record and a made-up handle take nothing', async () => {
  await showAs(person, { takesInquiries: false });
  expect(await receive(received())).toEqual({ ok: false, reason: 'missing' });
  await showAs(person, { takesInquiries: true, publishedAt: null });
  expect(await receive(received())).toEqual({ ok: false, reason: 'missing' });
  const { handle } = person;
  expect(await receiveInquiry(`${handle}x`, received(), none, now)).toMatchObject({ ok: false });
  expect(await inquiriesOf()).toEqual([]);
});

test('what a blocked sender sends does not arrive, and looks as if it had', async () => {
  await blockSender(person, ' MIO@example.com', now);
  let letters = 0;
  const done = await receiveInquiry(
    person.handle,
    received(),
    () => {
      letters += 1;
      return [];
    },
    now,
  );
  expect(done).toEqual({ ok: true, value: null });
  expect(await inquiriesOf()).toEqual([]);
  expect(letters).toBe(0);
  // Blocked by one, heard by another.
  const other = await openRecord({ takesInquiries: true });
  await receive(received(), other);
  expect(await inquiriesOf(other)).toHaveLength(1);
  await unblockSender(person, 'mio@example.com');
  await receive(received());
  expect(await inquiriesOf()).toHaveLength(1);
});

describe('letters', () => {
  const draft = (occasion: string): MailDraft => ({
    occasion,
    recipient: 'hana@example.com',
    replyTo: 'mio@example.com',
    subject: 'Mio\r\nBcc: all@example.com',
    text: 'text',
    html: '<p>text</p>',
    unsubscribe: null,
  });

  test('are queued with what arrived, once, for whoever is told', async () => {
    const told: Recipient[] = [];
    const one = received();
    const letters = (owner: Recipient) => {
      told.push(owner);
      return [draft(`inquiry:${one.id}`), draft(`copy:${one.id}`)];
    };
    await receiveInquiry(person.handle, one, letters, now);
    await receiveInquiry(person.handle, one, letters, now);
    expect(told).toEqual([
      {
        email: `${person.handle}@example.com`,
        locale: 'ja',
        name: person.handle,
        isTold: true,
        // Made with the first notice, for it must say how to end them.
        unsubscribeCode: expect.stringMatching(/^[\w-]{22}$/),
      },
    ]);
    const { userId: ownerId } = person;
    const mails = await asSystem((tx) => tx.mail.findMany({ where: { ownerId } }));
    expect(mails.map(({ occasion }) => occasion).sort()).toEqual([
      `copy:${one.id}`,
      `inquiry:${one.id}`,
    ]);
    expect(mails[0]?.subject).toBe('Mio Bcc: all@example.com');
  });

  test('follow the owner’s choices, and name them as strangers know them', async () => {
    await showAs(person, {
      employerSafeAt: daysFromNow(-1),
      penName: '山の人',
      monthsOnly: true,
      checksLinks: true,
      isIndexed: false,
      hasFeeds: false,
      delayDays: 14,
      disclosure: 'range',
    });
    const unsubscribeCode = 'A'.repeat(11) + uuidv7().slice(-11);
    await asSystem((tx) =>
      tx.mailChoice.create({
        data: { ownerId: person.userId, tellsInquiries: false, unsubscribeCode },
      }),
    );
    const told: Recipient[] = [];
    const letters = (owner: Recipient) => {
      told.push(owner);
      return [];
    };
    await receiveInquiry(person.handle, received(), letters, now);
    expect(told).toMatchObject([{ isTold: false, unsubscribeCode, name: '山の人' }]);
  });

  test('when they cannot be written, nothing has arrived', async () => {
    const broken = () => {
      throw new Error('no letter');
    };
    await expect(receiveInquiry(person.handle, received(), broken, now)).rejects.toThrow(
      'no letter',
    );
    expect(await inquiriesOf()).toEqual([]);
  });
});
