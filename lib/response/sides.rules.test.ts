import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths, type Month } from '../calendar';
import { type CameMonth, incomePerHour, minutesEach, type Side, sidesOf } from './sides.rules';

const came = (
  month: Month,
  origin: 'record' | 'networking',
  people: number,
  yen = 0n,
): CameMonth => ({
  month,
  origin,
  people,
  agreed: yen > 0n ? 1 : 0,
  income: yen > 0n ? [{ minor: yen, currency: 'JPY' }] : [],
});
const spent = (month: Month, building: number, networking: number) => ({
  month,
  building,
  networking,
});

describe('the verdict', () => {
  test.each([
    // Four hours and 59 minutes of networking compare nothing.
    ['too-little', 6_000, 299, 9, 0],
    ['nobody', 300, 300, 0, 0],
    ['building', 600, 300, 3, 1],
    ['even', 600, 300, 2, 1],
    // Fair: fewer people in far fewer hours win.
    ['networking', 6_000, 300, 9, 1],
    ['building', 600, 6_000, 1, 0],
  ])('%s', (verdict, building, networking, byRecord, byPeople) => {
    const sides = sidesOf(
      [spent('2026-11', building, networking)],
      [came('2026-11', 'record', byRecord), came('2026-11', 'networking', byPeople)],
    );
    expect(sides.verdict).toBe(verdict);
    expect(sides.isEarly).toBe(byRecord + byPeople < 5);
  });
});

test('nobody who came before hours were counted looks as if they had cost none', () => {
  const months = [spent('2026-09', 0, 0), spent('2026-10', 0, 300), spent('2026-11', 600, 0)];
  const people = [
    came('2026-08', 'record', 9),
    came('2026-09', 'record', 5),
    came('2026-10', 'record', 2),
    came('2026-11', 'networking', 1),
  ];
  const { building, networking } = sidesOf(months, people);
  expect([building.people, networking.people]).toEqual([2, 1]);
  // Without any hours there is nothing to be fair to.
  const unlogged = months.map(({ month }) => spent(month, 0, 0));
  expect(sidesOf(unlogged, people).building.people).toBe(7);
});

test('an hour’s worth, a currency each, cut; nothing under five hours', () => {
  const side: Side = {
    minutes: 420,
    people: 4,
    agreed: 2,
    income: [
      { minor: 50_000n, currency: 'JPY' },
      { minor: 9_999n, currency: 'USD' },
    ],
  };
  expect(incomePerHour(side)).toEqual([
    { minor: 7_142n, currency: 'JPY' },
    { minor: 1_428n, currency: 'USD' },
  ]);
  expect(minutesEach(side)).toBe(105);
  expect(incomePerHour({ ...side, minutes: 299 })).toEqual([]);
  expect(minutesEach({ ...side, minutes: 299 })).toBeNull();
  expect(minutesEach({ ...side, people: 0 })).toBeNull();
});

test('both sides together are all who came since hours are counted, and all hours', () => {
  const month = fc.integer({ min: 0, max: 3 }).map((i) => addMonths('2026-08', i));
  const people = fc.array(
    fc
      .record({
        month,
        origin: fc.constantFrom('record' as const, 'networking' as const),
        people: fc.nat(5),
        yen: fc.bigInt(0n, 10n ** 12n),
      })
      .map((one) => came(one.month, one.origin, one.people, one.yen)),
    { maxLength: 12 },
  );
  const hours = fc.tuple(...[0, 1, 2, 3].map(() => fc.tuple(fc.nat(900), fc.nat(900))));
  fc.assert(
    fc.property(people, hours, (some, minutes) => {
      const months = minutes.map(([one, other], i) => spent(addMonths('2026-08', i), one, other));
      const { building, networking } = sidesOf(months, some);
      const first = months.find((one) => one.building + one.networking > 0)?.month ?? '2026-08';
      const counted = some.filter((one) => one.month >= first);
      expect(building.people + networking.people).toBe(
        counted.reduce((sum, one) => sum + one.people, 0),
      );
      expect(building.minutes + networking.minutes).toBe(minutes.flat().reduce((a, b) => a + b, 0));
      const yen = [...building.income, ...networking.income];
      expect(yen.reduce((sum, { minor }) => sum + minor, 0n)).toBe(
        counted.flatMap(({ income }) => income).reduce((sum, { minor }) => sum + minor, 0n),
      );
    }),
  );
});
