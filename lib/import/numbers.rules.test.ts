import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseHours } from '../milestone/rules';
import { currencies, exponentOf, parseAmount, writeAmount } from '../money';
import { count, formToReadBy } from './form.rules';
import { foundNumberForm, type NumberTally, numberFormOf, plainNumber } from './numbers.rules';

const yen = (cell: string) => parseAmount(plainNumber(cell, 'point'), 'JPY');
const dollars = (cell: string, form: 'point' | 'comma' = 'point') =>
  parseAmount(plainNumber(cell, form), 'USD');

describe('amounts as they stand in cells', () => {
  test.each([
    ['12000', 12_000n],
    ['12,000', 12_000n],
    ['¥12,000', 12_000n],
    ['￥12,000-', null],
    // What a yen sign is in Shift_JIS.
    ['\\12,000', 12_000n],
    ['12,000円', 12_000n],
    ['１２，０００円', 12_000n],
    ['12万', 120_000n],
    ['12万円', 120_000n],
    ['1万2,000円', 12_000n],
    ['1.5万', 15_000n],
    ['１２万', 120_000n],
    ['三万円', 30_000n],
    ['十二万三千円', 123_000n],
    [' 12 000 ', 12_000n],
    ['JPY 12,000', 12_000n],
  ])('%j in yen', (cell, minor) => {
    expect(yen(cell)).toEqual(
      minor === null ? expect.objectContaining({ ok: false }) : { ok: true, value: minor },
    );
  });

  test.each([
    ['1,234.56', 'point', 123_456n],
    ['1.234,56', 'comma', 123_456n],
    ['1 234,56', 'comma', 123_456n],
    ['1.234.567', 'comma', 123_456_700n],
    ['1,234,567', 'point', 123_456_700n],
    // The form is known, so these are no riddle.
    ['300.000', 'point', 30_000n],
    ['300.000', 'comma', 30_000_000n],
    ['300,000', 'comma', 30_000n],
    ['300,000', 'point', 30_000_000n],
    ['$1,234', 'point', 123_400n],
    ['12,5', 'comma', 1_250n],
    ['0,5 USD', 'comma', 50n],
    ['$12', 'comma', 1_200n],
  ] as const)('%j with a %s is read', (cell, form, minor) => {
    expect(dollars(cell, form)).toEqual({ ok: true, value: minor });
  });

  test.each([
    ['-500', 'amount-negative'],
    ['(500)', 'amount-negative'],
    ['△500', 'amount-negative'],
    ['▲500', 'amount-negative'],
    ['－５００', 'amount-negative'],
    ['1.234', 'amount-too-fine'],
    ['€500', 'amount-other-currency'],
    ['=1+1', 'amount-unclear'],
    ['1,23', 'amount-unclear'],
    ['0,123', 'amount-unclear'],
    // Two numbers, and no one of both.
    ['500\n600', 'amount-unclear'],
    ['500 60', 'amount-unclear'],
    ['1 234 5', 'amount-unclear'],
    ['1 234\n500', 'amount-unclear'],
    ['n/a', 'amount-unclear'],
    ['1'.repeat(200), 'amount-too-large'],
  ])('%j is refused', (cell, reason) => {
    expect(dollars(cell)).toEqual({ ok: false, reason });
  });

  test('what the app writes itself is read as it is, in the form it is put in', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 999_999_999_999n }),
        fc.constantFrom(...currencies),
        fc.boolean(),
        fc.boolean(),
        (minor, currency, isGrouped, isComma) => {
          const [whole = '', part] = writeAmount({ minor, currency }).split('.');
          const [group, point] = isComma ? ['.', ','] : [',', '.'];
          const grouped = isGrouped ? whole.replace(/\B(?=(\d{3})+$)/g, group) : whole;
          const cell = part === undefined ? grouped : `${grouped}${point}${part}`;
          const form = isComma ? 'comma' : 'point';
          expect(parseAmount(plainNumber(cell, form), currency)).toEqual({
            ok: true,
            value: minor,
          });
          // And it is never taken for the other form where it can only be this one.
          const found = numberFormOf(cell, exponentOf(currency));
          expect([form, 'either', null]).toContain(found);
        },
      ),
    );
  });

  test('anything may stand in a cell', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.boolean(), (cell, isComma) => {
        parseAmount(plainNumber(cell, isComma ? 'comma' : 'point'), 'USD');
        numberFormOf(cell, 2);
      }),
    );
  });
});

test.each(['0.123', '0.50.1', '0.005'])('%j is no group, whatever the form', (cell) => {
  expect(dollars(cell, 'comma')).toEqual({ ok: false, reason: 'amount-unclear' });
});

test.each([
  ['6,5', 'comma', 390],
  ['6.5', 'point', 390],
  ['6:30', 'comma', 390],
  ['６時間３０分', 'point', 390],
] as const)('hours are read in the same form: %s with a %s', (cell, form, minutes) => {
  expect(parseHours(plainNumber(cell, form))).toBe(minutes);
});

describe('the form of numbers', () => {
  test.each([
    ['1,234.56', 2, 'point'],
    ['1.234,56', 2, 'comma'],
    ['1,234,567', 2, 'point'],
    ['1.234.567', 2, 'comma'],
    ['12.5', 2, 'point'],
    ['12,50', 2, 'comma'],
    ['0.123', 2, 'point'],
    ['0,123', 2, 'comma'],
    ['1234.567', 2, 'point'],
    ['1,234', 2, 'either'],
    ['$1.234', 2, 'either'],
    // Yen have no decimals, so this is a group.
    ['1,234', 0, 'point'],
    ['１，２３４円', 0, 'point'],
    ['1.234', 0, 'comma'],
    // But decimals of a unit: 12,340 in one form, and a thousand times that in the other.
    ['1.234万', 0, 'either'],
    ['1.234 億円', 0, 'either'],
    ['1,234万円', 0, 'either'],
    ['1.234K', 0, 'either'],
    ['1.5万', 0, 'point'],
    ['1234', 2, null],
    ['12万', 0, null],
    ['', 2, null],
    ['1,000〜2.000', 2, null],
    ['.', 2, null],
  ] as const)('%j with %d places: %s', (cell, places, form) => {
    expect(numberFormOf(cell, places)).toBe(form);
  });

  const found = (...cells: string[]) => {
    const tally: NumberTally = new Map();
    for (const cell of cells) count(tally, numberFormOf(cell, 2));
    return foundNumberForm(tally);
  };

  test('is one for the whole file, and where it is open its owner has to say', () => {
    expect(found('1', '500')).toBe('none');
    expect(found('1,234', '12.50')).toBe('point');
    expect(found('1,234', '12,50')).toBe('comma');
    expect(found('1,234', '5,678')).toBe('open');
    expect(found('1.234,5', '1,234.5')).toBe('mixed');
    expect(formToReadBy(null, 'none', 'point')).toBe('point');
    expect(formToReadBy(null, 'comma', 'point')).toBe('comma');
    expect(formToReadBy(null, 'open', 'point')).toBeNull();
    expect(formToReadBy(null, 'mixed', 'point')).toBeNull();
    expect(formToReadBy('comma', 'point', 'point')).toBe('comma');
  });
});
