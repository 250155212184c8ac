import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { limits } from './limits';
import {
  type Currency,
  currencies,
  exponentOf,
  formatAmount,
  formatAmountBrief,
  formatAmountShort,
  parseAmount,
  writeAmount,
} from './money';

const jpy = (minor: bigint) => ({ minor, currency: 'JPY' as const });

describe('parseAmount', () => {
  test.each([
    ['300000', 'JPY', 300_000n],
    ['300,000', 'JPY', 300_000n],
    ['30万', 'JPY', 300_000n],
    ['30万円', 'JPY', 300_000n],
    ['3.5万', 'JPY', 35_000n],
    ['1万2千', 'JPY', 12_000n],
    ['1億2,000万円', 'JPY', 120_000_000n],
    ['¥300,000', 'JPY', 300_000n],
    ['￥３００，０００', 'JPY', 300_000n],
    ['３０万', 'JPY', 300_000n],
    ['300 000', 'JPY', 300_000n],
    ['JPY 300000', 'JPY', 300_000n],
    ['300k', 'JPY', 300_000n],
    ['300,000 KRW', 'KRW', 300_000n],
    ['100 MXN', 'MXN', 10_000n],
    ['1', 'JPY', 1n],
    ['0', 'JPY', 0n],
    ['300.00', 'JPY', 300n],
    ['1,234.56', 'USD', 123_456n],
    ['$1.5k', 'USD', 150_000n],
    ['12.345', 'KWD', 12_345n],
    ['999999999999', 'JPY', 999_999_999_999n],
  ] as const)('%s in %s', (typed, currency, minor) => {
    expect(parseAmount(typed, currency)).toEqual({ ok: true, value: minor });
  });

  test.each([
    ['', 'JPY', 'amount-unclear'],
    ['abc', 'JPY', 'amount-unclear'],
    ['1,23,456', 'JPY', 'amount-unclear'],
    ['1.2.3', 'USD', 'amount-unclear'],
    ['3万2億', 'JPY', 'amount-unclear'],
    ['5万5万', 'JPY', 'amount-unclear'],
    ['1e9', 'JPY', 'amount-unclear'],
    ['0x10', 'JPY', 'amount-unclear'],
    ['<script>', 'JPY', 'amount-unclear'],
    ['万', 'JPY', 'amount-unclear'],
    ['-300', 'JPY', 'amount-negative'],
    ['−300', 'JPY', 'amount-negative'],
    ['▲300', 'JPY', 'amount-negative'],
    ['300.5', 'JPY', 'amount-too-fine'],
    ['1.2345', 'USD', 'amount-too-fine'],
    ['300.000', 'JPY', 'amount-ambiguous'],
    ['1.234', 'USD', 'amount-ambiguous'],
    ['$300', 'JPY', 'amount-other-currency'],
    ['300円', 'USD', 'amount-other-currency'],
    ['USD 300', 'JPY', 'amount-other-currency'],
    ['1000000000000', 'JPY', 'amount-too-large'],
    ['9007199254740993', 'JPY', 'amount-too-large'],
    ['9'.repeat(5_000), 'JPY', 'amount-too-large'],
  ] as const)('refuses %s in %s', (typed, currency, reason) => {
    expect(parseAmount(typed, currency)).toEqual({ ok: false, reason });
  });

  test('a fraction without end is refused at once', () => {
    const start = performance.now();
    const typed = `1.${'0'.repeat(90_000)}1`;
    expect(parseAmount(typed, 'USD')).toEqual({ ok: false, reason: 'amount-too-fine' });
    expect(performance.now() - start).toBeLessThan(500);
  });

  test('reads back what it writes, in every currency', () => {
    fc.assert(
      fc.property(
        fc.bigInt(0n, 999_999_999_999n),
        fc.constantFrom(...currencies),
        (minor, currency) => {
          expect(parseAmount(writeAmount({ minor, currency }), currency)).toEqual({
            ok: true,
            value: minor,
          });
        },
      ),
    );
  });

  test('places are kept with 0, 2 and 3 of them, with commas and in full width', () => {
    fc.assert(
      fc.property(
        fc.bigInt(0n, 999_999_999_999n),
        fc.constantFrom(['JPY', 0] as const, ['USD', 2] as const, ['KWD', 3] as const),
        (minor, [currency, places]) => {
          const written = writeAmount({ minor, currency });
          const [whole = '', fraction = ''] = written.split('.');
          expect(fraction).toHaveLength(places);
          expect(BigInt(whole) * 10n ** BigInt(places) + BigInt(`0${fraction}`)).toBe(minor);
          const commas = `${BigInt(whole).toLocaleString('en')}${fraction && `.${fraction}`}`;
          const wide = written.replace(
            /\d/g,
            (digit) => '０１２３４５６７８９'[Number(digit)] ?? '',
          );
          for (const typed of [commas, wide, `${currency} ${written}`]) {
            expect(parseAmount(typed, currency)).toEqual({ ok: true, value: minor });
          }
          if (places === 3) return;
          const finer = `${written}${places === 0 ? '.' : ''}05`;
          expect(parseAmount(finer, currency)).toEqual({ ok: false, reason: 'amount-too-fine' });
        },
      ),
    );
  });

  test('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        parseAmount(typed, 'JPY');
      }),
    );
  });
});

test('places follow ISO 4217', () => {
  const places = (currency: Currency) => exponentOf(currency);
  expect([places('JPY'), places('USD'), places('KWD'), places('KRW')]).toEqual([0, 2, 3, 0]);
});

describe('formatting', () => {
  test('exact', () => {
    expect(formatAmount(jpy(300_000n), 'ja')).toBe('300,000円');
    expect(formatAmount(jpy(300_000n), 'en')).toBe('¥300,000');
    expect(formatAmount({ minor: 123_456n, currency: 'USD' }, 'en')).toBe('$1,234.56');
    expect(formatAmount({ minor: 120_000n, currency: 'USD' }, 'en')).toBe('$1,200');
  });

  test('keeps every digit beyond 2^53', () => {
    expect(formatAmount(jpy(9_007_199_254_740_993n), 'en')).toBe('¥9,007,199,254,740,993');
  });

  test('short is never more than there is', () => {
    expect(formatAmountShort(jpy(207_999n), 'ja')).toBe('20.7万円');
    expect(formatAmountShort(jpy(99_999n), 'en')).toBe('¥99.9K');
    expect(formatAmountShort({ minor: 99_999n, currency: 'USD' }, 'en')).toBe('$999');
  });

  test('short', () => {
    expect(formatAmountShort(jpy(300_000n), 'ja')).toBe('30万円');
    expect(formatAmountShort(jpy(305_000n), 'ja')).toBe('30.5万円');
    expect(formatAmountShort(jpy(9_800n), 'ja')).toBe('9,800円');
    expect(formatAmountShort(jpy(300_000n), 'en')).toBe('¥300K');
    expect(formatAmountShort({ minor: 123_456n, currency: 'USD' }, 'en')).toBe('$1.2K');
    expect(formatAmountShort({ minor: 51_350n, currency: 'USD' }, 'en')).toBe('$513');
    expect(formatAmountShort({ minor: 513_050n, currency: 'USD' }, 'ja')).toBe('$5,130');
    expect(formatAmountShort({ minor: 2_650_000n, currency: 'USD' }, 'ja')).toBe('$2.6万');
  });

  test('as short as it gets without losing anything', () => {
    expect(formatAmountBrief(jpy(300_000n), 'ja')).toBe('30万円');
    expect(formatAmountBrief(jpy(305_000n), 'ja')).toBe('30.5万円');
    expect(formatAmountBrief(jpy(12_345n), 'ja')).toBe('12,345円');
    expect(formatAmountBrief(jpy(1_500n), 'en')).toBe('¥1.5K');
    expect(formatAmountBrief(jpy(12_345n), 'en')).toBe('¥12,345');
    expect(formatAmountBrief({ minor: 100n, currency: 'USD' }, 'en')).toBe('$1');
    expect(formatAmountBrief({ minor: 150n, currency: 'USD' }, 'en')).toBe('$1.50');
    expect(formatAmountBrief({ minor: 125_000n, currency: 'USD' }, 'en')).toBe('$1,250');
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: limits.amountMinor }), fc.nat(11), (minor, zeros) => {
        const cut = minor - (minor % 10n ** BigInt(zeros)) || 1n;
        for (const one of [minor, cut]) {
          expect(parseAmount(formatAmountBrief(jpy(one), 'ja'), 'JPY')).toEqual({
            ok: true,
            value: one,
          });
        }
      }),
    );
  });
});
