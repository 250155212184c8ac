import { dictionary } from '@zxcvbn-ts/language-common';
import { expect, test } from 'vitest';
import { isPersonal, passwordTrouble } from './rules';

test.each([
  '123456789012',
  '012345678901',
  '098765432109',
  'aaaaaaaaaaaa',
  'abababababab',
  'abcabcabcabc',
  'abcdefghijkl',
  'qwertyuiop12',
  'qwertyuiopasdfghjkl',
  '1qaz2wsx3edc',
  '1q2w3e4r5t6y',
  'password1234',
  'Password1234',
  'P@ssw0rd1234',
  'P@$$w0rd!2024',
  'passwordpassword',
  'PasswordPassword1!',
  'p-a-s-s-w-o-r-d-1',
  'iloveyou12345',
  'iloveyou2024',
  'welcome12345',
  'letmein123456',
  'administrator1',
  'qwerty123456',
  'hunter2hunter2',
  'unbelievable',
  'Ｐａｓｓｗｏｒｄ１２３４',
  'ｐassword1234',
  'パスワード123456789',
  'sakurasakura1',
  '------------',
  '            ',
  '!@#$%^&*()_+',
])('%s is known to everyone who guesses', (password) => {
  expect(passwordTrouble(password)).toBe('password-common');
});

test('none of the 49,000 most used is taken, in whatever case', () => {
  const all = dictionary['passwords-common'];
  expect(all.length).toBeGreaterThan(40_000);
  const asCapitals = all.map((password) => password.toUpperCase());
  expect([...all, ...asCapitals].filter((one) => passwordTrouble(one) === null)).toEqual([]);
});

test.each([
  'correct horse battery staple',
  'lantern tide orchard 42',
  'test-password-123',
  'a-long-enough-phrase',
  'はなみずきのさくころ四月',
  'vT9#kq2LmX!r',
  'e2e-Only-Secret-77',
  'x7Gk2pQ9wZ4m',
])('%s is good', (password) => {
  expect(passwordTrouble(password)).toBeNull();
});

test('length counts code points after composition', () => {
  expect(passwordTrouble('')).toBe('required');
  expect(passwordTrouble('x7Gk2pQ9wZ4')).toBe('password-short');
  // Eleven signs, written with combining marks as twenty-two.
  expect(passwordTrouble('かきくけこさしすせそた'.replace(/./gu, '$&\u3099'))).toBe(
    'password-short',
  );
  expect(passwordTrouble('𠮷野家の牛丼並盛つゆだく')).toBeNull();
  const long = Array.from({ length: 128 }, (_, i) => String.fromCodePoint(0x4e00 + i * 7)).join('');
  expect(passwordTrouble(long)).toBeNull();
  expect(passwordTrouble(`${long}x`)).toBe('password-long');
});

test('a long password is judged quickly', () => {
  const start = performance.now();
  passwordTrouble('passwordqwerty1'.repeat(9).slice(0, 128));
  expect(performance.now() - start).toBeLessThan(500);
});

test('one far too long, or in signs that fold to many, is not looked through', () => {
  const start = performance.now();
  // ﷺ folds to eighteen letters.
  const mixed = Array.from({ length: 10_000 }, (_, i) => `${i.toString(36)}ﷺ`).join('');
  const personal = { handle: 'hana', email: 'a@b.example', displayName: 'ab cd '.repeat(10_000) };
  for (const password of [mixed, mixed.slice(0, 128)]) {
    passwordTrouble(password);
    expect(isPersonal(password, personal)).toBe(false);
  }
  expect(performance.now() - start).toBeLessThan(1_000);
});

test.each([
  'hana-yamada-1',
  'hana.yamada@example.com',
  'YamadaHana2026',
  'jisseki-hana-12',
  'Yamada!Yamada!',
])('%s says too much of its owner', (password) => {
  const personal = {
    handle: 'hana-yamada',
    email: 'hana.yamada@example.com',
    displayName: 'Hana Yamada',
  };
  expect(isPersonal(password, personal)).toBe(true);
  expect(isPersonal('lantern tide orchard 42', personal)).toBe(false);
  expect(isPersonal('hana likes rice fields', personal)).toBe(false);
});
