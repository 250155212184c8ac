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
