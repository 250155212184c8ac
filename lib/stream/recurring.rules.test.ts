import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths, type Month } from '../calendar';
import { limits } from '../limits';
import type { Currency } from '../money';
import type { MilestoneSum } from '../progress/rules';
import { proposals } from './recurring.rules';

const open = { id: 'blog', closedAt: null };
const thisMonth = '2026-01';

function sum(ago: number, gross: bigint, more: Partial<MilestoneSum> = {}): MilestoneSum {
  return {
    kind: 'income',
    currency: 'JPY',
    streamId: 'blog',
    month: addMonths(thisMonth, -ago),
    gross,
    fees: 0n,
    costs: 0n,
    minutes: 0,
    milestones: 1,
    ...more,
  };
}

const [third, second, last] = [sum(3, 9n), sum(2, 8n), sum(1, 7n, { fees: 2n, costs: 1n })];
const row = [third, second, last];

describe('a stream with income in the last three months', () => {
  test('proposes what last month brought, across the turn of the year', () => {
    expect(proposals(row, [open], thisMonth)).toEqual([
      {
        streamId: 'blog',
        month: '2026-01',
        income: { minor: 7n, currency: 'JPY', fees: 2n, costs: 1n },
      },
    ]);
  });

  test('leaves out what last month had none of', () => {
    const [proposal] = proposals([third, second, sum(1, 7n)], [open], thisMonth);
    expect(proposal?.income).toMatchObject({ fees: null, costs: null });
  });

  test.each([
    ['has some this month already', [...row, sum(0, 1n)], open],
    ['missed one of the three', [third, last, sum(4, 1n)], open],
    ['missed the last', [sum(4, 1n), third, second], open],
    ['is closed', row, { ...open, closedAt: new Date(0) }],
    ['is another', row, { ...open, id: 'shop' }],
  ] as const)('proposes nothing where it %s', (_, sums, stream) => {
    expect(proposals(sums, [stream], thisMonth)).toEqual([]);
  });

  test('keeps currencies apart', () => {
    const usd = (one: MilestoneSum) => ({ ...one, currency: 'USD' as Currency });
    const mixed = [usd(sum(3, 1n)), sum(2, 2n), sum(1, 3n)];
    expect(proposals(mixed, [open], thisMonth)).toEqual([]);
    const both = proposals([...row, ...row.map(usd), sum(0, 1n)], [open], thisMonth);
    expect(both.map(({ income }) => income.currency)).toEqual(['USD']);
  });

  test('proposes nothing that one entry could not hold', () => {
    const full = limits.amountMinor;
    const ending = (gross: bigint) => [third, second, sum(1, gross)];
    expect(proposals(ending(full), [open], thisMonth)).toHaveLength(1);
    expect(proposals(ending(full + 1n), [open], thisMonth)).toEqual([]);
  });
});

test('once confirmed, nothing is left to propose; without this month it is due', () => {
  const month = fc.integer({ min: 0, max: 6 }).map((ago) => sum(ago, 5n));
  fc.assert(
    fc.property(fc.uniqueArray(month, { selector: (one) => one.month }), (sums) => {
      const months = new Set<Month>(sums.map((one) => one.month));
      const due = [1, 2, 3].every((ago) => months.has(addMonths(thisMonth, -ago)));
      const found = proposals(sums, [open], thisMonth);
      expect(found).toHaveLength(due && !months.has(thisMonth) ? 1 : 0);
      const confirmed = found.map(({ income }) => sum(0, income.minor));
      expect(proposals([...sums, ...confirmed], [open], thisMonth)).toEqual([]);
    }),
  );
});
