import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '../auth/viewer';
import { asOwner } from '../db';
import { limits } from '../limits';
import { openSkill } from '../skill/mutations';
import { openStream } from '../stream/mutations';
import { makePerson } from '../testing/people';
import {
  getDeletedEffort,
  getEffort,
  getLastSubject,
  listDeletedEfforts,
  listEfforts,
} from './data';
import { deleteEffort, logEffort, restoreEffort, reviseEffort } from './mutations';
import { type EffortDraft, noSubject } from './rules';

const now = new Date('2026-08-15T03:00:00Z');
const days = (count: number) => new Date(now.getTime() + count * 86_400_000);
const spent = (minutes: number, more: Partial<EffortDraft> = {}): EffortDraft => ({
  purpose: 'building',
  minutes,
  spentOn: '2026-08-15',
  ...noSubject,
  note: null,
  ...more,
});

let hana: Viewer;
let ken: Viewer;
let stream: string;
let skill: string;

beforeAll(async () => {
  [hana, ken] = await Promise.all([makePerson(), makePerson()]);
  const opened = [await openStream(hana, 'ブログ', 'ja'), await openSkill(hana, 'React', 'ja')];
  [stream = '', skill = ''] = opened.map((one) => (one.ok ? one.value : ''));
});

/** One logged effort of someone new. */
async function logged(minutes = 30): Promise<{ who: Viewer; id: string }> {
  const [who, id] = [await makePerson(), uuidv7()];
  await logEffort(who, id, spent(minutes), now);
  return { who, id };
}

describe('logging', () => {
  test('keeps everything that was said', async () => {
    const [ofStream, ofSkill] = [uuidv7(), uuidv7()];
    const first = spent(45, { streamId: stream, note: '二本書いた', spentOn: '2026-08-01' });
    expect(await logEffort(hana, ofStream, first, now)).toEqual({
      ok: true,
      value: { id: ofStream },
    });
    await logEffort(hana, ofSkill, spent(20, { skillId: skill, purpose: 'networking' }), now);
    expect(await getEffort(hana, ofStream)).toEqual({
      id: ofStream,
      purpose: 'building',
      minutes: 45,
      spentOn: '2026-08-01',
      subject: { kind: 'stream', id: stream, name: { ja: 'ブログ', en: null } },
      note: '二本書いた',
      version: 1,
      recordedAt: now,
    });
    expect((await getEffort(hana, ofSkill))?.subject).toMatchObject({ kind: 'skill', id: skill });
    // Written last, wherever its day lies.
    expect(await getLastSubject(hana)).toEqual({
      purpose: 'networking',
      streamId: null,
      skillId: skill,
    });
  });

  test('a form sent six times at once makes one effort, on a day that holds no second', async () => {
    const [who, id] = [await makePerson(), uuidv7()];
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => logEffort(who, id, spent(800), now)),
    );
    expect(answers).toEqual(Array(6).fill({ ok: true, value: { id } }));
    expect((await listEfforts(who, null)).efforts).toHaveLength(1);
  });

  test('the same id with another text, or of a deleted one, is refused', async () => {
    const { who, id } = await logged();
    const refused = { ok: false, reason: 'already-saved' };
    for (const draft of [
      spent(31),
      spent(30, { note: 'x' }),
      spent(30, { purpose: 'networking' }),
    ]) {
      expect(await logEffort(who, id, draft, now)).toEqual(refused);
    }
    await deleteEffort(who, id, now);
    expect(await logEffort(who, id, spent(30), now)).toEqual(refused);
  });

  test('a stream or skill of another person is missing', async () => {
    for (const subject of [{ streamId: stream }, { skillId: skill }, { streamId: uuidv7() }]) {
      expect(await logEffort(ken, uuidv7(), spent(1, subject), now)).toEqual({
        ok: false,
        reason: 'missing',
      });
    }
    expect((await listEfforts(ken, null)).efforts).toEqual([]);
  });

  test('there is a limit', async () => {
    const who = await makePerson();
    const batch = 10_000;
    for (let stored = 0; stored < limits.efforts; stored += batch) {
      await asOwner(
        who,
        (tx) => tx.$executeRaw`
          INSERT INTO effort (owner_id, id, purpose, minutes, spent_on)
          SELECT ${who.userId}::uuid, gen_random_uuid(), 'building', 1, DATE '2000-01-01'
          FROM generate_series(1, ${batch}::int)`,
      );
    }
    expect(await logEffort(who, uuidv7(), spent(1), now)).toEqual({
      ok: false,
      reason: 'too-many-efforts',
    });
  });
});

describe('a day', () => {
  const full = { ok: false, reason: 'day-full' };

  test('holds 24 hours of all efforts together, each day its own', async () => {
    const who = await makePerson();
    expect((await logEffort(who, uuidv7(), spent(1_000), now)).ok).toBe(true);
    expect(await logEffort(who, uuidv7(), spent(441, { purpose: 'networking' }), now)).toEqual(
      full,
    );
    expect((await logEffort(who, uuidv7(), spent(440, { purpose: 'networking' }), now)).ok).toBe(
      true,
    );
    expect(await logEffort(who, uuidv7(), spent(1), now)).toEqual(full);
    expect((await logEffort(who, uuidv7(), spent(1_440, { spentOn: '2026-08-14' }), now)).ok).toBe(
      true,
    );
  });

  test('of many at once, only as many get in as fit', async () => {
    const who = await makePerson();
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => logEffort(who, uuidv7(), spent(400), now)),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(3);
    expect(answers.filter(({ ok }) => !ok)).toEqual(Array(3).fill(full));
  });

  test('an edit and an undo must fit too; an effort makes room for its own edit', async () => {
    const { who, id } = await logged(1_000);
    expect((await reviseEffort(who, id, 1, spent(1_440))).ok).toBe(true);
    await deleteEffort(who, id, now);
    const other = uuidv7();
    await logEffort(who, other, spent(1), now);
    expect(await restoreEffort(who, id, now)).toEqual(full);
    expect(await reviseEffort(who, other, 1, spent(1_440))).toMatchObject({ ok: true });
    await deleteEffort(who, other, now);
    expect((await restoreEffort(who, id, now)).ok).toBe(true);
    expect(await restoreEffort(who, other, now)).toEqual(full);
  });

  test('an edit cannot move onto a full day', async () => {
    const { who, id } = await logged();
    await logEffort(who, uuidv7(), spent(1_440, { spentOn: '2026-08-10' }), now);
    expect(await reviseEffort(who, id, 1, spent(1, { spentOn: '2026-08-10' }))).toEqual(full);
    expect((await getEffort(who, id))?.spentOn).toBe('2026-08-15');
  });
});

describe('editing', () => {
  test('replaces the version it was based on', async () => {
    const id = uuidv7();
    await logEffort(hana, id, spent(5, { streamId: stream }), now);
    const draft = spent(7, { skillId: skill, spentOn: '2026-08-02', note: '直した' });
    expect((await reviseEffort(hana, id, 1, draft)).ok).toBe(true);
    expect(await getEffort(hana, id)).toMatchObject({
      minutes: 7,
      spentOn: '2026-08-02',
      subject: { kind: 'skill' },
      note: '直した',
      version: 2,
    });
  });

  test('of two edits at once one wins and the other is told', async () => {
    const { who, id } = await logged();
    const answers = await Promise.all([41, 42].map((m) => reviseEffort(who, id, 1, spent(m))));
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(answers).toContainEqual({ ok: false, reason: 'stale' });
  });
});

describe('deleting', () => {
  test('is undone within thirty days, and not after', async () => {
    const { who, id } = await logged();
    expect((await deleteEffort(who, id, now)).ok).toBe(true);
    expect(await getEffort(who, id)).toBeNull();
    expect((await getDeletedEffort(who, id))?.minutes).toBe(30);
    expect(await deleteEffort(who, id, now)).toEqual({ ok: false, reason: 'missing' });
    expect(await reviseEffort(who, id, 2, spent(1))).toEqual({ ok: false, reason: 'missing' });
    expect(await listDeletedEfforts(who, days(29))).toHaveLength(1);
    expect(await listDeletedEfforts(who, days(31))).toEqual([]);
    expect(await restoreEffort(who, id, days(31))).toEqual({ ok: false, reason: 'missing' });
    expect((await restoreEffort(who, id, days(29))).ok).toBe(true);
    expect((await getEffort(who, id))?.minutes).toBe(30);
  });

  test('what was deleted over thirty days ago goes with the next deletion', async () => {
    const { who, id } = await logged();
    const next = uuidv7();
    await logEffort(who, next, spent(1), now);
    await deleteEffort(who, id, now);
    await deleteEffort(who, next, days(31));
    expect(await getDeletedEffort(who, id)).toBeNull();
    expect(await getDeletedEffort(who, next)).not.toBeNull();
  });
});

test('another person’s effort is as missing as none', async () => {
  const { who, id } = await logged();
  const missing = { ok: false, reason: 'missing' };
  expect(await getEffort(ken, id)).toBeNull();
  expect(await reviseEffort(ken, id, 1, spent(1))).toEqual(missing);
  expect(await deleteEffort(ken, id, now)).toEqual(missing);
  expect((await getEffort(who, id))?.version).toBe(1);
  await deleteEffort(who, id, now);
  expect(await restoreEffort(ken, id, now)).toEqual(missing);
  expect(await getDeletedEffort(ken, id)).toBeNull();
});
