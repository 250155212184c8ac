import fc from 'fast-check';
import { cleanBlock, cleanLine } from '../text';

/** Signs that something on the way might take for something else. */
const signs = [
  ...`aZ 09あア漢字é"'\\,;:=+-@{}[]|%_`,
  '👨‍👩‍👧',
  '🇯🇵',
  '＝',
  'が',
  '𠮷',
  '\\N',
  '\\n',
];
const odd = ['=1+1', '-1', '\\N', '\\.', '"a","b"', '{"a":1},', '__proto__', 'null', '💸'];

/** One line of at most `most` graphemes, often as long as it may be. */
export function line(most: number): fc.Arbitrary<string> {
  const short = fc.string({ unit: of(...signs), minLength: 1, maxLength: Math.min(most, 12) });
  return fc
    .oneof(
      { weight: 6, arbitrary: short },
      { weight: 2, arbitrary: of(...odd) },
      { weight: 1, arbitrary: of('長', 'é', '=').map((sign) => sign.repeat(most)) },
    )
    .map(cleanLine)
    .filter((text) => text !== '');
}

/** Several lines of at most `most` graphemes. */
export function block(most: number): fc.Arbitrary<string> {
  const short = fc.string({ unit: of(...signs, '\n', '\n\n'), minLength: 1, maxLength: 30 });
  return fc
    .oneof(
      { weight: 6, arbitrary: short },
      { weight: 1, arbitrary: fc.constant(`${'長い話'.repeat(most)}`.slice(0, most)) },
    )
    .map(cleanBlock)
    .filter((text) => text !== '');
}

/** One of `values`; of none nothing can be made, and whoever asks for it does not use it. */
export function of<T>(...values: readonly T[]): fc.Arbitrary<T> {
  return values.length > 0 ? fc.constantFrom(...values) : fc.constant(undefined as T);
}

/** A value, or none: then the row leaves it out. */
export function opt<T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(value, { nil: undefined });
}

export const id = fc.uuid({ version: 7 });
export const flag = fc.boolean();
export const locale = of('ja', 'en');

const moment = fc.date({
  min: new Date('2019-01-01'),
  max: new Date('2026-11-29'),
  noInvalidDate: true,
});

export const instant = moment.map((at) => at.toISOString());

/** A day as exactly as it is known. */
export function when(precision: 'day' | 'month' | 'year'): fc.Arbitrary<string> {
  const rest = { day: '', month: '-01', year: '-01-01' }[precision];
  return moment.map((at) => at.toISOString().slice(0, 10 - rest.length) + rest);
}

/** Minor units or a count, from `least` to the most there may be. */
export function minor(least: bigint): fc.Arbitrary<string> {
  return fc.oneof(
    fc.bigInt({ min: least, max: 999_999_999_999n }).map(String),
    of(least, 999_999_999_999n).map(String),
  );
}

/** At most `most` values, each under an id of its own. */
export function many<T>(most: number, value: fc.Arbitrary<T>): fc.Arbitrary<[string, T][]> {
  return fc.uniqueArray(fc.tuple(id, value), { maxLength: most, selector: ([known]) => known });
}
