import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readEnv } from './env';

const least = {
  DATABASE_URL: 'postgres://localhost/x',
  APP_SECRET: 'a secret for tests alone, longer than 32 characters',
};
const mail = {
  SMTP_URL: 'smtps://mail.example',
  APP_URL: 'https://jisseki.example',
  MAIL_FROM: 'Jisseki <mail@jisseki.example>',
};

test('without a mail server neither a sender nor an address is needed', () => {
  expect(readEnv({ ...least, SMTP_URL: '' }).MAIL_FROM).toBe('Jisseki <jisseki@localhost>');
  expect(readEnv({ ...least, ...mail })).toMatchObject(mail);
});

test.each(['APP_URL', 'MAIL_FROM'])(
  'a mail server without %s is refused, with the reason',
  (name) => {
    for (const absent of [undefined, '']) {
      const set = { ...least, ...mail, [name]: absent };
      expect(() => readEnv(set)).toThrow(`SMTP_URL needs ${name}`);
    }
  },
);

test('everyone may sign up, and nobody operates, unless something else is said', () => {
  expect(readEnv(least)).toMatchObject({ SIGNUP: 'open', OPERATORS: [] });
  expect(readEnv({ ...least, SIGNUP: '', OPERATORS: '' })).toMatchObject({ SIGNUP: 'open' });
  for (const SIGNUP of ['invite', 'closed']) {
    expect(readEnv({ ...least, SIGNUP })).toMatchObject({ SIGNUP });
  }
  expect(() => readEnv({ ...least, SIGNUP: 'maybe' })).toThrow('SIGNUP');
});

test('what goes wrong is told in lines for people, unless lines of JSON are wanted', () => {
  expect(readEnv({ ...least, LOG_FORMAT: '' }).LOG_FORMAT).toBe('text');
  expect(readEnv({ ...least, LOG_FORMAT: 'json' }).LOG_FORMAT).toBe('json');
  expect(() => readEnv({ ...least, LOG_FORMAT: 'xml' })).toThrow('LOG_FORMAT');
});

test('operators are named as accounts are, each once', () => {
  const OPERATORS = ' Hana@Example.com,ken@example.com ,, ｈａｎａ＠ｅｘａｍｐｌｅ．ｃｏｍ';
  expect(readEnv({ ...least, OPERATORS }).OPERATORS).toEqual([
    'hana@example.com',
    'ken@example.com',
  ]);
});

test.each([
  ['no address', 'hana'],
  ['addresses by blanks', 'hana@example.com ken@example.com'],
  ['one too many', Array.from({ length: 21 }, (_, i) => `o${i}@example.com`).join(',')],
])('operators: %s is refused, with the reason', (_, OPERATORS) => {
  expect(() => readEnv({ ...least, OPERATORS })).toThrow('OPERATORS');
});

test('files that come in lie in the data folder, else in one for each database', () => {
  const of = (set: object) => readEnv({ ...least, ...set }).UPLOADS;
  expect(of({ JISSEKI_DATA: '/srv/jisseki', UPLOADS: '' })).toBe('/srv/jisseki/uploads');
  expect(of({ JISSEKI_DATA: '/srv/jisseki', UPLOADS: '/srv/files/' })).toBe('/srv/files');
  const at = (database: string) => of({ DATABASE_URL: `postgres://${database}` });
  expect(at('a:secret@localhost/x')).toBe(at('a:other@localhost/x'));
  const all = [
    at('a@localhost/x'),
    at('a@localhost/y'),
    at('a@db.example/x'),
    at('a@localhost:6/x'),
  ];
  expect(new Set(all).size).toBe(all.length);
  for (const folder of all) expect(path.dirname(folder)).toBe(tmpdir());
});
