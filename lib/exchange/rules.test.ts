import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Day, Month } from '../calendar';
import { type Currency, exponentOf } from '../money';
import { convert, convertedTotal, formatRate, parseRate, type Rate, writeRate } from './rules';

const billion = 1_000_000_000n;

function rate(currency: Currency, day: Day, typed: string, base: Currency = 'JPY'): Rate {
  const parsed = parseRate(typed);
  if (!parsed.ok) throw new Error(parsed.reason);
  return { currency, base, day, nanos: parsed.value };
}

describe('a rate as it is typed', () => {
  test.each([
    ['151.2', 151_200_000_000n],
    ['0.0066', 6_600_000n],
    ['0.000000001', 1n],
    [' １５１．２ ', 151_200_000_000n],
    ['1,300', 1_300n * billion],
    ['1', billion],
    ['0151.20', 151_200_000_000n],
    ['999999.999999999', 999_999_999_999_999n],
  ])('%s is read', (typed, nanos) => {
    expect(parseRate(typed)).toEqual({ ok: true, value: nanos });
  });

  test.each([
    ['0', 'rate-zero'],
    ['0.000', 'rate-zero'],
    ['-151.2', 'rate-negative'],
    ['−1', 'rate-negative'],
    ['1000000', 'rate-too-large'],
    ['9'.repeat(500), 'rate-too-large'],
    ['0.0000000001', 'rate-too-fine'],
    ['151.2円', 'rate-unclear'],
    ['151,2', 'rate-unclear'],
    ['1.5.1', 'rate-unclear'],
    ['1e3', 'rate-unclear'],
    ['0x10', 'rate-unclear'],
    ['NaN', 'rate-unclear'],
    ['.5', 'rate-unclear'],
    ['', 'rate-unclear'],
  ])('%s is refused: %s', (typed, reason) => {
    expect(parseRate(typed)).toEqual({ ok: false, reason });
  });

  test('written, it is read as the same again', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 999_999_999_999_999n }), (nanos) => {
        expect(parseRate(writeRate(nanos))).toEqual({ ok: true, value: nanos });
      }),
    );
    expect([151_200_000_000n, 1_000n * billion, 1n].map(writeRate)).toEqual([
      '151.2',
      '1000',
      '0.000000001',
    ]);
    expect(formatRate(1_300n * billion, 'en')).toBe('1,300');
    expect(formatRate(123_456_123_456_789n, 'ja')).toBe('123,456.123456789');
  });
});

describe('converting', () => {
  const to = (minor: bigint, currency: Currency, base: Currency, rates: Rate[], month: Month) =>
    convert({ minor, currency }, base, rates, month);

  test.each([
    ['USD', 'JPY', 12_345n, '151.2', 18_666n],
    ['JPY', 'USD', 18_666n, '0.0066', 12_320n],
    ['KWD', 'JPY', 1_234n, '490.25', 605n],
    ['JPY', 'KWD', 10_000n, '0.00203', 20_300n],
    ['KWD', 'USD', 1_000n, '3.2567', 326n],
    ['USD', 'KWD', 5n, '0.3', 15n],
  ] as const)('%s to %s keeps the decimals of both', (currency, base, minor, typed, expected) => {
    const one = rate(currency, '2026-01-01', typed, base);
    expect(to(minor, currency, base, [one], '2026-08')).toEqual({ minor: expected, rate: one });
  });

  test('rounds half away from zero, both ways', () => {
    const half = [rate('USD', '2026-01-01', '0.5', 'EUR')];
    const minor = (cents: bigint) => to(cents, 'USD', 'EUR', half, '2026-08')?.minor;
    expect([1n, 2n, 3n, -1n, -3n, 0n].map(minor)).toEqual([1n, 1n, 2n, -1n, -2n, 0n]);
  });

  test('takes the latest rate up to the end of the month, else the earliest after it', () => {
    const rates = [
      rate('USD', '2026-03-31', '140'),
      rate('USD', '2026-04-01', '145'),
      rate('USD', '2026-06-15', '150'),
    ];
    const day = (month: Month) => to(100n, 'USD', 'JPY', rates, month)?.rate?.day;
    expect((['2026-03', '2026-04', '2026-05', '2026-06', '2027-01'] as Month[]).map(day)).toEqual([
      '2026-03-31',
      '2026-04-01',
      '2026-04-01',
      '2026-06-15',
      '2026-06-15',
    ]);
    expect(day('2025-12')).toBe('2026-03-31');
  });

  test('knows no other way: neither the rate of another currency nor the inverse one', () => {
    const rates = [rate('EUR', '2026-01-01', '160'), rate('JPY', '2026-01-01', '0.0066', 'USD')];
    expect(to(100n, 'USD', 'JPY', rates, '2026-08')).toBeNull();
  });

  const currency = fc.constantFrom<Currency>('JPY', 'USD', 'KWD', 'KRW', 'BHD');
  const minor = fc.bigInt({ min: -999_999_999_999n, max: 999_999_999_999n });
  const month = fc.constantFrom<Month>('2025-12', '2026-02', '2026-12');
  const someRates = fc.uniqueArray(
    fc.record({
      currency,
      base: currency,
      day: fc.constantFrom<Day>('2025-12-31', '2026-01-01', '2026-02-28', '2026-03-01'),
      nanos: fc.bigInt({ min: 1n, max: 999_999_999_999_999n }),
    }),
    { selector: (one) => `${one.currency} ${one.base} ${one.day}`, maxLength: 60 },
  );

  test('the same currency stays as it is, whatever the rates say', () => {
    fc.assert(
      fc.property(minor, currency, someRates, month, (amount, own, rates, when) => {
        expect(to(amount, own, own, rates, when)).toEqual({ minor: amount, rate: null });
      }),
    );
  });

  test('the order of the rates does not matter', () => {
    fc.assert(
      fc.property(minor, currency, currency, someRates, month, (amount, own, base, rates, when) => {
        const there = to(amount, own, base, rates, when);
        expect(to(amount, own, base, [...rates].reverse(), when)).toEqual(there);
      }),
    );
  });

  test('more is never less, the other way round is the opposite, and it is off by half at most', () => {
    const amounts = fc.tuple(minor, minor);
    fc.assert(
      fc.property(amounts, currency, currency, someRates, ([a, b], own, base, rates) => {
        const [one, other] = [a, b].map((sum) => to(sum, own, base, rates, '2026-02'));
        if (!one || !other) return;
        if (a <= b) expect(one.minor <= other.minor).toBe(true);
        expect(to(-a, own, base, rates, '2026-02')?.minor).toBe(-one.minor);
        if (!one.rate) return;
        const scale = 10n ** BigInt(exponentOf(own)) * billion;
        const exact = a * one.rate.nanos * 10n ** BigInt(exponentOf(base));
        const off = 2n * (one.minor * scale - exact);
        expect(off <= scale && off >= -scale).toBe(true);
      }),
    );
  });
});

describe('a converted total', () => {
  const usd = [rate('USD', '2026-02-01', '150'), rate('USD', '2026-05-01', '160')];
  const sums = [
    { currency: 'JPY', minor: 1_000n, month: '2026-01' },
    { currency: 'USD', minor: 1_000n, month: '2026-01' },
    { currency: 'USD', minor: 500n, month: '2026-02' },
    { currency: 'USD', minor: -100n, month: '2026-06' },
    { currency: 'EUR', minor: 1n, month: '2026-06' },
  ] as const;

  test('adds what can be converted, and says by which rates and what is missing', () => {
    expect(convertedTotal(sums, 'JPY', usd)).toEqual({
      minor: 1_000n + 1_500n + 750n - 160n,
      used: [
        { rate: usd[1], months: 1, monthsBefore: 0 },
        { rate: usd[0], months: 2, monthsBefore: 1 },
      ],
      missing: ['EUR'],
    });
  });

  test('rounds a month once, however many streams it is the sum of', () => {
    const third = [rate('JPY', '2026-01-01', '0.003', 'USD')];
    const yen = (minor: bigint) => ({ currency: 'JPY', minor, month: '2026-01' }) as const;
    expect(convertedTotal([yen(1n), yen(1n), yen(1n)], 'USD', third).minor).toBe(1n);
    expect(convertedTotal([yen(3n)], 'USD', third).minor).toBe(1n);
  });

  test('of nothing is nothing', () => {
    expect(convertedTotal([], 'JPY', usd)).toEqual({ minor: 0n, used: [], missing: [] });
  });
});
