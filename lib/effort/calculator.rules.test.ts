import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calculate, calculatorLimits, daysAYear, earnedIn, example } from './calculator.rules';

describe('people × messages × minutes', () => {
  test('the article’s own figures stand there until others are typed: five hours a day', () => {
    expect(calculate({ months: '24' })).toEqual({
      values: { people: '30', messages: '10', minutes: '1' },
      errors: {},
      perDay: 300,
    });
    expect(daysAYear(300)).toBe(76);
    expect(earnedIn(300, 2_000n)).toBe(10_000n);
  });

  test.each([
    [{ people: '３０', messages: '1,0', minutes: '0.5' }, 150],
    [{ people: '3', messages: '1', minutes: '0.01' }, 0],
    [{ people: '10000', messages: '1000', minutes: '600' }, 6_000_000_000],
  ])('%j', (search, perDay) => expect(calculate(search).perDay).toBe(perDay));

  test.each([
    [{ people: '' }, 'required'],
    [{ people: '0' }, 'sum-zero'],
    [{ people: '-3' }, 'count-unclear'],
    [{ people: '1.5' }, 'count-unclear'],
    [{ people: '1e9' }, 'count-unclear'],
    [{ people: 'NaN' }, 'count-unclear'],
    [{ people: '10001' }, 'sum-too-large'],
    [{ people: '9'.repeat(99) }, 'count-unclear'],
    [{ people: `1${'\u0301'.repeat(5_000)}` }, 'count-unclear'],
    [{ people: ['30', '40'] }, 'required'],
  ])('%j is refused and stays as typed', (wrong, reason) => {
    const sum = calculate({ ...example, ...wrong });
    expect(sum.errors).toEqual({ people: reason });
    expect(sum.perDay).toBeNull();
    expect(sum.values.messages).toBe('10');
  });

  test('any figures within the limits multiply, whatever the order', () => {
    const upTo = (most: number) => fc.integer({ min: 1, max: most });
    const { people, messages, minutes } = calculatorLimits;
    fc.assert(
      fc.property(upTo(people), upTo(messages), upTo(minutes), (a, b, c) => {
        const search = { minutes: `${c}`, messages: `${b}`, people: `${a}` };
        expect(calculate(search).perDay).toBe(a * b * c);
      }),
    );
  });
});
