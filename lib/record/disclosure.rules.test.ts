import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rungsOf } from '../ladder/rules';
import { limits } from '../limits';
import { currencies, exponentOf, type Money } from '../money';
import {
  certainMinor,
  disclose,
  type Grain,
  grains,
  isGrain,
  type PublicAmount,
  publicMoney,
  type Scale,
} from './disclosure.rules';

const noScale: Scale = { rungs: [] };
const yen = (minor: bigint): Money => ({ minor, currency: 'JPY' });
const money: fc.Arbitrary<Money> = fc.record({
  // As many small ones as huge ones; the largest is a sum over a full record.
  minor: fc.oneof(
    fc.bigInt(1n, 2_000n),
    fc.bigInt(1n, 10_000_000n),
    fc.bigInt(1n, 20_000n * limits.amountMinor),
  ),
  currency: fc.constantFrom(...currencies),
});

function range(amount: PublicAmount | undefined): [from: bigint, below: bigint] {
  if (amount?.grain !== 'range') throw new Error('not a range');
  return [BigInt(amount.from.minor), BigInt(amount.below.minor)];
}

test('exactly is exactly, hidden is nothing', () => {
  fc.assert(
    fc.property(money, (one) => {
      expect(disclose(one, 'exact', noScale)).toEqual({ grain: 'exact', ...publicMoney(one) });
      expect(disclose(one, 'hidden', { rungs: [1n], base: 1n })).toBeUndefined();
    }),
  );
});

describe('a range', () => {
  test('holds its amount, and its bounds follow each other in 1, 2, 3, 5, 7', () => {
    const after = new Map([
      ['1', '2'],
      ['2', '3'],
      ['3', '5'],
      ['5', '7'],
      ['7', '1'],
    ]);
    fc.assert(
      fc.property(money, (one) => {
        const [from, below] = range(disclose(one, 'range', noScale));
        expect(from <= one.minor && one.minor < below).toBe(true);
        const unit = 10n ** BigInt(exponentOf(one.currency));
        if (one.minor < unit) {
          expect([from, below]).toEqual([0n, unit]);
          return;
        }
        const [first, next] = [from, below].map((bound) => {
          expect(bound % unit).toBe(0n);
          return /^([12357])0*$/.exec(String(bound / unit))?.[1];
        });
        expect(next).toBe(after.get(first ?? ''));
        const [longer, shorter] = [String(below).length, String(from).length];
        expect(longer - shorter).toBe(first === '7' ? 1 : 0);
      }),
    );
  });

  test('is one and the same for all that is in it', () => {
    fc.assert(
      fc.property(
        money,
        fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
        (one, at) => {
          const shown = disclose(one, 'range', noScale);
          const [from, below] = range(shown);
          const other = from + (BigInt(Math.floor(at * 1_000_000)) * (below - from)) / 1_000_000n;
          for (const minor of [from, other, below - 1n]) {
            expect(disclose({ ...one, minor }, 'range', noScale)).toEqual(shown);
          }
          expect(range(disclose({ ...one, minor: below }, 'range', noScale))[0]).toBe(below);
        },
      ),
    );
  });

  test.each([
    [1n, 1n, 2n],
    [9n, 7n, 10n],
    [10n, 10n, 20n],
    [49_999n, 30_000n, 50_000n],
    [50_000n, 50_000n, 70_000n],
    [312_500n, 300_000n, 500_000n],
    [999_999n, 700_000n, 1_000_000n],
  ])('of ¥%s is ¥%s to ¥%s', (minor, from, below) => {
    expect(range(disclose(yen(minor), 'range', noScale))).toEqual([from, below]);
  });

  test('of cents begins at nothing', () => {
    expect(disclose({ minor: 99n, currency: 'USD' }, 'range', noScale)).toMatchObject({
      from: { value: '0.00' },
      below: { value: '1.00' },
    });
    expect(disclose({ minor: 999n, currency: 'KWD' }, 'range', noScale)).toMatchObject({
      from: { value: '0.000' },
      below: { value: '1.000' },
    });
  });

  test('begins at every usual rung in yen, so that a range tells which are reached', () => {
    for (const rung of rungsOf('JPY')) {
      expect(range(disclose(yen(rung), 'range', noScale))[0]).toBe(rung);
      const under = disclose(yen(rung - 1n), 'range', noScale);
      expect(range(under)[1]).toBe(rung);
    }
  });
});

describe('a rung', () => {
  test('is the highest one reached of whatever ladder', () => {
    const ladder = fc
      .uniqueArray(fc.bigInt(1n, 10_000_000n), { minLength: 1, maxLength: 20 })
      .map((rungs) => rungs.sort((a, b) => (a < b ? -1 : 1)));
    fc.assert(
      fc.property(ladder, money, (rungs, one) => {
        const shown = disclose(one, 'rung', { rungs });
        const reached = rungs.filter((rung) => rung <= one.minor);
        const highest = reached[reached.length - 1];
        expect(shown).toEqual(
          highest === undefined
            ? undefined
            : { grain: 'rung', ...publicMoney({ ...one, minor: highest }) },
        );
      }),
    );
  });

  test('is reached at the very sum, and below the lowest nothing shows', () => {
    const scale = { rungs: rungsOf('JPY') };
    expect(disclose(yen(299_999n), 'rung', scale)).toMatchObject({ minor: '100000' });
    expect(disclose(yen(300_000n), 'rung', scale)).toMatchObject({ minor: '300000' });
    expect(disclose({ minor: 99n, currency: 'USD' }, 'rung', { rungs: [100n] })).toBeUndefined();
    expect(disclose(yen(1n), 'rung', noScale)).toBeUndefined();
  });
});

describe('an index', () => {
  const index = (minor: bigint, base?: bigint) =>
    disclose(yen(minor), 'index', { rungs: [], base });

  test.each([
    [200_000n, 200_000n, 100],
    [640_000n, 200_000n, 320],
    [1n, 3n, 33],
    [2n, 3n, 67],
    // A half goes up.
    [1n, 8n, 13],
    // Two figures are all it tells.
    [201n, 200n, 100],
    [234_567n, 123_456n, 190],
    [1_234n, 100n, 1_200],
    [2_009n, 2_000n, 100],
    [1n, 999_999_999_999n, 1],
    [999_999_999_999n, 1n, 100_000_000_000_000],
  ])('%s against %s is %s', (minor, base, expected) => {
    expect(index(minor, base)).toEqual({ grain: 'index', currency: 'JPY', index: expected });
  });

  test('is within half a step, at least 1, and tells no unit', () => {
    const sum = fc.bigInt(1n, 1_000_000_000n);
    fc.assert(
      fc.property(sum, sum, fc.bigInt(1n, 1_000n), (minor, base, factor) => {
        const shown = index(minor, base);
        if (shown?.grain !== 'index') throw new Error('no index');
        const off = BigInt(shown.index) * base - minor * 100n;
        if (shown.index === 1) expect(minor * 200n).toBeLessThan(base * 3n);
        const step = 10n ** BigInt(Math.max(0, String(shown.index).length - 2));
        if (shown.index > 1) {
          expect((off < 0n ? -off : off) * 2n).toBeLessThanOrEqual(base * step);
          expect(BigInt(shown.index) % step).toBe(0n);
        }
        expect(index(minor * factor, base * factor)).toEqual(shown);
      }),
    );
  });

  test('is nothing while there is no first month', () => {
    expect(index(5n)).toBeUndefined();
    expect(index(5n, 0n)).toBeUndefined();
  });
});

test('what is certain of an amount is never above it, and shows no more than the amount does', () => {
  fc.assert(
    fc.property(money, fc.constantFrom(...grains), (one, grain: Grain) => {
      const scale = { rungs: rungsOf(one.currency), base: one.minor };
      const shown = disclose(one, grain, scale);
      if (!shown) return;
      const certain = certainMinor(shown);
      if (certain === null) {
        expect(grain).toBe('index');
        return;
      }
      expect(certain <= one.minor).toBe(true);
      expect(certain === one.minor || grain !== 'exact').toBe(true);
      if (certain > 0n) {
        expect(disclose({ ...one, minor: certain }, grain, scale)).toEqual(shown);
      }
    }),
  );
});

test('a grain is one of five', () => {
  expect(grains.every(isGrain)).toBe(true);
  for (const other of ['', 'Exact', 'rounded', null, undefined, 0]) {
    expect(isGrain(other)).toBe(false);
  }
});
