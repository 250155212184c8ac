import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '../auth/viewer';
import { asSystem, asVisitor, Prisma } from '../db';
import { limits } from '../limits';
import {
  deleteMilestone,
  logMilestone,
  restoreMilestone,
  reviseMilestone,
} from '../milestone/mutations';
import { publish, retract } from '../record/mutations';
import { readShareTarget } from '../record/public';
import { makePerson, work } from '../testing/people';
import { countsOf, readingOf, sums, write } from '../testing/visits';
import { getShare, listPassedOver, listShares } from './data';
import {
  deleteShare,
  makeShare,
  markSent,
  type NewShare,
  passOver,
  reviseShare,
} from './mutations';

const now = new Date();
let hana: Viewer;
let ken: Viewer;
let milestoneId: string;

beforeAll(async () => {
  [hana, ken] = [await makePerson(), await makePerson()];
  milestoneId = uuidv7();
  await logMilestone(
    hana,
    milestoneId,
    work('公開', '2026-05', { visibility: 'public' }),
    null,
    now,
  );
  await publish(hana, now);
});

function share(some: Partial<NewShare> = {}): NewShare {
  const nothing = { occasion: null, server: null };
  return { id: uuidv7(), milestoneId, network: 'x', language: 'ja', ...nothing, ...some };
}

async function made(viewer: Viewer, some: Partial<NewShare> = {}) {
  const one = share(some);
  expect(await makeShare(viewer, one, (code) => `下書き /s/${code}`, now)).toEqual({
    ok: true,
    value: null,
  });
  const found = await getShare(viewer, one.id);
  if (!found) throw new Error('the share just made is not there');
  return found;
}

test('a share has a short address of its own, and its draft names it', async () => {
  const [one, two] = [await made(hana), await made(hana, { milestoneId: null })];
  expect(one.code).toMatch(/^[A-Za-z0-9]{10}$/);
  expect(one.text).toBe(`下書き /s/${one.code}`);
  expect(one.sentAt).toBeNull();
  expect(two.code).not.toBe(one.code);
  expect(two.milestone).toBeNull();
  const { handle } = hana;
  expect(await readShareTarget(two.code)).toEqual({ handle, milestoneId: null, language: 'ja' });
  expect(await readShareTarget(one.code)).toMatchObject({ handle, language: 'ja' });
});

test('a form sent ten times at once makes one', async () => {
  const one = share();
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => makeShare(hana, one, (code) => code, now)),
  );
  expect(answers.every(({ ok }) => ok)).toBe(true);
  const rows = (await listShares(hana, limits.shares)).filter(({ id }) => id === one.id);
  expect(rows).toHaveLength(1);
});

test('another form under the same id is no other’s share', async () => {
  const one = share({ network: 'mastodon', server: 'mstdn.jp' });
  const make = (some: Partial<NewShare>) =>
    makeShare(hana, { ...one, ...some }, (code) => code, now);
  expect((await make({})).ok).toBe(true);
  const first = await getShare(hana, one.id);
  expect((await make({})).ok).toBe(true);
  const others: Partial<NewShare>[] = [
    { network: 'x' },
    { server: 'mastodon.social' },
    { language: 'en' },
    { milestoneId: null },
    { occasion: 'rung:JPY:10000' },
  ];
  for (const other of others) {
    expect(await make(other), JSON.stringify(other)).toEqual({
      ok: false,
      reason: 'already-saved',
    });
  }
  expect(await getShare(hana, one.id)).toEqual(first);
  // An id is each person's own.
  const theirs = { ...one, milestoneId: null, network: 'x' as const, server: null };
  expect((await makeShare(ken, theirs, (code) => code, now)).ok).toBe(true);
});

test('a code that is taken gives way to the next, and never for ever', async () => {
  const { code: taken } = await made(hana);
  const free = `free${taken.slice(4)}`;
  const one = share({ milestoneId: null });
  const codes = [taken, taken, free];
  const next = () => codes.shift() ?? '';
  expect((await makeShare(ken, one, (code) => `/s/${code}`, now, next)).ok).toBe(true);
  expect(await getShare(ken, one.id)).toMatchObject({ code: free, text: `/s/${free}` });
  const never = share({ milestoneId: null });
  await expect(
    makeShare(
      ken,
      never,
      (code) => code,
      now,
      () => taken,
    ),
  ).rejects.toThrow('free code');
  expect(await getShare(ken, never.id)).toBeNull();
});

test('another’s milestone and share are as missing as none', async () => {
  expect(await makeShare(ken, share(), (code) => code, now)).toEqual({
    ok: false,
    reason: 'missing',
  });
  const { id, version } = await made(hana);
  const missing = { ok: false, reason: 'missing' };
  expect(await getShare(ken, id)).toBeNull();
  expect(await reviseShare(ken, id, version, 'theirs')).toEqual(missing);
  expect(await markSent(ken, id, now)).toEqual(missing);
  expect(await deleteShare(ken, id)).toEqual(missing);
  expect(await getShare(hana, id)).toMatchObject({ version, sentAt: null });
});

test('of two edits the second is told; sent twice keeps its first date', async () => {
  const { id } = await made(hana);
  expect((await reviseShare(hana, id, 1, 'first')).ok).toBe(true);
  expect(await reviseShare(hana, id, 1, 'second')).toEqual({ ok: false, reason: 'stale' });
  await markSent(hana, id, now);
  await markSent(hana, id, new Date(now.getTime() + 5_000));
  expect(await getShare(hana, id)).toMatchObject({ text: 'first', sentAt: now });
  await markSent(hana, id, null);
  expect((await getShare(hana, id))?.sentAt).toBeNull();
});

test('the address survives edits, and dies with what it leads to', async () => {
  const id = uuidv7();
  const draft = work('動く', '2026-04', { visibility: 'public' });
  await logMilestone(hana, id, draft, null, now);
  const { code } = await made(hana, { milestoneId: id });
  const leads = async () => (await readShareTarget(code)) !== null;
  expect(await leads()).toBe(true);
  await reviseMilestone(hana, id, 1, { ...draft, title: { ja: '別', en: null } }, null, now);
  expect(await leads()).toBe(true);
  const later = new Date(now.getTime() + 86_400_000);
  await reviseMilestone(hana, id, 2, { ...draft, visibleFrom: later }, null, now);
  expect(await leads()).toBe(false);
  await reviseMilestone(hana, id, 3, draft, null, now);
  await deleteMilestone(hana, id, now);
  expect(await leads()).toBe(false);
  await restoreMilestone(hana, id, now);
  expect(await leads()).toBe(true);
  await retract(hana);
  expect(await leads()).toBe(false);
  // Row-level security alone says the same.
  const seen = () => asVisitor(Prisma.sql`SELECT 1 FROM share WHERE code = ${code}`);
  expect(await seen()).toEqual([]);
  await publish(hana, now);
  expect(await seen()).toHaveLength(1);
  await asSystem((tx) => tx.milestone.deleteMany({ where: { id } }));
  expect(await leads()).toBe(false);
  expect(await listShares(hana, limits.shares)).not.toContainEqual(
    expect.objectContaining({ code }),
  );
});

test('a deleted share leads nowhere; a malformed code never asks', async () => {
  const { id, code } = await made(hana);
  await deleteShare(hana, id);
  expect(await readShareTarget(code)).toBeNull();
  for (const odd of ['', 'x', `${code}1`, "' OR 1=1 --", '../../etc', code.slice(1)]) {
    expect(await readShareTarget(odd)).toBeNull();
  }
});

describe('visits by a share that is deleted', () => {
  test('stay counted, as by none', async () => {
    const [one, other] = [await made(hana), await made(hana, { milestoneId: null })];
    const milestone = milestoneId;
    await write([
      readingOf(hana, { milestone, share: one.code, source: 't.co' }),
      readingOf(hana, { milestone, share: one.code, source: 't.co', bucket: '203.0.113.8' }),
      readingOf(hana, { share: other.code }),
    ]);
    const before = await sums(hana);
    expect(before).toMatchObject({ views: 3, visits: 3 });
    expect(await deleteShare(ken, one.id)).toMatchObject({ reason: 'missing' });
    expect((await countsOf(hana)).filter(({ shareId }) => shareId === one.id)).toHaveLength(1);
    expect(await deleteShare(hana, one.id)).toMatchObject({ ok: true });
    expect(await sums(hana)).toEqual(before);
    const [kept] = (await countsOf(hana)).filter(({ source }) => source === 't.co');
    expect(kept).toMatchObject({ milestoneId, shareId: null, visits: 2 });
    // Who reads it later still, by the old address, adds to what is by none.
    await write([readingOf(hana, { milestone, share: one.code, bucket: '203.0.113.9' })]);
    const left = (await countsOf(hana)).map(({ shareId }) => shareId);
    expect(new Set(left)).toEqual(new Set([null, other.id]));
    expect((await sums(hana)).views).toBe(4);
  });

  test('while they are being counted are counted first', async () => {
    const { id, code } = await made(ken, { milestoneId: null });
    await write([readingOf(ken, { share: code })]);
    let deleted: Promise<unknown> = Promise.resolve();
    await asSystem(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM share WHERE id = ${id}::uuid FOR KEY SHARE`;
      deleted = deleteShare(ken, id);
      let waiting = 0;
      while (waiting === 0) {
        const [row] = await tx.$queryRaw<{ n: number }[]>`
          SELECT count(*)::int AS n FROM pg_locks
           WHERE NOT granted AND pg_backend_pid() = ANY(pg_blocking_pids(pid))`;
        waiting = row?.n ?? 0;
      }
      // In the other order, each would wait for the other here.
      await tx.$executeRaw`
        UPDATE visit_count SET views = views + 1 WHERE owner_id = ${ken.userId}::uuid`;
    });
    expect(await deleted).toMatchObject({ ok: true });
    expect(await countsOf(ken)).toMatchObject([{ shareId: null, views: 2 }]);
  });
});

test('what is passed over is kept, and can be taken up again', async () => {
  await passOver(hana, 'rung:JPY:10000', now);
  await passOver(hana, 'rung:JPY:10000', now);
  expect(await listPassedOver(hana)).toEqual(new Set(['rung:JPY:10000']));
  expect(await listPassedOver(ken)).toEqual(new Set());
  await passOver(hana, 'rung:JPY:10000', null);
  expect(await listPassedOver(hana)).toEqual(new Set());
});
