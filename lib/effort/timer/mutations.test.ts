import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '../../auth/viewer';
import { openSkill } from '../../skill/mutations';
import { makePerson } from '../../testing/people';
import { getEffort, getTimer, listEfforts } from '../data';
import { deleteEffort, logEffort } from '../mutations';
import { noSubject } from '../rules';
import { discardTimer, startTimer, stopTimer } from './mutations';

const start = new Date('2026-08-15T14:50:00Z');
const at = (minutes: number) => new Date(start.getTime() + minutes * 60_000);
const building = { purpose: 'building', ...noSubject } as const;
const missing = { ok: false, reason: 'missing' };

let ken: Viewer;
beforeAll(async () => {
  ken = await makePerson();
});

async function running(zone = 'Asia/Tokyo'): Promise<{ who: Viewer; id: string }> {
  const [who, id] = [await makePerson({ zone }), uuidv7()];
  await startTimer(who, id, building, start);
  return { who, id };
}

describe('starting', () => {
  test('pressed six times at once starts one, for what was chosen', async () => {
    const [who, id] = [await makePerson(), uuidv7()];
    const opened = await openSkill(who, 'React', 'ja');
    const skillId = opened.ok ? opened.value : '';
    const what = { purpose: 'networking', streamId: null, skillId } as const;
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => startTimer(who, id, what, start)),
    );
    expect(answers).toEqual(Array(6).fill({ ok: true, value: { id } }));
    expect(await getTimer(who)).toEqual({
      id,
      purpose: 'networking',
      subject: { kind: 'skill', id: skillId, name: { ja: 'React', en: null } },
      startedAt: start,
    });
  });

  test('of two tabs at once one starts; the running one stands', async () => {
    const who = await makePerson();
    const ids = [uuidv7(), uuidv7()];
    const answers = await Promise.all(ids.map((id) => startTimer(who, id, building, start)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers).toContainEqual({ ok: false, reason: 'timer-runs' });
    const id = (await getTimer(who))?.id;
    expect(await startTimer(who, uuidv7(), building, at(5))).toMatchObject({ ok: false });
    expect(await getTimer(who)).toMatchObject({ id, startedAt: start });
  });

  test('a form whose timer was stopped starts another', async () => {
    const { who, id } = await running();
    await stopTimer(who, id, at(10), null);
    expect((await startTimer(who, id, building, at(20))).ok).toBe(true);
    const again = (await getTimer(who))?.id ?? '';
    expect(again).not.toBe(id);
    expect(await startTimer(who, id, building, at(21))).toMatchObject({ reason: 'timer-runs' });
    await stopTimer(who, again, at(25), null);
    expect((await listEfforts(who, null)).efforts.map(({ minutes }) => minutes)).toEqual([5, 10]);
  });

  test('another person’s skill is missing', async () => {
    const opened = await openSkill(await makePerson(), 'React', 'ja');
    const what = { ...building, skillId: opened.ok ? opened.value : '' };
    expect(await startTimer(ken, uuidv7(), what, start)).toEqual(missing);
    expect(await getTimer(ken)).toBeNull();
  });
});

describe('stopping', () => {
  test.each([
    ['Asia/Tokyo', '2026-08-15'],
    ['Asia/Kathmandu', '2026-08-15'],
    ['Pacific/Auckland', '2026-08-16'],
  ])('leaves an effort on the day it was started in %s', async (zone, day) => {
    const { who, id } = await running(zone);
    // Past midnight in Tokyo.
    expect(await stopTimer(who, id, at(25.4), null)).toEqual({ ok: true, value: { id } });
    expect(await getTimer(who)).toBeNull();
    expect(await getEffort(who, id)).toMatchObject({
      minutes: 25,
      spentOn: day,
      purpose: 'building',
      subject: null,
    });
  });

  test('two tabs stopping one timer record it once and both hear that it is', async () => {
    const { who, id } = await running();
    const answers = await Promise.all(
      [30, 30, 31, 32].map((minutes) => stopTimer(who, id, at(minutes), null)),
    );
    expect(answers).toEqual(Array(4).fill({ ok: true, value: { id } }));
    expect((await listEfforts(who, null)).efforts).toHaveLength(1);
    expect((await stopTimer(who, id, at(99), null)).ok).toBe(true);
  });

  test('stopping and discarding at once leaves one of the two outcomes', async () => {
    const { who, id } = await running();
    const [stopped, discarded] = await Promise.all([
      stopTimer(who, id, at(30), null),
      discardTimer(who, id),
    ]);
    expect(stopped.ok).not.toBe(discarded.ok);
    expect((await listEfforts(who, null)).efforts).toHaveLength(stopped.ok ? 1 : 0);
    expect(await getTimer(who)).toBeNull();
  });

  test('a timer left on for a week asks how long it was, and keeps running meanwhile', async () => {
    const { who, id } = await running();
    const later = at(7 * 1_440);
    expect(await stopTimer(who, id, later, null)).toEqual({ ok: false, reason: 'timer-too-long' });
    expect(await getTimer(who)).not.toBeNull();
    expect(await stopTimer(who, id, later, 1_441)).toEqual({ ok: false, reason: 'day-full' });
    expect((await stopTimer(who, id, later, 150)).ok).toBe(true);
    expect((await getEffort(who, id))?.minutes).toBe(150);
  });

  test('no more is typed than the clock ran', async () => {
    const { who, id } = await running();
    expect(await stopTimer(who, id, at(30), 31)).toEqual({
      ok: false,
      reason: 'timer-over-elapsed',
    });
    expect((await stopTimer(who, id, at(30), 30)).ok).toBe(true);
  });

  test('a day that is full keeps it running until what fits is typed', async () => {
    const { who, id } = await running();
    const draft = { ...building, minutes: 1_400, spentOn: '2026-08-15', note: null } as const;
    await logEffort(who, uuidv7(), draft, start);
    expect(await stopTimer(who, id, at(60), null)).toEqual({ ok: false, reason: 'day-full' });
    expect(await getTimer(who)).not.toBeNull();
    expect((await stopTimer(who, id, at(60), 40)).ok).toBe(true);
  });

  test('what was discarded, or recorded and deleted, is missing', async () => {
    const one = await running();
    await discardTimer(one.who, one.id);
    expect(await stopTimer(one.who, one.id, at(5), null)).toEqual(missing);
    const two = await running();
    await stopTimer(two.who, two.id, at(5), null);
    await deleteEffort(two.who, two.id, at(6));
    expect(await stopTimer(two.who, two.id, at(7), null)).toEqual(missing);
  });
});

test('another person’s timer is as missing as none', async () => {
  const { who, id } = await running();
  expect(await getTimer(ken)).toBeNull();
  expect(await stopTimer(ken, id, at(5), null)).toEqual(missing);
  expect(await discardTimer(ken, id)).toEqual(missing);
  expect(await getTimer(who)).toMatchObject({ id, startedAt: start });
});
