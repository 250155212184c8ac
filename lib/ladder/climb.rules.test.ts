import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths, type Month } from '../calendar';
import { type MilestoneSum, monthlyGross } from '../progress/rules';
import { climb, monthsToHold, rungsOf } from './rules';

const from: Month = '2023-12';
const jpy = rungsOf('JPY');

/** One income; `sums` may add several of one month up, or leave them apart. */
const income = fc
  .record({
    month: fc.integer({ min: 0, max: 14 }).map((i) => addMonths(from, i)),
    gross: fc.oneof(fc.bigInt(0n, 60_000n), fc.bigInt(0n, 1_500_000n)),
    streamId: fc.constantFrom(null, 'a', 'b'),
    currency: fc.constantFrom('JPY' as const, 'JPY' as const, 'USD' as const),
  })
  .map(
    (one): MilestoneSum => ({
      kind: 'income',
      fees: 0n,
      costs: 0n,
      minutes: 0,
      milestones: 1,
      ...one,
    }),
  );
const incomes = fc.array(income, { maxLength: 30 });
const now = fc.integer({ min: 0, max: 18 }).map((i) => addMonths(from, i));

const climbed = (sums: readonly MilestoneSum[], thisMonth: Month) =>
  climb(monthlyGross(sums, 'JPY'), jpy, thisMonth);

describe('properties of a climb from incomes', () => {
  test('more income never un-reaches or un-holds a rung, nor makes it later', () => {
    fc.assert(
      fc.property(incomes, income, now, (sums, more, thisMonth) => {
        const after = climbed([...sums, more], thisMonth).rungs;
        for (const [i, before] of climbed(sums, thisMonth).rungs.entries()) {
          if (before.reachedOn) {
            expect(after[i]?.reachedOn && after[i].reachedOn <= before.reachedOn).toBe(true);
          }
          if (before.heldOn) {
            expect(after[i]?.heldOn && after[i].heldOn <= before.heldOn).toBe(true);
          }
          if (before.hold?.until === null) expect(after[i]?.hold?.until).toBeNull();
        }
      }),
    );
  });

  test('a rung held was reached, and not before three months had passed', () => {
    fc.assert(
      fc.property(incomes, now, (sums, thisMonth) => {
        const found = climbed(sums, thisMonth);
        for (const { reachedOn, heldOn, hold } of found.rungs) {
          expect(heldOn === null).toBe(hold === null);
          if (!heldOn || !hold) continue;
          expect(reachedOn).not.toBeNull();
          if (reachedOn) expect(addMonths(reachedOn, monthsToHold - 1) <= heldOn).toBe(true);
          expect(addMonths(hold.since, monthsToHold - 1) <= (hold.until ?? thisMonth)).toBe(true);
        }
        const [reached, held] = [found.highestReached?.rung ?? 0n, found.highestHeld?.rung ?? 0n];
        expect(reached).toBeGreaterThanOrEqual(held);
        expect(held).toBeGreaterThanOrEqual(found.holding?.rung ?? 0n);
      }),
    );
  });

  test('deleting an income and taking that back gives the same climb', () => {
    fc.assert(
      fc.property(incomes, fc.nat(), now, (sums, which, thisMonth) => {
        if (sums.length === 0) return;
        const at = which % sums.length;
        const deleted = sums.filter((_, i) => i !== at);
        const restored = [...deleted, ...sums.slice(at, at + 1)];
        const before = climbed(sums, thisMonth);
        expect(climbed(restored, thisMonth)).toEqual(before);
        // Deleted it never stands higher than it did.
        const without = climbed(deleted, thisMonth).highestReached?.rung ?? 0n;
        expect(before.highestReached?.rung ?? 0n).toBeGreaterThanOrEqual(without);
      }),
    );
  });

  test('a month of nothing is no month, and another currency climbs alone', () => {
    fc.assert(
      fc.property(incomes, now, now, (sums, month, thisMonth) => {
        const before = climbed(sums, thisMonth);
        const totals = monthlyGross(sums, 'JPY');
        const empty = totals.some((one) => one.month === month) ? [] : [{ month, total: 0n }];
        expect(climb([...totals, ...empty], jpy, thisMonth)).toEqual(before);
        const yen = sums.filter(({ currency }) => currency === 'JPY');
        expect(climbed(yen, thisMonth)).toEqual(before);
      }),
    );
  });

  test('as time goes on what was reached stays, and what was held stays told', () => {
    fc.assert(
      fc.property(incomes, now, fc.nat(6), (sums, thisMonth, later) => {
        const after = climbed(sums, addMonths(thisMonth, later)).rungs;
        for (const [i, { reachedOn, heldOn }] of climbed(sums, thisMonth).rungs.entries()) {
          if (reachedOn) expect(after[i]?.reachedOn).toBe(reachedOn);
          if (heldOn) expect(after[i]?.heldOn).toBe(heldOn);
        }
      }),
    );
  });
});
