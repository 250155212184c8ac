import { expect, test } from 'vitest';
import { locales } from '@/lib/locale';
import { releaseMail, suspensionMail } from './operator';

const origin = 'https://jisseki.example';
const addressee = (locale: 'ja' | 'en') => ({
  email: 'hana@example.com',
  locale,
  zone: 'Asia/Tokyo',
});

test.each(locales)('a suspension is told in the operator’s words, in %s', (locale) => {
  const words = 'It names others.\n<b>Jisseki: sign in</b>';
  const { text, html, recipient, replyTo, unsubscribe } = suspensionMail(
    addressee(locale),
    words,
    origin,
  );
  expect([recipient, replyTo, unsubscribe]).toEqual(['hana@example.com', null, null]);
  // Quoted, so that nothing in them passes for our own words.
  expect(text).toContain('> It names others.\n> <b>Jisseki: sign in</b>');
  expect(html).not.toContain('<b>');
  for (const body of [text, html]) expect(body).toContain(`${origin}/record`);
});

test.each(locales)('a release says that it is not published by that, in %s', (locale) => {
  const { text } = releaseMail(addressee(locale), origin);
  expect(text).toMatch(
    /is not public until you publish it|公開するまで、記録はほかの人には見えません/,
  );
  expect(text).toContain(`${origin}/record`);
});

test('suspended again, an owner is told again', () => {
  const occasions = [1, 2].map(() => suspensionMail(addressee('en'), 'x', origin).occasion);
  expect(new Set(occasions).size).toBe(2);
});
