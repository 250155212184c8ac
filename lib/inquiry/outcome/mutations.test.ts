import { uuidv7 } from 'uuidv7';
import { beforeEach, expect, test } from 'vitest';
import type { Viewer } from '../../auth/viewer';
import { deleteMilestone, logMilestone, restoreMilestone } from '../../milestone/mutations';
import { openStream } from '../../stream/mutations';
import { makeInquiry } from '../../testing/inquiries';
import { makePerson, work } from '../../testing/people';
import { getInquiry } from '../data';
import { incomeDraft } from '../income.rules';
import { type Claim, claimIncome, setOutcome, settleIncome } from './mutations';

const now = new Date('2026-11-25T03:00:00Z');
const missing = { ok: false, reason: 'missing' };
const amount = { minor: 300_000n, currency: 'JPY' } as const;

let hana: Viewer;
let ken: Viewer;
let id: string;
let streamId: string;

beforeEach(async () => {
  [hana, ken] = [await makePerson(), await makePerson()];
  id = await makeInquiry(hana);
  streamId = await streamOf(hana);
});

async function streamOf(viewer: Viewer): Promise<string> {
  const opened = await openStream(viewer, 'コンサル', 'ja');
  if (!opened.ok) throw new Error(opened.reason);
  return opened.value;
}

async function read() {
  const found = await getInquiry(hana, id);
  if (!found) throw new Error('the inquiry is not there');
  return found;
}

async function agree(version = 1) {
  const agreed = { outcome: 'work_agreed', amount, streamId } as const;
  expect(await setOutcome(hana, id, version, agreed, now)).toEqual({ ok: true, value: null });
}

async function claimed(newId: string): Promise<Claim> {
  const claim = await claimIncome(hana, id, newId, now);
  if (!claim.ok) throw new Error(claim.reason);
  return claim.value;
}

function log({ incomeId, amount: agreed, streamId: into }: Claim) {
  const draft = incomeDraft({
    amount: agreed,
    streamName: 'コンサル',
    day: '2026-11-25',
    language: 'ja',
  });
  return logMilestone(hana, incomeId, draft, into, now);
}

/** As the app composes one press of the button. */
async function press(newId: string) {
  const claim = await claimed(newId);
  if (!claim.isLogged) await log(claim);
  await settleIncome(hana, id, claim.incomeId);
  return claim.incomeId;
}

test('a foreign inquiry has no outcome to give and no income to claim', async () => {
  await agree();
  const before = await read();
  const nothing = { outcome: 'nothing', amount: null, streamId: null } as const;
  expect(await setOutcome(ken, id, 2, nothing, now)).toEqual(missing);
  expect(await claimIncome(ken, id, uuidv7(), now)).toEqual(missing);
  await settleIncome(ken, id, uuidv7());
  expect(await read()).toEqual(before);
});

test('another person’s stream is none', async () => {
  const foreign = { outcome: 'work_agreed', amount, streamId: await streamOf(ken) } as const;
  expect(await setOutcome(hana, id, 1, foreign, now)).toEqual({
    ok: false,
    reason: 'stream-missing',
  });
  expect((await read()).inquiry).toMatchObject({ outcome: null, version: 1 });
});

test('of two outcomes of one version one stands, and the other learns of it', async () => {
  const answers = await Promise.all(
    (['nothing', 'collaboration'] as const).map((outcome) =>
      setOutcome(hana, id, 1, { outcome, amount: null, streamId: null }, now),
    ),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers).toContainEqual({ ok: false, reason: 'stale' });
  const won = answers[0]?.ok ? 'nothing' : 'collaboration';
  expect((await read()).inquiry).toMatchObject({ outcome: won, version: 2 });
});

test('the outcome keeps its moment while only the amount changes, and amounts go with the work', async () => {
  await agree();
  const later = new Date(now.getTime() + 86_400_000);
  const more = { ...amount, minor: 400_000n };
  await setOutcome(hana, id, 2, { outcome: 'work_agreed', amount: more, streamId }, later);
  expect((await read()).inquiry).toMatchObject({
    outcomeAt: now,
    amount: more,
    stream: { id: streamId },
  });
  await setOutcome(hana, id, 3, { outcome: 'conversation', amount, streamId }, later);
  expect((await read()).inquiry).toMatchObject({ outcomeAt: later, amount: null, stream: null });
  await setOutcome(hana, id, 4, { outcome: null, amount: null, streamId: null }, later);
  expect((await read()).inquiry).toMatchObject({ outcome: null, outcomeAt: null });
});

test('only work agreed with an amount becomes income', async () => {
  const refused = { ok: false, reason: 'not-agreed' };
  expect(await claimIncome(hana, id, uuidv7(), now)).toEqual(refused);
  await setOutcome(hana, id, 1, { outcome: 'work_agreed', amount: null, streamId: null }, now);
  expect(await claimIncome(hana, id, uuidv7(), now)).toEqual(refused);
  await setOutcome(hana, id, 2, { outcome: 'work_agreed', amount, streamId: null }, now);
  expect(await claimIncome(hana, id, uuidv7(), now)).toEqual({
    ok: false,
    reason: 'stream-missing',
  });
  expect((await read()).income).toBeNull();
});

test('pressed many times at once, from one page or several, it makes one income', async () => {
  await agree();
  const made = await Promise.all(Array.from({ length: 6 }, () => press(uuidv7())));
  expect(new Set(made).size).toBe(1);
  expect((await read()).income).toEqual({ id: made[0], deletedAt: null });
  expect(await press(uuidv7())).toBe(made[0]);
});

test('a press that broke off is taken up by the next', async () => {
  await agree();
  const broken = await claimed(uuidv7());
  expect(broken.isLogged).toBe(false);
  expect((await read()).income).toBeNull();
  expect(await press(uuidv7())).toBe(broken.incomeId);
  expect((await read()).income).toEqual({ id: broken.incomeId, deletedAt: null });
});

test('what failed to be logged frees its claim, but never one that another press has used', async () => {
  await agree();
  const claim = await claimed(uuidv7());
  await settleIncome(hana, id, claim.incomeId);
  expect((await read()).income).toBeNull();

  const [one, two] = [await claimed(uuidv7()), await claimed(uuidv7())];
  expect(two.incomeId).toBe(one.incomeId);
  await settleIncome(hana, id, one.incomeId);
  await log(two);
  await settleIncome(hana, id, two.incomeId);
  expect((await read()).income).toEqual({ id: two.incomeId, deletedAt: null });
});

test('an income that was deleted is restored, not made a second time', async () => {
  await agree();
  const first = await press(uuidv7());
  await deleteMilestone(hana, first, now);
  expect((await read()).income).toEqual({ id: first, deletedAt: now });
  const monthLater = new Date(now.getTime() + 30 * 86_400_000);
  const refused = { ok: false, reason: 'income-deleted' };
  expect(await claimIncome(hana, id, uuidv7(), monthLater)).toEqual(refused);
  await restoreMilestone(hana, first, monthLater);
  expect(await press(uuidv7())).toBe(first);
});

test('an income that is gone for good gives way to another', async () => {
  await agree();
  const first = await press(uuidv7());
  await deleteMilestone(hana, first, now);
  const later = new Date(now.getTime() + 31 * 86_400_000);
  const newId = uuidv7();
  expect(await claimIncome(hana, id, newId, later)).toMatchObject({
    value: { incomeId: newId, isLogged: false },
  });
});

test('no other milestone passes for the income, and one income is of one inquiry', async () => {
  await agree();
  const malformed = { ok: false, reason: 'form-malformed' };
  const own = uuidv7();
  await logMilestone(hana, own, work('無関係', '2026-08-01'), null, now);
  expect(await claimIncome(hana, id, own, now)).toEqual(malformed);
  await deleteMilestone(hana, own, now);
  expect(await claimIncome(hana, id, own, now)).toEqual(malformed);
  expect((await read()).income).toBeNull();

  const other = await makeInquiry(hana);
  const agreed = { outcome: 'work_agreed', amount, streamId } as const;
  await setOutcome(hana, other, 1, agreed, now);
  const shared = uuidv7();
  const claims = await Promise.all([id, other].map((one) => claimIncome(hana, one, shared, now)));
  expect(claims.filter(({ ok }) => ok)).toHaveLength(1);
  expect(claims).toContainEqual(malformed);
  // Nor by settling: the loser stays without.
  const lost = claims[0]?.ok ? other : id;
  await logMilestone(hana, shared, work('x', '2026-08-01'), null, now);
  await settleIncome(hana, lost, shared);
  expect((await getInquiry(hana, lost))?.income).toBeNull();
});
