import { uuidv7 } from 'uuidv7';
import { expect, test } from 'vitest';
import { isInvitationOpen } from '../../account/invitation/data';
import { consumeInvitation } from '../../account/invitation/row';
import { asOwner, asSystem } from '../../db';
import { makePerson } from '../../testing/people';
import { mintOperator, type Operator } from '../operator';
import { type Invitation, listInvitations } from './data';
import { makeInvitation, revokeInvitation } from './mutations';

const now = new Date('2026-12-01T00:00:00Z');
const after = (days: number) => new Date(now.getTime() + days * 86_400_000);
const consume = (token: string, at = now) => asSystem((tx) => consumeInvitation(tx, token, at));

async function someone(): Promise<Operator> {
  return mintOperator(await makePerson());
}

/** All of one operator, through every page. */
async function listOf({ viewer }: Operator): Promise<Invitation[]> {
  const found: Invitation[] = [];
  let from: string | null = null;
  do {
    const page = await listInvitations(await someone(), from);
    found.push(...page.invitations.filter(({ ownerId }) => ownerId === viewer.userId));
    from = page.next;
  } while (from);
  return found;
}

test('an invitation is for one person, within 14 days', async () => {
  const operator = await someone();
  const token = await makeInvitation(operator, 'Ken', now);
  expect(await isInvitationOpen(token, after(13.9))).toBe(true);
  expect(await isInvitationOpen(token, after(14))).toBe(false);
  expect(await consume(token, after(14))).toBe(false);
  expect(await consume(token, after(1))).toBe(true);
  expect(await consume(token, after(1))).toBe(false);
  expect(await isInvitationOpen(token, after(1))).toBe(false);
  expect((await listOf(operator)).map(({ usedAt }) => usedAt)).toEqual([after(1)]);
});

test.each(['', 'x', 'A'.repeat(43), 'A'.repeat(5_000), '%'])(
  '%j is no invitation',
  async (text) => {
    expect(await isInvitationOpen(text, now)).toBe(false);
    expect(await consume(text)).toBe(false);
  },
);

test('of a hundred who take up one invitation at once, one does', async () => {
  const token = await makeInvitation(await someone(), '', now);
  const all = await Promise.all(Array.from({ length: 100 }, () => consume(token)));
  expect(all.filter(Boolean)).toHaveLength(1);
});

test('what is undone leaves it unused', async () => {
  const token = await makeInvitation(await someone(), '', now);
  const undone = asSystem(async (tx) => {
    await consumeInvitation(tx, token, now);
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  expect(await consume(token)).toBe(true);
});

test('the list has exactly what operators need, and no secret', async () => {
  const operator = await someone();
  const token = await makeInvitation(operator, 'Ken, who writes', now);
  const told = await listOf(operator);
  expect(told).toEqual([
    {
      ownerId: operator.viewer.userId,
      id: expect.any(String),
      by: operator.viewer.handle,
      note: 'Ken, who writes',
      createdAt: now,
      expiresAt: after(14),
      usedAt: null,
    },
  ]);
  const rows = await asSystem((tx) =>
    tx.invitation.findMany({ where: { ownerId: operator.viewer.userId } }),
  );
  expect(JSON.stringify([told, rows])).not.toContain(token);
});

test('pages tell every invitation once, the newest first', async () => {
  const operator = await someone();
  for (let i = 0; i < 55; i += 1) await makeInvitation(operator, `${i}`, now);
  const notes = (await listOf(operator)).map(({ note }) => Number(note));
  expect(notes).toEqual(Array.from({ length: 55 }, (_, i) => 54 - i));
});

test('any operator takes one back, unless it was used or is gone', async () => {
  const [maker, other] = [await someone(), await someone()];
  const [token, used] = [
    await makeInvitation(maker, 'back', now),
    await makeInvitation(maker, 'used', now),
  ];
  await consume(used);
  const list = await listOf(maker);
  const changed = { ok: false, reason: 'changed-meanwhile' };
  for (const one of list) {
    const expected = one.note === 'back' ? { ok: true, value: null } : changed;
    expect(await revokeInvitation(other, { ...one, id: uuidv7() })).toEqual(changed);
    expect(await revokeInvitation(other, one)).toEqual(expected);
    expect(await revokeInvitation(other, one)).toEqual(changed);
  }
  expect(await consume(token)).toBe(false);
});

test('taken up and taken back at once, it ends one way', async () => {
  const maker = await someone();
  for (let i = 0; i < 10; i += 1) {
    const token = await makeInvitation(maker, `${i}`, now);
    const [made] = await listOf(maker);
    if (made?.note !== `${i}`) throw new Error('the one just made is not the newest');
    const [isUsed, revoked] = await Promise.all([consume(token), revokeInvitation(maker, made)]);
    expect(isUsed).toBe(!revoked.ok);
  }
});

test('whom an invitation was for is forgotten a month after its time', async () => {
  const operator = await someone();
  await makeInvitation(operator, 'long ago', now);
  await makeInvitation(operator, 'still listed', after(43.9));
  expect((await listOf(operator)).map(({ note }) => note)).toEqual(['still listed', 'long ago']);
  await makeInvitation(operator, 'newest', after(44.1));
  expect((await listOf(operator)).map(({ note }) => note)).toEqual(['newest', 'still listed']);
});

test('an account sees its own invitations alone', async () => {
  const [maker, other] = [await someone(), await someone()];
  await makeInvitation(maker, 'x', now);
  const seen = (viewer: Operator['viewer']) =>
    asOwner(viewer, (tx) => tx.invitation.findMany({ select: { note: true } }));
  expect(await seen(maker.viewer)).toEqual([{ note: 'x' }]);
  expect(await seen(other.viewer)).toEqual([]);
});
