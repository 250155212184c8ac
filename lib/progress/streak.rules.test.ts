import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths, type Month } from '../calendar';
import { activeMonths, streak } from './streak.rules';

const set = (...months: Month[]) => new Set<Month>(months);
const none = set();

test('any milestone and any effort makes a month active', () => {
  const milestone = {
    kind: 'credential',
    currency: null,
    streamId: null,
    month: '2026-03',
    gross: 0n,
    fees: 0n,
    costs: 0n,
    minutes: 0,
    milestones: 1,
  } as const;
  const effort = {
    purpose: 'networking',
    streamId: null,
    skillId: null,
    month: '2026-04',
    minutes: 15,
    efforts: 1,
  } as const;
  expect(activeMonths([milestone], [effort])).toEqual(set('2026-03', '2026-04'));
});

describe('streak', () => {
  test('counts back from this month, over the turn of a year', () => {
    expect(streak(set('2025-11', '2025-12', '2026-01'), none, '2026-01')).toEqual({
      months: 3,
      since: '2025-11',
      includesThisMonth: true,
    });
  });

  test('this month still runs', () => {
    const active = set('2026-04', '2026-05');
    expect(streak(active, none, '2026-06')).toEqual({
      months: 2,
      since: '2026-04',
      includesThisMonth: false,
    });
    expect(streak(active, none, '2026-07')).toEqual({
      months: 0,
      since: null,
      includesThisMonth: false,
    });
  });

  test('a pause neither breaks nor counts', () => {
    const active = set('2026-01', '2026-04', '2026-05');
    expect(streak(active, set('2026-02', '2026-03'), '2026-05')).toMatchObject({
      months: 3,
      since: '2026-01',
    });
    expect(streak(active, set('2026-02'), '2026-05')).toMatchObject({ months: 2 });
  });

  test('pauses before the first month, after the last and in active ones', () => {
    const paused = set('2025-11', '2025-12', '2026-01', '2026-02');
    expect(streak(set('2026-01'), paused, '2026-03')).toMatchObject({
      months: 1,
      since: '2026-01',
    });
    expect(streak(none, paused, '2026-03')).toMatchObject({ months: 0, since: null });
  });

  test('a month to come counts for nothing', () => {
    expect(streak(set('2026-08'), none, '2026-07')).toMatchObject({ months: 0 });
  });
});

describe('properties', () => {
  const from: Month = '2024-09';
  const month = fc.integer({ min: 0, max: 20 }).map((i) => addMonths(from, i));
  const some = fc.uniqueArray(month).map((months) => new Set(months));

  test('neither a pause nor an active month ever shortens it', () => {
    fc.assert(
      fc.property(some, some, month, month, (active, paused, thisMonth, more) => {
        const { months } = streak(active, paused, thisMonth);
        expect(streak(active, new Set([...paused, more]), thisMonth).months).toBeGreaterThanOrEqual(
          months,
        );
        expect(streak(new Set([...active, more]), paused, thisMonth).months).toBeGreaterThanOrEqual(
          months,
        );
      }),
    );
  });

  test('it is the active months since its first, and none between is idle', () => {
    fc.assert(
      fc.property(some, some, month, (active, paused, thisMonth) => {
        const found = streak(active, paused, thisMonth);
        const { since } = found;
        if (since === null) {
          expect(found.months).toBe(0);
          return;
        }
        const span = Array.from({ length: 40 }, (_, i) => addMonths(since, i)).filter(
          (one) => one <= thisMonth,
        );
        expect(found.months).toBe(span.filter((one) => active.has(one)).length);
        const idle = span.filter((one) => !active.has(one) && !paused.has(one));
        expect(idle.filter((one) => one !== thisMonth)).toEqual([]);
        // It could not have begun sooner.
        const before = Array.from({ length: 40 }, (_, i) => addMonths(since, -1 - i));
        expect(active.has(before.find((one) => !paused.has(one)) ?? since)).toBe(false);
      }),
    );
  });
});
