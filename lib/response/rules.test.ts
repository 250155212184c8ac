import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Money } from '../money';
import { cameTo, isNothing, type Line, linesOf, none, type Part, shownOf, totalOf } from './rules';

const yen = (minor: bigint): Money => ({ minor, currency: 'JPY' });
const dollars = (minor: bigint): Money => ({ minor, currency: 'USD' });

/** One thing that happened, as the tables of the store know it. */
type Fact = {
  month: string;
  network: string | null;
  milestone: string | null;
  counts: Omit<Part, 'key'>;
};

const counts = fc.oneof(
  fc.constant<Omit<Part, 'key'>>({ shares: 1 }),
  fc.record({ visits: fc.nat(500), previews: fc.nat(5) }),
  fc.constant<Omit<Part, 'key'>>({ inquiries: 1, people: 1, nothing: 1 }),
  fc.constant<Omit<Part, 'key'>>({ inquiries: 1 }),
  fc
    .record({
      minor: fc.bigInt(1n, 10n ** 12n),
      currency: fc.constantFrom('JPY' as const, 'USD' as const),
      isLogged: fc.boolean(),
    })
    .map(({ minor, currency, isLogged }) => {
      const money = [{ minor, currency }];
      return { inquiries: 1, people: 1, agreed: 1, income: money, promised: isLogged ? [] : money };
    }),
);
const facts: fc.Arbitrary<Fact[]> = fc.array(
  fc.record({
    month: fc.constantFrom('2026-09', '2026-10', '2026-11'),
    network: fc.constantFrom(null, 'x', 'line', 'hatena'),
    milestone: fc.constantFrom(null, 'a', 'b', 'c', 'd'),
    counts,
  }),
  { maxLength: 40 },
);
const by = (some: readonly Fact[], what: 'month' | 'network' | 'milestone') =>
  linesOf(some.map((fact) => ({ key: fact[what], ...fact.counts })));

describe('the whole', () => {
  test('is the same by month, by network and by milestone, direct and record included', () => {
    fc.assert(
      fc.property(facts, (some) => {
        const whole = totalOf(some.map((fact) => fact.counts));
        for (const what of ['month', 'network', 'milestone'] as const) {
          expect(totalOf(by(some, what))).toEqual(whole);
        }
      }),
    );
  });

  test('by networks and direct is all; neither alone is more', () => {
    fc.assert(
      fc.property(facts, (some) => {
        const lines = by(some, 'network');
        const direct = lines.filter(({ key }) => key === null);
        const keyed = lines.filter(({ key }) => key !== null);
        const whole = totalOf(lines);
        expect(direct.length).toBeLessThanOrEqual(1);
        expect(totalOf([totalOf(direct), totalOf(keyed)])).toEqual(whole);
        expect(totalOf(keyed).visits).toBeLessThanOrEqual(whole.visits);
      }),
    );
  });

  test('is what is shown and the rest, however little is shown', () => {
    fc.assert(
      fc.property(facts, fc.nat(6), (some, most) => {
        const lines = by(some, 'milestone');
        const total = totalOf(lines);
        const { shown, rest } = shownOf(lines, total, most);
        expect(shown.length).toBe(Math.min(most, lines.length));
        expect(totalOf([...shown, rest ?? none])).toEqual(total);
        if (most >= lines.length) expect(rest).toBeNull();
      }),
    );
  });

  test('does not depend on the order', () => {
    fc.assert(
      fc.property(facts, (some) => {
        expect(by(some.toReversed(), 'milestone')).toEqual(by(some, 'milestone'));
      }),
    );
  });
});

test('currencies are never added up, and stand in the order of their codes', () => {
  const parts = [
    { key: 'x', income: [dollars(100n)] },
    { key: 'x', income: [yen(3n)], promised: [yen(3n)] },
    { key: 'x', income: [dollars(20n)] },
  ];
  expect(linesOf(parts)[0]).toMatchObject({
    income: [yen(3n), dollars(120n)],
    promised: [yen(3n)],
  });
});

test('who drew people stands before who drew many visits', () => {
  const parts: Part[] = [
    { key: 'x', visits: 900 },
    { key: 'line', visits: 2, people: 1 },
    { key: null, visits: 900, shares: 1 },
    { key: 'hatena', previews: 1 },
  ];
  expect(linesOf(parts).map(({ key }) => key)).toEqual(['line', null, 'x', 'hatena']);
});

test('nothing is nothing; a preview is something', () => {
  expect(isNothing(none)).toBe(true);
  expect(isNothing({ ...none, previews: 1 })).toBe(false);
  expect(isNothing({ ...none, income: [yen(1n)] })).toBe(false);
  expect(shownOf([{ ...none, key: 'x' } satisfies Line], none, 1).rest).toBeNull();
});

test('nothing that came of it is no outcome', () => {
  expect(cameTo({ ...none, inquiries: 9, nothing: 3, conversation: 2, agreed: 1 })).toBe(3);
});
