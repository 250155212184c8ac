import { expect, test } from 'vitest';
import { untranslatedIn } from './_seen.view';

test('a language is missing where a text exists in the other one alone', () => {
  const [both, neither] = [
    { ja: '題', en: 'Title' },
    { ja: null, en: null },
  ];
  expect(untranslatedIn(both, neither)).toEqual([]);
  expect(untranslatedIn(both, { ja: '題', en: null })).toEqual(['en']);
  expect(untranslatedIn({ ja: null, en: 'x' }, neither)).toEqual(['ja']);
  expect(untranslatedIn({ ja: null, en: 'x' }, { ja: '題', en: null })).toEqual(['ja', 'en']);
});
