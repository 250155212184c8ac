import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { limits } from '../limits';
import { currencies, writeAmount } from '../money';
import { rungsOf } from './rules';
import { crossingForm, parseRungs, rungsForm, writeRungs } from './schema';

const value = (...rungs: bigint[]) => ({ ok: true, value: rungs });
const reason = (is: string) => ({ ok: false, reason: is });

describe('rungs as people type them', () => {
  test.each([
    ['5000', [5_000n]],
    ['1\n10000\n30000', [1n, 10_000n, 30_000n]],
    ['1円\r\n１万円\r\n3万円\r\n\r\n', [1n, 10_000n, 30_000n]],
    ['1万、3万、5万', [10_000n, 30_000n, 50_000n]],
    ['1万,3万,5万', [10_000n, 30_000n, 50_000n]],
    ['10,000, 30,000, 50,000', [10_000n, 30_000n, 50_000n]],
    ['10,000\n30,000', [10_000n, 30_000n]],
    ['1, 100, 300, 500', [1n, 100n, 300n, 500n]],
    ['30，50，8000', [30n, 50n, 8_000n]],
    ['１０，０００；３０，０００', [10_000n, 30_000n]],
    ['10,000', [10_000n]],
    ['1,000,000', [1_000_000n]],
    ['¥10,000; ¥30,000', [10_000n, 30_000n]],
    [' 5万 , 1万 ,', [10_000n, 50_000n]],
    ['100,3000', [100n, 3_000n]],
    ['¥1,¥10,000', [1n, 10_000n]],
    ['3万\n30000\n30,000円\n1万', [10_000n, 30_000n]],
  ])('%j', (typed, rungs) => {
    expect(parseRungs(typed, 'JPY')).toEqual(value(...rungs));
  });

  test('are read in the places of their currency', () => {
    expect(parseRungs('$1\n$1,234.56', 'USD')).toEqual(value(100n, 123_456n));
    expect(parseRungs('1.5\n20', 'KWD')).toEqual(value(1_500n, 20_000n));
  });

  test.each([
    ['', 'required'],
    [' \n , 、', 'required'],
    ['0\n100', 'amount-zero'],
    ['-5', 'amount-negative'],
    ['1.5', 'amount-too-fine'],
    ['$5', 'amount-other-currency'],
    ['many', 'amount-unclear'],
    ['1000000000000', 'amount-too-large'],
    // One amount or three?
    ['100,300,500', 'rungs-ambiguous'],
    ['1,500', 'rungs-ambiguous'],
    ['1,100,3000', 'rungs-ambiguous'],
    ['1 100 300', 'rungs-ambiguous'],
    ['100,300,5001\n10,000', 'rungs-ambiguous'],
    ['1,0000,000\n5', 'rungs-ambiguous'],
    [Array.from({ length: limits.rungs + 1 }, (_, i) => i + 1).join('\n'), 'too-many-rungs'],
  ])('%j is refused', (typed, why) => {
    expect(parseRungs(typed, 'JPY')).toEqual(reason(why));
  });

  test('as many as there may be, however often each is said', () => {
    const most = Array.from({ length: limits.rungs }, (_, i) => String(i + 1));
    expect(parseRungs([...most, ...most].join('\n'), 'JPY')).toMatchObject({ ok: true });
  });

  test.each(currencies)('the usual ladder of %s is read back as the form shows it', (currency) => {
    const shown = rungsOf(currency).map((minor) => writeAmount({ minor, currency }));
    for (const between of ['\n', ', ', '、', ';']) {
      expect(parseRungs(shown.join(between), currency)).toEqual(value(...rungsOf(currency)));
    }
  });

  test('whatever is typed, what comes of it ascends and may be stored', () => {
    const signs = fc.constantFrom(...'0123456789,、\n .万¥;，'.split(''), '\r\n', ', ');
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 30 }), (typed) => {
        const read = parseRungs(typed.join(''), 'JPY');
        if (!read.ok) return;
        expect(read.value.length).toBeGreaterThan(0);
        expect(read.value.length).toBeLessThanOrEqual(limits.rungs);
        for (const [i, rung] of read.value.entries()) {
          expect(rung).toBeGreaterThan(read.value[i - 1] ?? 0n);
          expect(rung).toBeLessThanOrEqual(limits.amountMinor);
        }
      }),
    );
  });

  test('what the form shows is read back', () => {
    expect(writeRungs([1n, 10_000n], 'JPY')).toBe('1\n10,000');
    expect(writeRungs([150n, 123_400n], 'USD')).toBe('1.50\n1,234');
    expect(writeRungs([1_500n], 'JPY')).toBe('1500');
    const rungs = fc.uniqueArray(fc.bigInt({ min: 1n, max: limits.amountMinor }), {
      minLength: 1,
      maxLength: limits.rungs,
    });
    fc.assert(
      fc.property(rungs, fc.constantFrom(...currencies), (list, currency) => {
        const sorted = [...list].sort((a, b) => (a < b ? -1 : 1));
        expect(parseRungs(writeRungs(sorted, currency), currency)).toEqual(value(...sorted));
      }),
    );
  });

  test('amounts with thousands grouped, one a line, are those amounts', () => {
    const amounts = fc.uniqueArray(fc.bigInt({ min: 1n, max: limits.amountMinor }), {
      minLength: 2,
      maxLength: limits.rungs,
    });
    fc.assert(
      fc.property(amounts, fc.constantFrom('\n', ', ', '、'), (list, between) => {
        const typed = list.map((minor) => minor.toLocaleString('en')).join(between);
        const sorted = [...list].sort((a, b) => (a < b ? -1 : 1));
        expect(parseRungs(typed, 'JPY')).toEqual(value(...sorted));
      }),
    );
  });
});

describe('the forms', () => {
  test('a version is that of one’s own ladder, and empty for the usual one', () => {
    const form = { currency: 'JPY', rungs: '5,000\n1万' };
    expect(rungsForm.parse({ ...form, version: '' })).toEqual({
      currency: 'JPY',
      version: null,
      rungs: [5_000n, 10_000n],
    });
    expect(rungsForm.parse({ ...form, version: '3' }).version).toBe(3);
    for (const version of ['0', '-1', 'x', '9999999999']) {
      expect(rungsForm.safeParse({ ...form, version }).success).toBe(false);
    }
  });

  test('what is wrong with the rungs is said beside them', () => {
    const issues = (rungs: string) =>
      rungsForm
        .safeParse({ currency: 'JPY', version: '', rungs })
        .error?.issues.map(({ path, message }) => [path[0], message]);
    expect(issues('0')).toEqual([['rungs', 'amount-zero']]);
    expect(issues('1'.repeat(2_001))).toEqual([['rungs', 'too-long']]);
  });

  test('a crossing names a rung in minor units and nothing else', () => {
    const form = { currency: 'JPY', from: 'ladder', rung: '30000' };
    expect(crossingForm.parse(form).rung).toBe(30_000n);
    for (const rung of ['0', '-1', '1.5', '1000000000000', '', '0x10', '３']) {
      expect(crossingForm.safeParse({ ...form, rung }).success).toBe(false);
    }
    expect(crossingForm.safeParse({ ...form, from: 'https://a.example' }).success).toBe(false);
    expect(crossingForm.safeParse({ ...form, currency: 'XXX' }).success).toBe(false);
  });
});
