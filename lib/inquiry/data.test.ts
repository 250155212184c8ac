import { uuidv7 } from 'uuidv7';
import { beforeEach, expect, test } from 'vitest';
import type { Viewer } from '../auth/viewer';
import { asSystem } from '../db';
import { limits } from '../limits';
import { deleteMilestone, logMilestone } from '../milestone/mutations';
import { deleteShare, makeShare } from '../share/mutations';
import { makeInquiry } from '../testing/inquiries';
import { makePerson, work } from '../testing/people';
import { countNew, getInquiry, type InquiryFilter, listInquiries } from './data';
import { readAllInquiries } from './export/data';
import { closeInquiry, markAnswered, openInquiry, reviseFollowUp } from './mutations';
import { setOutcome } from './outcome/mutations';

const now = new Date('2026-11-25T03:00:00Z');
const today = '2026-11-25';
const before = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

let hana: Viewer;
let ken: Viewer;

beforeEach(async () => {
  [hana, ken] = [await makePerson(), await makePerson()];
});

async function namesIn(filter: Parameters<typeof listInquiries>[1], viewer = hana) {
  const { inquiries } = await listInquiries(viewer, filter, today);
  return inquiries.map(({ name }) => name);
}

test('each shows by its state: open ones first, the latest first; nobody else sees any', async () => {
  const made = (name: string, minutes: number) =>
    makeInquiry(hana, { name, arrivedAt: before(minutes) });
  const [fresh, opened, answered, closed] = [
    await made('new', 40),
    await made('open', 30),
    await made('answered', 20),
    await made('closed', 10),
  ];
  await openInquiry(hana, opened, now);
  await markAnswered(hana, answered, now);
  await closeInquiry(hana, closed, now);
  expect(await namesIn({})).toEqual(['answered', 'open', 'new', 'closed']);
  for (const state of ['new', 'open', 'answered', 'closed'] as const) {
    expect(await namesIn({ state })).toEqual([state]);
  }
  expect(await countNew(hana)).toBe(1);
  expect(await listInquiries(hana, {}, today)).toMatchObject({ total: 4, unopened: 1, all: 4 });

  expect(await namesIn({}, ken)).toEqual([]);
  expect(await countNew(ken)).toBe(0);
  expect(await getInquiry(ken, fresh)).toBeNull();
  expect(await readAllInquiries(ken).next()).toMatchObject({ done: true });
});

test('search finds any part of any text, whatever the kana, and takes no sign for a wildcard', async () => {
  const id = await makeInquiry(hana, { name: '山田アプリ', message: '100%の仕事 a_b' });
  await makeInquiry(hana, { name: 'Other', message: 'nothing of it' });
  await reviseFollowUp(hana, id, 1, {
    origin: 'record',
    note: 'みつもりを送った',
    nextStep: 'Call back',
    nextStepOn: null,
  });
  for (const query of ['あぷり', 'ｱﾌﾟﾘ', '100%', 'a_b', 'ミツモリ', 'CALL', 'ken@example']) {
    expect(await namesIn({ query })).toContain('山田アプリ');
  }
  expect(await namesIn({ query: '%仕' })).toEqual([]);
  expect(await namesIn({ query: 'a%b' })).toEqual([]);
  expect(await namesIn({ query: 'あぷり', state: 'closed' })).toEqual([]);
});

test('fifty stand on a page, and a page beyond the last is the last', async () => {
  const many = limits.pageSize + 2;
  for (let i = 0; i < many; i += 1) {
    await makeInquiry(hana, { name: `n${i}`, arrivedAt: before(i) });
  }
  const first = await listInquiries(hana, {}, today);
  expect(first.inquiries).toHaveLength(limits.pageSize);
  expect(first).toMatchObject({ total: many, page: 1, pages: 2 });
  const last = await listInquiries(hana, { page: 9 }, today);
  expect(last.page).toBe(2);
  expect(last.inquiries.map(({ name }) => name)).toEqual([`n${many - 2}`, `n${many - 1}`]);
});

test('who was forgotten is no line, but is told of under every filter that finds them', async () => {
  const closedAt = before(1);
  const id = await makeInquiry(hana, { arrivedAt: before(2), closedAt });
  const nobody = { name: '', email: null, message: '', searchText: '', forgottenAt: closedAt };
  const where = { ownerId_id: { ownerId: hana.userId, id } };
  await asSystem((tx) => tx.inquiry.update({ where, data: nobody }));
  const told = async (filter: InquiryFilter) => {
    const { total, forgotten, all } = await listInquiries(hana, filter, today);
    return [total, forgotten, all];
  };
  expect(await told({})).toEqual([0, 1, 1]);
  expect(await told({ state: 'closed' })).toEqual([0, 1, 1]);
  expect(await told({ state: 'open' })).toEqual([0, 0, 1]);
  expect(await told({ query: 'a' })).toEqual([0, 0, 1]);
});

test('a next step waits from its day on, until the inquiry is closed', async () => {
  const plan = async (name: string, nextStepOn: '2026-11-24' | '2026-11-25' | '2026-11-26') => {
    const id = await makeInquiry(hana, { name });
    await reviseFollowUp(hana, id, 1, {
      origin: 'record',
      note: '',
      nextStep: 'call',
      nextStepOn,
    });
    return id;
  };
  await plan('today', '2026-11-25');
  const late = await plan('late', '2026-11-24');
  await plan('tomorrow', '2026-11-26');
  expect((await namesIn({ state: 'due' })).sort()).toEqual(['late', 'today']);
  await closeInquiry(hana, late, now);
  expect(await namesIn({ state: 'due' })).toEqual(['today']);
});

test('how somebody came is told while it is there', async () => {
  const [milestoneId, shareId] = [uuidv7(), uuidv7()];
  await logMilestone(hana, milestoneId, work('店', '2026-05', { visibility: 'public' }), null, now);
  const share = { id: shareId, milestoneId, occasion: null, network: 'x', language: 'ja' } as const;
  await makeShare(hana, { ...share, server: null }, (code) => code, now);
  const id = await makeInquiry(hana, { milestoneId, shareId });
  const come = async () => (await getInquiry(hana, id))?.inquiry;
  expect(await come()).toMatchObject({
    milestone: { id: milestoneId, title: { ja: '店' }, isGone: false },
    share: { id: shareId, network: 'x' },
  });
  await deleteMilestone(hana, milestoneId, now);
  await deleteShare(hana, shareId);
  expect(await come()).toMatchObject({ milestone: { isGone: true }, share: null });
  // Ids of another person's things lead nowhere.
  const stolen = await makeInquiry(ken, { milestoneId, shareId });
  expect((await getInquiry(ken, stolen))?.inquiry).toMatchObject({ milestone: null, share: null });
});

test('an export has every one of them, in batches', async () => {
  const ids: string[] = [];
  for (let i = 0; i < 251; i += 1) ids.push(await makeInquiry(hana, { id: uuidv7() }));
  const read: string[] = [];
  for await (const some of readAllInquiries(hana)) {
    read.push(...some.map(({ inquiry }) => inquiry.id));
  }
  expect(read).toEqual(ids.sort());
});

test('the inbox narrows to what a number of the response page counts', async () => {
  const shareId = uuidv7();
  const share = { id: shareId, milestoneId: null, occasion: null, language: 'ja' } as const;
  await makeShare(hana, { ...share, network: 'x', server: null }, (code) => code, now);
  const milestoneId = uuidv7();
  await makeInquiry(hana, { name: 'shared', shareId });
  await makeInquiry(hana, { name: 'read', milestoneId });
  const agreed = await makeInquiry(hana, {
    name: 'agreed',
    // Still October in Greenwich, November in Tokyo.
    arrivedAt: new Date('2026-10-31T16:00:00Z'),
  });
  const became = { outcome: 'collaboration', amount: null, streamId: null } as const;
  await setOutcome(hana, agreed, 1, became, now);
  const followUp = { note: '', nextStep: null, nextStepOn: null };
  await reviseFollowUp(hana, agreed, 2, { ...followUp, origin: 'networking' });
  expect(await namesIn({ shareId })).toEqual(['shared']);
  expect(await namesIn({ network: 'x' })).toEqual(['shared']);
  expect(await namesIn({ network: 'line' })).toEqual([]);
  expect(await namesIn({ milestoneId })).toEqual(['read']);
  expect(await namesIn({ outcome: 'collaboration' })).toEqual(['agreed']);
  expect(await namesIn({ origin: 'networking' })).toEqual(['agreed']);
  expect(await namesIn({ month: '2026-10' })).toEqual([]);
  expect(await namesIn({ month: '2026-11', origin: 'networking' })).toEqual(['agreed']);
});
