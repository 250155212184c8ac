import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chainOf, drawOf, leastForRate, rateOf } from './rate.rules';
import { type Line, none } from './rules';

describe('how often', () => {
  test.each([
    [0, 0, null],
    [3, 0, null],
    // People entered by hand visited nothing.
    [3, 2, null],
    [25, 24, null],
    [0, 1, 'few'],
    [3, 7, 'few'],
    [19, 19, 'few'],
    [3, 20, 'rate'],
    [20, 20, 'rate'],
  ])('%i of %i: %s', (part, of, kind) => {
    expect(rateOf(part, of)?.kind ?? null).toBe(kind);
  });

  test('no rate rests on fewer than twenty', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(60), (part, of) => {
        const rate = rateOf(part, of);
        if (rate?.kind === 'rate') expect(rate.of).toBeGreaterThanOrEqual(leastForRate);
        if (rate) expect(rate.part).toBeLessThanOrEqual(rate.of);
      }),
    );
  });
});

test('the chain counts what came of it, and rates each step by the one before', () => {
  const total = {
    ...none,
    shares: 4,
    visits: 200,
    inquiries: 30,
    people: 12,
    nothing: 6,
    conversation: 3,
    collaboration: 1,
    agreed: 2,
  };
  expect(chainOf(total)).toEqual([
    { name: 'shares', count: 4, rate: null },
    { name: 'visits', count: 200, rate: null },
    { name: 'inquiries', count: 30, rate: { kind: 'rate', part: 30, of: 200 } },
    { name: 'outcomes', count: 6, rate: { kind: 'rate', part: 6, of: 30 } },
    { name: 'income', count: 2, rate: { kind: 'few', part: 2, of: 6 } },
  ]);
});

describe('which draws most', () => {
  const line = (key: string | null, people: number, visits = 0): Line => ({
    ...none,
    key,
    people,
    visits,
  });

  test('needs five people who came by any, and two ahead of the next', () => {
    expect(drawOf([line('x', 4)])).toBeNull();
    expect(drawOf([line('x', 4), line('line', 1)])).toEqual({
      key: 'x',
      by: 'people',
      count: 4,
      of: 5,
    });
    expect(drawOf([line('x', 3), line('line', 2)])).toBeNull();
    expect(drawOf([line('line', 5)])?.of).toBe(5);
  });

  test('who came by none of them is not drawn by any', () => {
    expect(drawOf([line(null, 50, 5_000)])).toBeNull();
    expect(drawOf([line(null, 50), line('x', 5)])).toMatchObject({ key: 'x', of: 5 });
  });

  test('visits speak where people are too few: a hundred, and a fifth ahead', () => {
    expect(drawOf([line('x', 0, 99)])).toBeNull();
    expect(drawOf([line('x', 0, 60), line('line', 1, 40)])).toMatchObject({
      key: 'x',
      by: 'visits',
      count: 60,
      of: 100,
    });
    expect(drawOf([line('x', 0, 59), line('line', 0, 50)])).toBeNull();
  });

  test('no other line has as many', () => {
    const lines = fc.array(fc.tuple(fc.nat(9), fc.nat(200)), { maxLength: 6 });
    fc.assert(
      fc.property(lines, (some) => {
        const all = some.map(([people, visits], i) => line(`n${i}`, people, visits));
        const draw = drawOf(all);
        if (!draw) return;
        const others = all.filter(({ key }) => key !== draw.key);
        expect(others.every((one) => one[draw.by] < draw.count)).toBe(true);
        expect(draw.of).toBe(all.reduce((sum, one) => sum + one[draw.by], 0));
      }),
    );
  });
});
