import { describe, expect, test } from 'vitest';
import type { Day } from '../calendar';
import { changeOverMonth, countAt, mergeCounts } from './rules';

const count = (day: Day, followers: number) => ({ day, followers: BigInt(followers) });

describe('one series of counts and milestones', () => {
  test('ascends, a counted day wins, and the milestone told last stands', () => {
    expect(
      mergeCounts(
        [count('2026-08-10', 120), count('2026-07-01', 90)],
        [count('2026-08-10', 999), count('2026-08-01', 100), count('2026-08-01', 101)],
      ),
    ).toEqual([
      { ...count('2026-07-01', 90), from: 'count' },
      { ...count('2026-08-01', 101), from: 'milestone' },
      { ...count('2026-08-10', 120), from: 'count' },
    ]);
  });

  test('a day looks back to the last count', () => {
    const counts = mergeCounts([count('2026-07-01', 90), count('2026-08-01', 100)], []);
    expect(countAt(counts, '2026-06-30')).toBeNull();
    expect(countAt(counts, '2026-07-31')?.followers).toBe(90n);
    expect(countAt(counts, '2026-08-01')?.followers).toBe(100n);
  });
});

describe('the change over a month', () => {
  const change = (...days: [Day, number][]) =>
    changeOverMonth(
      mergeCounts(
        days.map(([day, n]) => count(day, n)),
        [],
      ),
    );
  test('looks back a month or more from the latest count', () => {
    expect(
      change(['2026-06-01', 50], ['2026-07-10', 90], ['2026-08-01', 95], ['2026-08-12', 80]),
    ).toEqual({ change: -10n, since: '2026-07-10' });
    expect(change(['2026-07-12', 90], ['2026-08-12', 100])).toEqual({
      change: 10n,
      since: '2026-07-12',
    });
    expect(change(['2026-02-28', 1], ['2026-03-01', 2], ['2026-03-31', 4])).toEqual({
      change: 3n,
      since: '2026-02-28',
    });
  });

  test('says nothing where nothing is so old', () => {
    expect(change(['2026-07-13', 90], ['2026-08-12', 100])).toBeNull();
    expect(change(['2026-08-12', 100])).toBeNull();
    expect(change()).toBeNull();
  });
});
