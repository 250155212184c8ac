import { describe, expect, test } from 'vitest';
import type { Month } from '@/lib/calendar';
import type { Currency } from '@/lib/money';
import type { EffortSum, MilestoneSum } from '@/lib/progress/rules';
import { budgetView } from './_budget.view';

const day = '2026-08-15';
const streams = [
  { id: 'blog', origin: 'record' },
  { id: 'friends', origin: 'networking' },
] as const;

function income(
  streamId: string,
  gross: bigint,
  minutes = 0,
  month: Month = '2026-08',
  currency: Currency = 'JPY',
): MilestoneSum {
  const money = { gross, fees: 0n, costs: 0n };
  return { kind: 'income', currency, streamId, month, ...money, minutes, milestones: 1 };
}

function met(minutes: number, month: Month = '2026-08'): EffortSum {
  return { purpose: 'networking', streamId: null, skillId: null, month, minutes, efforts: 1 };
}

const view = (milestones: MilestoneSum[], efforts: EffortSum[] = [], range: '12' | 'all' = '12') =>
  budgetView({ milestones, efforts }, streams, range, 'Asia/Tokyo', day);

describe('the verdict', () => {
  test.each([
    ['no-hours', [], []],
    ['no-hours', [income('blog', 10_000n)], []],
    ['no-income', [], [met(600)]],
    // One side alone, or hardly anything of the other, compares nothing.
    ['too-little', [income('blog', 10_000n, 600)], []],
    ['too-little', [income('blog', 10_000n, 600)], [met(179)]],
    ['building', [income('blog', 10_000n, 600)], [met(180)]],
    // Fair: whoever came through people counts there, and may win.
    ['networking', [income('blog', 10_000n, 600), income('friends', 50_000n, 300)], [met(300)]],
    ['even', [income('blog', 10_000n, 600), income('friends', 10_000n, 300)], [met(300)]],
  ])('%s', (verdict, milestones, efforts) => {
    expect(view(milestones, efforts).verdict).toBe(verdict);
  });
});

test('the currency of the latest income; others are named as left out', () => {
  const dollars = income('blog', 5_000n, 60, '2026-07', 'USD');
  const both = view([income('blog', 10_000n, 600, '2026-06'), dollars]);
  expect(both.currency).toBe('USD');
  expect(both.hasOthers).toBe(true);
  expect(both.sides.building.net).toBe(5_000n);
  expect(both.rate?.perHour).toBe(5_000n);
  expect(view([]).currency).toBe('JPY');
});

test('all begins with the first hours, not with the first income', () => {
  const { months } = view(
    [income('blog', 1n, 0, '2010-01'), income('blog', 1n)],
    [met(60, '2024-08')],
    'all',
  );
  expect(months[0]).toEqual({ month: '2024-08', building: 0, networking: 60 });
  expect(months).toHaveLength(25);
});
