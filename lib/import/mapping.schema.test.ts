import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kinds } from '../milestone/rules';
import { currencies } from '../money';
import { applyForm, fieldsOf, type Mapping, oneImport, readMapping } from './mapping.schema';
import { importFields } from './names.rules';

const guess: Mapping = {
  heading: 0,
  columns: { date: 0, amount: 2 },
  everyKind: 'income',
  everyCurrency: 'JPY',
  everyStream: '',
  language: 'ja',
  numbers: null,
  dates: null,
  keepsDuplicates: false,
};
const upload = '019f0000-0000-7000-8000-000000000000';

const mapping = fc.record({
  heading: fc.option(fc.nat(9)),
  columns: fc
    .array(fc.tuple(fc.constantFrom(...importFields), fc.nat(49)))
    .map((pairs) => Object.fromEntries(pairs)),
  everyKind: fc.constantFrom(...kinds),
  everyCurrency: fc.constantFrom(...currencies),
  everyStream: fc.constantFrom('', 'ブログ', 'a & b'),
  language: fc.constantFrom('ja', 'en'),
  numbers: fc.option(fc.constantFrom('point', 'comma')),
  dates: fc.option(fc.constantFrom('mdy', 'dmy')),
  keepsDuplicates: fc.boolean(),
}) as fc.Arbitrary<Mapping>;

test('what was chosen is kept, in the address and by the button', () => {
  fc.assert(
    fc.property(mapping, (chosen) => {
      expect(readMapping(fieldsOf(chosen), guess)).toEqual(chosen);
      const sent = applyForm.parse({ ...fieldsOf(chosen), upload });
      expect(sent).toEqual({ upload, mapping: chosen });
    }),
  );
});

test('an address that says nothing is as it was guessed', () => {
  expect(readMapping({}, guess)).toEqual(guess);
  expect(readMapping({ other: 'x' }, guess)).toEqual(guess);
});

test('a column that was taken away stays away, and an empty box is not ticked', () => {
  const { amount: _, duplicates: __, ...rest } = fieldsOf({ ...guess, keepsDuplicates: true });
  expect(readMapping({ ...rest, amount: '' }, guess).columns).toEqual({ date: 0 });
  expect(readMapping(rest, { ...guess, keepsDuplicates: true }).keepsDuplicates).toBe(false);
});

test.each([
  { date: '50' },
  { date: '-1' },
  { date: 'x' },
  { heading: '10' },
  { everyKind: 'foo' },
  { everyCurrency: '__proto__' },
  { language: 'fr' },
  { numbers: 'both' },
  { dates: ['mdy', 'dmy'] },
])('what makes no sense is as it was guessed: %j', (wrong) => {
  expect(readMapping({ ...fieldsOf(guess), ...wrong }, guess)).toEqual(guess);
});

test.each([
  { date: '50' },
  { heading: '' },
  { everyKind: 'foo' },
  { upload: 'x' },
  { visibility: 'public' },
])('by the button it is refused: %j', (wrong) => {
  expect(applyForm.safeParse({ ...fieldsOf(guess), upload, ...wrong }).success).toBe(false);
});

test('a past import is named by its id and nothing else', () => {
  expect(oneImport.safeParse({ id: upload }).success).toBe(true);
  expect(oneImport.safeParse({ id: upload, owner: 'x' }).success).toBe(false);
  expect(oneImport.safeParse({ id: '../x' }).success).toBe(false);
});
