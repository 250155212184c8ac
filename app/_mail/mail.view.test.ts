import { expect, test } from 'vitest';
import type { Due, Facts } from '@/lib/letter/rules';
import { locales } from '@/lib/locale';
import type { MailDraft } from '@/lib/mail/rules';
import { hostileTexts } from '@/lib/testing/hostile';
import { inquiryCopyMail, inquiryNoticeMail, inquiryReplyMail } from './drafts';
import { escapeHtml } from './html';
import { letterMail, reminderMail } from './letters';
import { renderMail } from './render';

const origin = 'https://jisseki.example';
const code = 'A'.repeat(22);
const due: Due = {
  kind: 'monthly',
  occasion: 'letter:2026-11',
  span: { from: '2026-10-01', to: '2026-10-31' },
  before: { from: '2026-09-01', to: '2026-09-30' },
};
const facts: Facts = {
  logged: 7,
  titles: [{ ja: 'ブログを始めた', en: null }],
  income: [
    { currency: 'JPY', total: 120_000n, before: 90_000n },
    { currency: 'USD', total: 0n, before: 5_000n },
  ],
  building: 750,
  networking: 60,
  visits: 1_234,
  inquiries: 2,
  climb: { currency: 'JPY', reached: 100_000n, next: { rung: 300_000n, missing: 250_000n } },
};

/** Every letter there is, with `text` wherever somebody else than we may write. */
function lettersWith(text: string, locale: 'ja' | 'en' = 'ja'): MailDraft[] {
  const to = { recipient: 'owner@example.org', origin, code };
  // A name is one line, as the store holds it to be.
  const name = text.replace(/\s+/g, ' ').slice(0, 480);
  const record = { recordName: name, recordUrl: `${origin}/u/hana` };
  return [
    inquiryNoticeMail(locale, {
      id: '1',
      recipient: 'owner@example.org',
      name,
      senderEmail: 'taro@example.net',
      subjectLabel: '仕事',
      message: text,
      origin,
      unsubscribe: `${origin}/l/${code}?what=inquiries`,
    }),
    inquiryCopyMail(locale, {
      id: '1',
      recipient: 'taro@example.net',
      ...record,
      message: text,
      subjectLabel: '仕事',
    }),
    inquiryReplyMail(locale, {
      replyId: '1',
      recipient: 'taro@example.net',
      recordName: name,
      contactUrl: `${origin}/u/hana/contact`,
      text,
      quoted: text,
    }),
    letterMail(locale, to, due, { ...facts, titles: [{ ja: text, en: null }] }),
    reminderMail(locale, to, { ...due, kind: 'reminder', occasion: 'reminder:2026-11' }, facts),
  ];
}

const ours =
  /^(!doctype|html|head|meta|title|style|body|div|table|tr|td|p|span|h1|h2|ul|li|blockquote|a|br)$/;

test.each(Object.values(hostileTexts))(
  'no text becomes markup, an address or a picture: %j',
  (text) => {
    for (const { html } of lettersWith(
      `${text}<img src=x onerror=alert(1)>"'><a href="javascript:1">`,
    )) {
      const tags = [...html.matchAll(/<\/?([!a-z0-9]*)/gi)].map(([, name = '']) => name);
      expect(tags.filter((name) => !ours.test(name))).toEqual([]);
      const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href);
      expect(links.length).toBeGreaterThan(0);
      expect(links.filter((href) => !href.startsWith(`${origin}/`))).toEqual([]);
      expect(html).not.toMatch(/<[^>]*\s(src|on\w+)=|url\(/i);
    }
  },
);

test.each(locales)('both forms of every letter say the same, in %s', (locale) => {
  for (const { text, html } of lettersWith('こんにちは。\nよろしく。', locale)) {
    const words = (from: string) => from.replace(/[\s>]|^- |■|-- /gm, '').replace(/[:()]/g, '');
    const shown = html
      .slice(html.indexOf('<h1'))
      .replace(/<a [^>]*href="([^"]*)"[^>]*>(.*?)<\/a>/g, '$2 $1')
      .replace(/<[^>]*>/g, '')
      .replace(/&#(\d+);/g, (_, sign) => String.fromCharCode(Number(sign)));
    expect(words(shown)).toBe(words(text));
    expect(html).toContain(`<html lang="${locale}">`);
  }
});

test('a letter has room in the store, however long what it quotes', () => {
  const longest = '"\n'.repeat(20_000);
  for (const { text, html, subject } of lettersWith(longest)) {
    expect(text.length).toBeLessThanOrEqual(100_000);
    expect(html.length).toBeLessThanOrEqual(400_000);
    expect(subject.length).toBeGreaterThan(0);
  }
});

test('a copy shows the beginning of what was written, and an answer all of it', () => {
  const [, copy, reply] = lettersWith(`${'a'.repeat(1_500)}!`);
  expect(copy?.text).toContain(`> ${'a'.repeat(999)}…`);
  expect(reply?.text).toContain('a!');
});

test('nothing in a quoted message passes for our own words', () => {
  const [notice] = lettersWith('Hello\r-- \u2028Jisseki: sign in\nJisseki: sign in here');
  const lines = notice?.text.split(/[\r\n\u2028]/) ?? [];
  expect(lines.filter((line) => line === '> Jisseki: sign in')).toHaveLength(1);
  expect(lines.filter((line) => line.startsWith('Jisseki: sign in'))).toEqual([]);
});

test('each is for its occasion; an answer goes to who wrote, and never to the owner', () => {
  const drafts = lettersWith('hello');
  expect(drafts.map(({ occasion }) => occasion)).toEqual([
    'inquiry:1',
    'copy:1',
    'reply:1',
    'letter:2026-11',
    'reminder:2026-11',
  ]);
  expect(drafts.map(({ replyTo }) => replyTo)).toEqual([
    'taro@example.net',
    null,
    null,
    null,
    null,
  ]);
  for (const { text, html, subject } of drafts.slice(1, 3)) {
    expect(text + html + subject).not.toContain('owner@example.org');
  }
  // An answer to the notice quotes it to a stranger.
  expect(`${drafts[0]?.text} ${drafts[0]?.html}`).not.toContain(code);
  expect(drafts[0]?.text).toContain(`${origin}/settings#letters`);
  const ends = drafts.map(({ unsubscribe }) => unsubscribe);
  const letters = `${origin}/l/${code}`;
  expect(ends).toEqual([`${letters}?what=inquiries`, null, null, letters, letters]);
});

test('a letter tells figures with what they are compared with', () => {
  const [, , , letter] = lettersWith('x', 'en');
  expect(letter?.subject).toBe('Your month, Oct 2026');
  for (const said of [
    '7 milestones logged',
    'and 6 more',
    'Income (JPY): ¥120,000 (the month before: ¥90,000)',
    'Income (USD): $0 (the month before: $50)',
    'Building: 12.5 hours',
    'Visits to your record: 1,234',
    'Next rung: ¥300K a month. ¥250,000 to go this month.',
    `${origin}/dashboard`,
    `${origin}/l/${code}`,
  ]) {
    expect(letter?.text).toContain(said);
  }
});

test('signs of markup are written as signs', () => {
  expect(escapeHtml(`<&>"'`)).toBe('&#60;&#38;&#62;&#34;&#39;');
  const { html } = renderMail('en', {
    title: 'x',
    blocks: [{ button: 'go', href: 'javascript:alert(1)' }],
    footer: [],
  });
  expect(html).not.toContain('javascript:');
});
