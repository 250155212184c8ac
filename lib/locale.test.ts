import { expect, test } from 'vitest';
import { inLocale, negotiateLocale } from './locale';

test.each([
  ['ja,en-US;q=0.9', 'ja'],
  ['en-GB,ja;q=0.8', 'en'],
  ['en;q=0.2, ja-JP;q=0.7', 'ja'],
  ['fr, de;q=0.5', 'en'],
  ['ja;q=0', 'en'],
  ['', 'en'],
  [null, 'en'],
  ['*;q=x, \u0000', 'en'],
])('%s asks for %s', (header, locale) => expect(negotiateLocale(header)).toBe(locale));

test('a missing translation falls back', () => {
  expect(inLocale({ ja: '実績', en: null }, 'en')).toBe('実績');
  expect(inLocale({ ja: null, en: null }, 'en')).toBeNull();
});
