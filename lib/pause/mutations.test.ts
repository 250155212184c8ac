import { expect, test } from 'vitest';
import { addMonths, dateFromDay, firstOf, type Month, monthsUntil } from '../calendar';
import { asOwner } from '../db';
import { limits } from '../limits';
import { makePerson } from '../testing/people';
import { getStreakSettings } from './data';
import { pauseMonth, resumeMonth, showStreak } from './mutations';

const paused = { ok: true, value: null };

test('a month paused, however often at once, is paused once, for that person alone', async () => {
  const [hana, ken] = await Promise.all([makePerson(), makePerson({ zone: 'America/New_York' })]);
  expect(await getStreakSettings(hana)).toEqual({ shows: true, pauses: [] });
  const months: Month[] = ['2026-03', '2026-01', '2026-03', '2026-03'];
  expect(await Promise.all(months.map((month) => pauseMonth(hana, month)))).toEqual(
    Array(4).fill(paused),
  );
  await pauseMonth(ken, '2026-02');
  expect((await getStreakSettings(hana)).pauses).toEqual(['2026-01', '2026-03']);
  expect((await getStreakSettings(ken)).pauses).toEqual(['2026-02']);

  await resumeMonth(ken, '2026-01');
  await resumeMonth(ken, '2026-03');
  expect((await getStreakSettings(hana)).pauses).toEqual(['2026-01', '2026-03']);
  await Promise.all([resumeMonth(hana, '2026-01'), resumeMonth(hana, '2026-01')]);
  expect((await getStreakSettings(hana)).pauses).toEqual(['2026-03']);
});

test('hidden, the pauses stay, and nobody else’s is hidden', async () => {
  const [hana, ken] = await Promise.all([makePerson(), makePerson()]);
  await pauseMonth(hana, '2026-05');
  await showStreak(hana, false);
  expect(await getStreakSettings(hana)).toEqual({ shows: false, pauses: ['2026-05'] });
  expect((await getStreakSettings(ken)).shows).toBe(true);
  await pauseMonth(hana, '2026-06');
  expect((await getStreakSettings(hana)).shows).toBe(false);
  await showStreak(hana, true);
  expect(await getStreakSettings(hana)).toEqual({ shows: true, pauses: ['2026-05', '2026-06'] });
});

test('there is a limit, and what is paused already may be paused again', async () => {
  const hana = await makePerson();
  const months = monthsUntil('2026-12', limits.pauses);
  await asOwner(hana, (tx) =>
    tx.pause.createMany({
      data: months.map((month) => ({ ownerId: hana.userId, month: dateFromDay(firstOf(month)) })),
    }),
  );
  expect(await pauseMonth(hana, addMonths('2026-12', 1))).toEqual({
    ok: false,
    reason: 'too-many-pauses',
  });
  expect(await pauseMonth(hana, '2026-12')).toEqual(paused);
  expect((await getStreakSettings(hana)).pauses).toEqual(months);
});
