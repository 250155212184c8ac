import { expect, test } from 'vitest';
import type { EffortSum } from '@/lib/progress/rules';
import { hoursOfSkill } from './_hours.view';

const sum = (
  month: EffortSum['month'],
  minutes: number,
  more: Partial<EffortSum> = {},
): EffortSum => ({
  purpose: 'building',
  streamId: null,
  skillId: 'a',
  month,
  minutes,
  efforts: 1,
  ...more,
});

test('adds up to this month, through months without hours', () => {
  const efforts = [
    sum('2026-03', 60),
    sum('2026-05', 30),
    sum('2026-05', 500, { skillId: 'b' }),
    sum('2026-04', 500, { purpose: 'networking' }),
  ];
  expect(hoursOfSkill(efforts, 'a', '2026-06')).toEqual({
    worked: 2,
    months: [
      { month: '2026-03', minutes: 60 },
      { month: '2026-04', minutes: 60 },
      { month: '2026-05', minutes: 90 },
      { month: '2026-06', minutes: 90 },
    ],
  });
});

test('is empty before the first hour', () => {
  expect(hoursOfSkill([], 'a', '2026-06')).toEqual({ worked: 0, months: [] });
});
