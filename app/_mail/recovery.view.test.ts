import { expect, test } from 'vitest';
import { locales } from '@/lib/locale';
import { hostileTexts } from '@/lib/testing/hostile';
import {
  changeNewMail,
  changeNoticeMail,
  changeOldMail,
  changeTakenMail,
  emailChangedMail,
  knownMail,
  verifyMail,
} from './email';
import { passwordChangedMail, resetMail } from './recovery';

const origin = 'https://jisseki.example';
const token = 'A'.repeat(43);
const happened = {
  whence: { device: '', place: '' },
  at: new Date('2026-11-30T03:00:00Z'),
  origin,
};

/** Every letter of this kind, about an e-mail that somebody typed. */
function lettersWith(email: string, locale: 'ja' | 'en' = 'ja') {
  const to = { email: 'hana@example.org', locale, zone: 'Asia/Tokyo' };
  return {
    reset: resetMail(to, token, origin),
    passwordReset: passwordChangedMail(to, 'reset', happened),
    passwordChanged: passwordChangedMail(to, 'changed', happened),
    verify: verifyMail(to, token, origin),
    known: knownMail(to, origin),
    changeOld: changeOldMail(to, { token, email, ...happened }),
    changeNotice: changeNoticeMail(to, { token, ...happened }),
    changeNew: changeNewMail(to, { token, isVerified: true, origin }),
    changeNewAlone: changeNewMail(to, { token, isVerified: false, origin }),
    changeTaken: changeTakenMail(to, origin),
    emailChanged: emailChangedMail(to, email, happened),
    emailGone: emailChangedMail(to, null, happened),
  };
}

test.each(locales)(
  'each leads where it says, and those that prove nothing carry no link, in %s',
  (locale) => {
    const letters = lettersWith('new@example.org', locale);
    const links = Object.entries(letters).map(([name, { text }]) => [
      name,
      [...text.matchAll(/https:\S+/g)].map(([link]) =>
        link.replace(origin, '').replace(token, '<token>'),
      ),
    ]);
    expect(Object.fromEntries(links)).toEqual({
      reset: ['/reset/<token>'],
      passwordReset: ['/forgot'],
      passwordChanged: ['/forgot'],
      verify: ['/verify/<token>'],
      known: ['/signin', '/forgot'],
      changeOld: ['/email/<token>'],
      changeNotice: ['/email/<token>'],
      changeNew: ['/email/<token>'],
      changeNewAlone: ['/email/<token>'],
      changeTaken: ['/signin'],
      emailChanged: [],
      emailGone: [],
    });
    // In the list of who asked, an address with an account looks like one without.
    for (const { subject } of [letters.changeNew, letters.changeNewAlone]) {
      expect(letters.changeTaken.subject).toBe(subject);
    }
  },
);

test('no two are one occasion, and nobody turns them off or answers them', () => {
  const all = [
    ...Object.values(lettersWith('a@b.example')),
    ...Object.values(lettersWith('a@b.example')),
  ];
  expect(new Set(all.map(({ occasion }) => occasion)).size).toBe(all.length);
  for (const { replyTo, unsubscribe } of all) expect([replyTo, unsubscribe]).toEqual([null, null]);
});

test.each(Object.values(hostileTexts))(
  'what was typed as an e-mail becomes no markup: %j',
  (typed) => {
    const hostile = `${typed}<img src=x onerror=alert(1)><a href="javascript:1">`;
    for (const { html } of Object.values(lettersWith(hostile))) {
      expect(html).not.toMatch(/<img|<[^>]*\son\w+=|href="(?!https:\/\/jisseki\.example\/)/i);
    }
  },
);
