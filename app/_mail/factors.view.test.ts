import { expect, test } from 'vitest';
import { locales } from '@/lib/locale';
import { type FactorNews, factorMail } from './factors';

const news: readonly FactorNews[] = [
  { what: 'twoFactorOn' },
  { what: 'twoFactorOff' },
  { what: 'codesMade' },
  { what: 'codesFailed' },
  { what: 'recoveryUsed', count: 0 },
  { what: 'recoveryUsed', count: 9 },
  { what: 'passkeyAdded', name: '<b>電話</b>' },
  { what: 'passkeyRemoved', name: '<b>電話</b>' },
  { what: 'passkeyRefused', name: '<b>電話</b>' },
  { what: 'passkeyRevoked', name: '<b>電話</b>' },
  { what: 'providerLinked', name: 'GitHub', label: '<b>電話</b>' },
  { what: 'providerUnlinked', name: 'GitHub', label: '<b>電話</b>' },
];
const whence = { device: 'Mozilla/5.0 (X11; Linux x86_64) Firefox/150.0', place: '' };
const draft = (one: FactorNews, locale: 'ja' | 'en', at: string) =>
  factorMail({ email: 'hana@example.com', locale, zone: 'Asia/Tokyo' }, one, {
    whence,
    at: new Date(at),
    origin: 'https://jisseki.example',
  });

test('each says what happened, when, from where and where to look, in either language', () => {
  for (const locale of locales) {
    for (const one of news) {
      const mail = draft(one, locale, '2026-11-30T00:00:00Z');
      expect(mail).toMatchObject({ recipient: 'hana@example.com', replyTo: null });
      expect(mail.text).toContain('Firefox, Linux');
      expect(mail.text).toContain('https://jisseki.example/settings/security');
      expect(mail.html).not.toContain('<b>電話</b>');
      if ('name' in one) expect(mail.text).toContain(one.name);
      if ('label' in one) expect(mail.text).toContain(one.label);
    }
  }
});

test('of wrong codes there is one letter a day; everything else is told each time', () => {
  const occasions = (one: FactorNews, ...at: string[]) =>
    new Set(at.map((moment) => draft(one, 'en', moment).occasion)).size;
  const [day, evening, morrow] = ['2026-11-30T00:00:00Z', '2026-11-30T23:59:59Z', '2026-12-01'];
  expect(occasions({ what: 'codesFailed' }, day, evening)).toBe(1);
  expect(occasions({ what: 'codesFailed' }, day, evening, morrow)).toBe(2);
  expect(occasions({ what: 'recoveryUsed', count: 3 }, day, day)).toBe(2);
});
