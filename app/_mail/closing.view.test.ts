import { expect, test } from 'vitest';
import { locales } from '@/lib/locale';
import { accountGoneMail, deletionPlannedMail } from './closing';

const origin = 'https://jisseki.example';
const to = { email: 'hana@example.org', locale: 'en', zone: 'Asia/Tokyo' } as const;
const at = new Date('2026-11-30T03:00:00Z');
const whence = { device: '', place: 'Tokyo' };
/** Already the next day in Tokyo. */
const goesAt = new Date('2026-12-29T23:00:00Z');

test('of a planned deletion its owner reads the day where they are, and how to keep the account', () => {
  const mail = deletionPlannedMail(to, goesAt, { whence, at, origin });
  expect(mail).toMatchObject({
    occasion: 'deletion:2026-12-29T23:00:00.000Z',
    recipient: to.email,
    subject: 'Your account will be deleted on Dec 30, 2026',
    unsubscribe: null,
  });
  expect(mail.text).toContain('“Keep my account”');
  expect(mail.text).toContain(`${origin}/settings/data`);
  expect(mail.text).toContain('Tokyo');
});

test.each(locales)('the confirmation says that it is the last letter, in %s', (locale) => {
  const mail = accountGoneMail({ email: to.email, locale });
  expect(mail).toMatchObject({ recipient: to.email, replyTo: null, unsubscribe: null });
  expect(mail.html).toContain(`<html lang="${locale}">`);
  expect(mail.html).not.toContain('href=');
  expect(mail.text).toContain(
    locale === 'ja' ? '最後のお知らせです' : 'This is the last mail about the account',
  );
});
