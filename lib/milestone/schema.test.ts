import { describe, expect, test } from 'vitest';
import { milestoneForm, parseLink } from './schema';

const today = '2026-08-15';
const income = {
  id: '019a0000-0000-7000-8000-000000000000',
  kind: 'income',
  language: 'ja',
  title: '',
  month: '2026-08',
  amount: '30万',
  currency: 'JPY',
  stream: 'ブログ',
  visibility: 'private',
};
const work = { ...income, kind: 'work', title: 'アプリを公開', date: '2026-08-15' };

function reasons(form: Record<string, unknown>): Record<string, string> {
  const parsed = milestoneForm(today, 'Asia/Tokyo').safeParse(form);
  if (parsed.success) return {};
  return Object.fromEntries(
    parsed.error.issues.map((issue) => [String(issue.path[0] ?? 'form'), issue.message]),
  );
}

test('an income asks for month, amount and stream only', () => {
  expect(milestoneForm(today, 'Asia/Tokyo').parse(income).draft).toEqual({
    kind: 'income',
    title: { ja: null, en: null },
    story: { ja: null, en: null },
    happened: { day: '2026-08-01', precision: 'month' },
    income: { minor: 300_000n, currency: 'JPY', fees: null, costs: null },
    streamName: 'ブログ',
    minutes: null,
    measure: null,
    issuer: null,
    tags: [],
    visibility: 'private',
    language: 'ja',
    disclosure: null,
    visibleFrom: null,
    evidence: [],
  });
});

test('what belongs to another kind is left out', () => {
  const { draft } = milestoneForm(today, 'Asia/Tokyo').parse({
    ...work,
    issuer: 'me',
    measureValue: '12',
  });
  expect(draft).toMatchObject({ income: null, streamName: null, issuer: null, measure: null });
});

test('texts stand under their languages', () => {
  const form = { ...work, language: 'en', title: 'Shipped', titleTranslated: '公開しました' };
  expect(milestoneForm(today, 'Asia/Tokyo').parse(form).draft.title).toEqual({
    en: 'Shipped',
    ja: '公開しました',
  });
});

describe('refusals stand beside their field', () => {
  test.each([
    [{ ...income, amount: '' }, { amount: 'required' }],
    [{ ...income, amount: '0' }, { amount: 'amount-zero' }],
    [{ ...income, amount: '-5' }, { amount: 'amount-negative' }],
    [{ ...income, amount: '9007199254740993' }, { amount: 'amount-too-large' }],
    [{ ...income, currency: 'XXX' }, { currency: 'currency-unknown' }],
    [{ ...income, stream: ' \u200b ' }, { stream: 'required' }],
    [{ ...income, month: '2026-09' }, { month: 'date-in-future' }],
    [{ ...income, month: '2026' }, { month: 'not-a-month' }],
    [{ ...income, month: 'soon' }, { month: 'not-a-date' }],
    [{ ...income, hours: 'long' }, { hours: 'hours-unclear' }],
    [{ ...income, hours: '10001' }, { hours: 'hours-too-many' }],
    [{ ...income, fees: 'x' }, { fees: 'amount-unclear' }],
    [{ ...income, fees: '300001' }, { fees: 'fees-above-amount' }],
    [{ ...work, title: '' }, { title: 'required' }],
    [{ ...work, title: 'あ'.repeat(121) }, { title: 'too-long' }],
    [{ ...work, title: 'x'.repeat(10_000) }, { title: 'too-long' }],
    [{ ...work, title: `a${'\u0301'.repeat(2_000)}` }, { title: 'too-long' }],
    [{ ...work, date: '' }, { date: 'required' }],
    [{ ...work, date: '0000-01-01' }, { date: 'date-too-early' }],
    [{ ...work, date: '9999-12-31' }, { date: 'date-in-future' }],
    [{ ...work, date: '2026-08-16' }, { date: 'date-in-future' }],
    [{ ...work, evidence: 'javascript:alert(1)' }, { evidence: 'not-a-link' }],
    [{ ...work, evidence: 'https://a.example '.repeat(6) }, { evidence: 'too-many-links' }],
    [{ ...work, tags: Array.from({ length: 21 }, (_, i) => i).join() }, { tags: 'too-many-tags' }],
    [{ ...work, tags: 'x'.repeat(31) }, { tags: 'tag-too-long' }],
    [{ ...work, kind: 'audience' }, { measureValue: 'required' }],
  ])('%#', (form, expected) => expect(reasons(form)).toEqual(expected));

  test('an unknown, missing or foreign field is no typing error', () => {
    expect(Object.keys(reasons({ ...work, ownerId: 'x' }))).toEqual(['form']);
    expect(Object.keys(reasons({ ...work, visibility: undefined }))).toEqual(['visibility']);
    expect(Object.keys(reasons({ ...work, kind: 'wealth' }))).toEqual(['kind']);
  });
});

test('a script tag is a title like any other', () => {
  const title = '<script>alert(1)</script>';
  expect(milestoneForm(today, 'Asia/Tokyo').parse({ ...work, title }).draft.title.ja).toBe(title);
});

describe('parseLink', () => {
  test.each([
    ['https://example.com/a?b=c', 'https://example.com/a?b=c'],
    ['HTTP://EXAMPLE.COM', 'http://example.com/'],
    ['https://例え.jp/', 'https://xn--r8jz45g.jp/'],
  ])('%s', (typed, link) => expect(parseLink(typed)).toBe(link));

  test.each([
    'javascript:alert(1)',
    'java\tscript:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,x',
    'ftp://example.com',
    '//example.com',
    'example.com',
    'https://user:pass@example.com',
    'https://',
    `https://example.com/${'x'.repeat(2_000)}`,
    'https://exa\u202Emple.com',
  ])('refuses %s', (typed) => expect(parseLink(typed)).toBeNull());
});
