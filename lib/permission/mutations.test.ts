import { uuidv7 } from 'uuidv7';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '../auth/viewer';
import { asOwner } from '../db';
import { logMilestone, reviseMilestone } from '../milestone/mutations';
import type { MilestoneDraft } from '../milestone/rules';
import { openStream, reviseStream } from '../stream/mutations';
import { income, makePerson, work } from '../testing/people';
import { getAsked, getPermission, listPermissions } from './data';
import { answerPermission, askPermission, requirePermission } from './mutations';

const now = new Date('2026-08-15T03:00:00Z');
const later = new Date('2026-08-16T03:00:00Z');
const texts = { title: { ja: 'ある店', en: null }, story: { ja: null, en: 'A shop' } };
const nothing = { ja: null, en: null };
const done = { ok: true, value: null };
const missing = { ok: false, reason: 'missing' };

const draft: MilestoneDraft = work('ACMEの予約', '2026-08-01', { visibility: 'public' });
let hana: Viewer;
let id: string;

beforeEach(async () => {
  hana = await makePerson();
  id = uuidv7();
  await logMilestone(hana, id, draft, null, now);
});

async function ask(at = now): Promise<string> {
  const asked = await askPermission(hana, id, texts, at);
  if (!asked.ok) throw new Error(asked.reason);
  return asked.value.code;
}

async function revise(more: Partial<MilestoneDraft>): Promise<void> {
  const { version } = await asOwner(hana, (tx) => tx.milestone.findFirstOrThrow({ where: { id } }));
  expect(await reviseMilestone(hana, id, version, { ...draft, ...more }, null, later)).toEqual({
    ok: true,
    value: { id },
  });
}

const needed = async () =>
  (await asOwner(hana, (tx) => tx.milestone.findFirst({ where: { id } })))?.needsPermission;

describe('asking', () => {
  test('holds the milestone back and makes a link nobody guesses', async () => {
    const code = await ask();
    expect(code).toMatch(/^[A-Za-z0-9_-]{22}$/);
    expect(await needed()).toBe(true);
    expect(await getPermission(hana, id)).toEqual({
      state: 'asked',
      ...texts,
      code,
      askedAt: now,
      answeredAt: null,
      isCurrent: true,
    });
    expect(await getAsked(code)).toMatchObject({ state: 'asked', textVersion: 1, ...texts });
  });

  test('again makes a new link; the old one and what was said by it are gone', async () => {
    const first = await ask();
    expect(await answerPermission(first, 'granted', 1, now)).toEqual(done);
    const second = await ask(later);
    expect(second).not.toBe(first);
    expect(await getPermission(hana, id)).toMatchObject({
      state: 'asked',
      askedAt: later,
      answeredAt: null,
    });
    expect(await getAsked(first)).toBeNull();
    expect(await answerPermission(first, 'granted', 1, later)).toEqual(missing);
  });

  test('without a name there has to be a title, unless it is an income', async () => {
    const untitled = { title: nothing, story: texts.story };
    expect(await askPermission(hana, id, untitled, now)).toEqual({
      ok: false,
      reason: 'anonymous-title-needed',
    });
    expect(await needed()).toBe(false);
    expect(await getPermission(hana, id)).toBeNull();
  });

  test('nothing of a stranger, and nothing that is deleted', async () => {
    const other = await makePerson();
    expect(await askPermission(other, id, texts, now)).toEqual(missing);
    expect(await requirePermission(other, id, true)).toEqual(missing);
    expect(await getPermission(other, id)).toBeNull();
    await asOwner(hana, (tx) =>
      tx.milestone.updateMany({ where: { id }, data: { deletedAt: now } }),
    );
    expect(await askPermission(hana, id, texts, now)).toEqual(missing);
    expect(await requirePermission(hana, id, false)).toEqual(missing);
  });
});

test('needing it, or not after all', async () => {
  expect(await requirePermission(hana, id, true)).toEqual(done);
  expect(await needed()).toBe(true);
  expect(await getPermission(hana, id)).toMatchObject({ state: 'not_asked', code: null });
  const code = await ask();
  await answerPermission(code, 'granted', 1, now);
  // What was said already is not unsaid by saying again that it is needed.
  expect(await requirePermission(hana, id, true)).toEqual(done);
  expect(await getPermission(hana, id)).toMatchObject({ state: 'granted', code });
  expect([...(await listPermissions(hana)).keys()]).toEqual([id]);
  expect(await requirePermission(hana, id, false)).toEqual(done);
  expect(await needed()).toBe(false);
  expect(await getPermission(hana, id)).toBeNull();
  expect(await getAsked(code)).toBeNull();
  expect((await listPermissions(hana)).size).toBe(0);
});

describe('an answer', () => {
  test.each(['granted', 'anonymous', 'refused'] as const)(
    '%s is kept with its date',
    async (said) => {
      const code = await ask();
      expect(await answerPermission(code, said, 1, later)).toEqual(done);
      expect(await getPermission(hana, id)).toMatchObject({
        state: said,
        answeredAt: later,
        isCurrent: true,
      });
    },
  );

  test('may change, as often as they like', async () => {
    const code = await ask();
    for (const said of ['granted', 'refused', 'anonymous'] as const) {
      expect(await answerPermission(code, said, 1, later)).toEqual(done);
      expect(await getPermission(hana, id)).toMatchObject({ state: said });
    }
  });

  test('is to the text they read: to a newer one it does not count, but can be given', async () => {
    const code = await ask();
    await answerPermission(code, 'granted', 1, now);
    await revise({ title: { ja: 'ACMEの予約と会計', en: null } });
    expect(await getPermission(hana, id)).toMatchObject({ state: 'granted', isCurrent: false });
    expect(await answerPermission(code, 'granted', 1, later)).toEqual({
      ok: false,
      reason: 'reworded',
    });
    expect((await getAsked(code))?.textVersion).toBe(2);
    expect(await answerPermission(code, 'granted', 2, later)).toEqual(done);
    expect(await getPermission(hana, id)).toMatchObject({ isCurrent: true, answeredAt: later });
  });

  test.each<[string, Partial<MilestoneDraft>, boolean]>([
    ['nothing', {}, true],
    ['who may see it', { visibility: 'unlisted' }, true],
    ['since when', { visibleFrom: later }, true],
    ['the title', { title: { ja: 'x', en: null } }, false],
    ['its translation', { title: { ja: 'ACMEの予約', en: 'x' } }, false],
    ['the story', { story: { ja: 'x', en: null } }, false],
    ['the day', { happened: { day: '2026-08-02', precision: 'day' } }, false],
    ['a tag', { tags: ['x'] }, false],
    ['a link', { evidence: ['https://x.example/'] }, false],
    ['the hours', { minutes: 60 }, false],
  ])('after a change of %s', async (_, change, isCurrent) => {
    const code = await ask();
    await answerPermission(code, 'granted', 1, now);
    await revise(change);
    expect((await getPermission(hana, id))?.isCurrent).toBe(isCurrent);
  });

  test('after their stream goes by another name, which strangers would read', async () => {
    const streamId = await openStream(hana, '受託', 'ja');
    if (!streamId.ok) throw new Error(streamId.reason);
    id = uuidv7();
    await logMilestone(
      hana,
      id,
      income(1, '2026-08', { visibility: 'public' }),
      streamId.value,
      now,
    );
    // An income goes without a title, with a name or without.
    const asked = await askPermission(hana, id, { title: nothing, story: nothing }, now);
    if (!asked.ok) throw new Error(asked.reason);
    await answerPermission(asked.value.code, 'granted', 1, now);
    expect((await getPermission(hana, id))?.isCurrent).toBe(true);
    const renamed = { name: { ja: 'ACMEの受託', en: null }, origin: 'record' } as const;
    expect(await reviseStream(hana, streamId.value, 1, renamed)).toMatchObject({ ok: true });
    expect((await getPermission(hana, id))?.isCurrent).toBe(false);
  });

  test('by a link that leads nowhere is no answer', async () => {
    const code = await ask();
    for (const wrong of ['', 'x', 'A'.repeat(22)]) {
      expect(await answerPermission(wrong, 'granted', 1, now)).toEqual(missing);
    }
    await asOwner(hana, (tx) =>
      tx.milestone.updateMany({ where: { id }, data: { deletedAt: now } }),
    );
    expect(await answerPermission(code, 'granted', 1, now)).toEqual(missing);
    expect(await getAsked(code)).toBeNull();
  });

  test('reaches the one milestone that was asked about', async () => {
    const other = uuidv7();
    await logMilestone(hana, other, draft, null, now);
    const code = await ask();
    await askPermission(hana, other, texts, now);
    await answerPermission(code, 'refused', 1, now);
    expect(await getPermission(hana, other)).toMatchObject({ state: 'asked', answeredAt: null });
  });
});

test('once it is private again, the link of an answer leads nowhere', async () => {
  const code = await ask();
  await revise({ visibility: 'private' });
  expect(await getAsked(code)).not.toBeNull();
  await answerPermission(code, 'granted', 1, later);
  expect(await getAsked(code)).toBeNull();
  await revise({ visibility: 'unlisted' });
  expect(await getAsked(code)).toMatchObject({ state: 'granted', isCurrent: true });
});

test('asked many times at once, one link is left, and it works', async () => {
  const codes = await Promise.all(Array.from({ length: 5 }, () => ask()));
  const kept = (await getPermission(hana, id))?.code;
  expect(codes).toContain(kept);
  const answers = await Promise.all(codes.map((code) => answerPermission(code, 'granted', 1, now)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
});
