import { beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '../auth/viewer';
import { asOwner } from '../db';
import { getPermission } from '../permission/data';
import { answerPermission } from '../permission/mutations';
import { addShown, askAbout, type Known, openRecord, type Shown, showAs } from '../testing/shown';
import { countAskedAgain, getRecord, getShowing } from './data';
import { reviseShowing } from './mutations';
import { readPublicMilestone } from './public';
import type { Showing } from './showing.rules';

const now = new Date();
let person: Viewer;

beforeEach(async () => {
  person = await openRecord({ disclosure: 'range', penName: '山の人' });
});

/** An income that a client was asked about and, unless null, answered. */
async function asked(said: 'granted' | 'anonymous' | 'refused' | null, more: Shown = {}) {
  const known = await addShown(person, { minor: 345_678n, needsPermission: true, ...more });
  const code = await askAbout(person, known, { titleJa: 'ある店' });
  if (said) expect(await answerPermission(code, said, 1, now)).toMatchObject({ ok: true });
  return { ...known, code };
}

const versionOf = ({ id }: Known) =>
  asOwner(
    person,
    async (tx) => (await tx.milestone.findFirstOrThrow({ where: { id } })).textVersion,
  );
const opens = async ({ publicId }: Known) =>
  (await readPublicMilestone(person.handle, publicId)) !== null;

/** Shows the record another way; how many milestones it said would wait for that. */
async function show(change: Partial<Showing>): Promise<number> {
  const chosen = { ...(await getShowing(person)), ...change };
  const { version } = await getRecord(person);
  const count = await countAskedAgain(person, chosen);
  expect(await reviseShowing(person, version, chosen, now)).toEqual({ ok: true, value: null });
  return count;
}

describe('the record shown finer', () => {
  test('lets what a client agreed to wait until they agree to that', async () => {
    const [agreed, nameless] = [await asked('granted'), await asked('anonymous')];
    expect([await opens(agreed), await opens(nameless)]).toEqual([true, true]);
    expect(await show({ disclosure: 'exact' })).toBe(2);
    expect([await opens(agreed), await opens(nameless)]).toEqual([false, false]);
    expect(await getPermission(person, agreed.id)).toMatchObject({
      state: 'granted',
      isCurrent: false,
    });
    // What they read before the change is no answer to it; the same link asks about what is now.
    expect(await answerPermission(agreed.code, 'granted', 1, now)).toMatchObject({ ok: false });
    expect(await answerPermission(agreed.code, 'granted', 2, now)).toMatchObject({ ok: true });
    expect(await opens(agreed)).toBe(true);
    // Once more, and only what waits for nobody counts.
    expect(await show({ disclosure: 'hidden' })).toBe(0);
    expect(await show({ disclosure: 'index' })).toBe(1);
  });

  test('is another question for who has not answered or refused, too', async () => {
    const [open, refused] = [await asked(null), await asked('refused')];
    expect(await show({ disclosure: 'exact' })).toBe(0);
    expect([await versionOf(open), await versionOf(refused)]).toEqual([2, 2]);
    expect(await answerPermission(open.code, 'granted', 1, now)).toMatchObject({ ok: false });
  });

  test('leaves alone what says itself how it shows, has no amount, or needs nobody', async () => {
    const [own, work, free] = [
      await asked('granted', { disclosure: 'rung' }),
      await asked('granted', { minor: undefined }),
      await addShown(person, { minor: 5n }),
    ];
    expect(await show({ disclosure: 'exact' })).toBe(0);
    for (const one of [own, work, free]) {
      expect([await versionOf(one), await opens(one)]).toEqual([1, true]);
    }
  });

  test('counts nothing private, and touches nothing of somebody else', async () => {
    const hidden = await asked('granted', { visibility: 'private' });
    const mine = person;
    person = await openRecord({ disclosure: 'range' });
    const [theirs, other] = [await asked('granted'), person];
    person = mine;
    expect(await show({ disclosure: 'exact' })).toBe(0);
    // Made public later, it has not been agreed to as it shows now.
    expect(await versionOf(hidden)).toBe(2);
    expect(await readPublicMilestone(other.handle, theirs.publicId)).not.toBeNull();
  });
});

test('coarser, or another choice alone, lets nothing wait', async () => {
  const agreed = await asked('granted');
  expect(await show({ disclosure: 'rung' })).toBe(0);
  expect(await show({ monthsOnly: true, disclosure: 'rung' })).toBe(0);
  expect([await versionOf(agreed), await opens(agreed)]).toEqual([1, true]);
});

test('without the employer-safe mode, what says exactly shows exactly again', async () => {
  await showAs(person, {
    employerSafeAt: now,
    monthsOnly: true,
    checksLinks: true,
    isIndexed: false,
    hasFeeds: false,
    delayDays: 14,
  });
  const exact = await asked('granted', { disclosure: 'exact' });
  const usual = await asked('granted');
  expect(await show({ disclosure: 'index' })).toBe(0);
  expect(await show({ disclosure: 'index', isEmployerSafe: false })).toBe(1);
  expect([await versionOf(exact), await versionOf(usual)]).toEqual([2, 1]);
  expect([await opens(exact), await opens(usual)]).toEqual([false, true]);
});

test('an edit that lost lets nothing wait', async () => {
  const agreed = await asked('granted');
  const chosen = { ...(await getShowing(person)), disclosure: 'exact' } as const;
  expect(await reviseShowing(person, 7, chosen, now)).toEqual({ ok: false, reason: 'stale' });
  expect(await versionOf(agreed)).toBe(1);
});
