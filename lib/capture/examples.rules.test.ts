import { describe, expect, test } from 'vitest';
import { type CaptureDraft, type CaptureReason, missingIn, parseCapture } from './rules';

const today = '2026-11-24';
const read = (line: string, currency: 'JPY' | 'USD' | 'TWD' = 'JPY') =>
  parseCapture(line, { today, currency });

/** What a draft says beyond an empty one of today. */
function said(line: string): Partial<CaptureDraft> | string {
  const parsed = read(line);
  if (!parsed.ok) return `${parsed.reason}: ${parsed.part}`;
  const { date, currency, ...rest } = parsed.draft;
  const usual = rest.what === 'income' ? '2026-11' : today;
  return {
    ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== '' && value)),
    ...(date === usual ? {} : { date }),
    ...(currency === 'JPY' ? {} : { currency }),
  };
}

const income = (amount: string, stream: string, more: Partial<CaptureDraft> = {}) => ({
  what: 'income',
  amount,
  stream,
  ...more,
});
const building = (subject: string, hours: string, more: Partial<CaptureDraft> = {}) => ({
  what: 'building',
  subject,
  hours,
  ...more,
});
const readers = (name: string, measureValue: string) => ({
  what: 'audience',
  title: name,
  measureName: name,
  measureValue,
});

describe('income', () => {
  test.each<[string, object]>([
    ['income 30000 blog 6h', income('30000', 'blog', { hours: '6' })],
    ['収入 3万 ブログ 6時間', income('30000', 'ブログ', { hours: '6' })],
    ['収入３万円　ブログ　６時間', income('30000', 'ブログ', { hours: '6' })],
    ['ブログ 収入三万', income('30000', 'ブログ')],
    ['30000 blog income 6h', income('30000', 'blog', { hours: '6' })],
    ['blog ¥30,000 last month', income('30000', 'blog', { date: '2026-10' })],
    [
      '先月 ブログ 12,300円 手数料 600',
      income('12300', 'ブログ', { fees: '600', date: '2026-10' }),
    ],
    [
      '8月分 ブログ 5万 手数料600円 経費 1,000',
      income('50000', 'ブログ', { fees: '600', costs: '1000', date: '2026-08' }),
    ],
    ['fees: 600 newsletter 30k', income('30000', 'newsletter', { fees: '600' })],
    ['income $120.50 sponsors', income('120.50', 'sponsors', { currency: 'USD' })],
    ['sponsors 120 usd 5/3', income('120.00', 'sponsors', { currency: 'USD', date: '2026-05' })],
    ['EUR 99 licences 12 Jan', income('99.00', 'licences', { currency: 'EUR', date: '2026-01' })],
    ['十二万三千 受託 三時間', income('123000', '受託', { hours: '3' })],
    ['収入 1億2,000万 会社売却', income('120000000', '会社売却')],
    ['income 30000 contract work', income('30000', 'contract work')],
    ['3万 資格 講座', income('30000', '資格 講座')],
    ['income 3万 PHP 6h', income('30000', 'PHP', { hours: '6' })],
    ['income 500円 "Aug 2020" "6h"', income('500', 'Aug 2020 6h')],
    ['income 2000 blog', income('2000', 'blog')],
    ['12月 原稿料 8万円', income('80000', '原稿料', { date: '2025-12' })],
    ['constructor 30000 __proto__', income('30000', 'constructor __proto__')],
  ])('%s', (line, draft) => expect(said(line)).toEqual(draft));

  test('a sign that several currencies share is the person’s own, else the usual one', () => {
    const currencyOf = (line: string, own: 'JPY' | 'USD' | 'TWD') => {
      const parsed = read(line, own);
      return parsed.ok ? parsed.draft.currency : parsed.reason;
    };
    expect(currencyOf('income $5 ads', 'JPY')).toBe('USD');
    expect(currencyOf('income $5 ads', 'TWD')).toBe('TWD');
    expect(currencyOf('income ¥500 ads', 'USD')).toBe('JPY');
    expect(currencyOf('income 500元 ads', 'TWD')).toBe('TWD');
    expect(currencyOf('income 500元 ads', 'JPY')).toBe('capture-currency');
    expect(currencyOf('income 500 ads', 'USD')).toBe('USD');
  });
});

describe('minutes spent', () => {
  test.each<[string, object]>([
    ['skill TypeScript 2h', building('TypeScript', '2', { isSkill: true })],
    ['スキル TypeScript 2時間', building('TypeScript', '2', { isSkill: true })],
    ['2h TypeScript skill', building('TypeScript', '2', { isSkill: true })],
    ['building blog 90m', building('blog', '1.5')],
    ['実績づくり ブログ 1時間半', building('ブログ', '1.5')],
    ['ブログ 2 hours 30 min yesterday', building('ブログ', '2.5', { date: '2026-11-23' })],
    ['contract work 6:30', building('contract work', '6.5')],
    ['networking 45m', { what: 'networking', hours: '0:45' }],
    ['人付き合い 45分', { what: 'networking', hours: '0:45' }],
    ['人付き合い45分', { what: 'networking', hours: '0:45' }],
    [
      '人付き合い 交流会 二時間 3日前',
      { what: 'networking', subject: '交流会', hours: '2', date: '2026-11-21' },
    ],
  ])('%s', (line, draft) => expect(said(line)).toEqual(draft));
});

describe('other milestones', () => {
  test.each<[string, object]>([
    ['skill TypeScript', { what: 'skill', title: 'TypeScript' }],
    ['skill Python 3', { what: 'skill', title: 'Python 3' }],
    [
      'work 予約システムを公開 昨日',
      { what: 'work', title: '予約システムを公開', date: '2026-11-23' },
    ],
    ['work 3万 PV達成', { what: 'work', title: '3万 PV達成' }],
    [
      'credential 基本情報技術者 2026-10',
      { what: 'credential', title: '基本情報技術者', date: '2026-10' },
    ],
    ['資格 TOEIC 900 2025', { what: 'credential', title: 'TOEIC 900', date: '2025' }],
    ['recognition Best talk 2024', { what: 'recognition', title: 'Best talk', date: '2024' }],
    ['work "2024" in review 3h', { what: 'work', title: '2024 in review', hours: '3' }],
    ['audience X @hana 1.2万', readers('X @hana', '12000')],
    ['発信 X @hana 1,200人', readers('X @hana', '1200')],
    ['newsletter audience 1200 followers', readers('newsletter', '1200')],
  ])('%s', (line, draft) => expect(said(line)).toEqual(draft));
});

test.each([
  ['今日', '2026-11-24'],
  ['昨日', '2026-11-23'],
  ['おととい', '2026-11-22'],
  ['先週', '2026-11-17'],
  ['last week', '2026-11-17'],
  ['3日前', '2026-11-21'],
  ['十日前', '2026-11-14'],
  ['3 days ago', '2026-11-21'],
  ['a week ago', '2026-11-17'],
  ['二週間前', '2026-11-10'],
  ['今月', '2026-11'],
  ['先月の', '2026-10'],
  ['先々月', '2026-09'],
  ['2か月前', '2026-09'],
  ['2ヶ月前', '2026-09'],
  ['this month', '2026-11'],
  ['two months ago', '2026-09'],
  ['去年', '2025'],
  ['3年前', '2023'],
  ['8/12', '2026-08-12'],
  ['12/8', '2025-12-08'],
  ['11/24', '2026-11-24'],
  ['11/25', '2025-11-25'],
  ['8月', '2026-08'],
  ['八月', '2026-08'],
  ['12月', '2025-12'],
  ['8月12日', '2026-08-12'],
  ['Aug', '2026-08'],
  ['December', '2025-12'],
  ['Aug 12', '2026-08-12'],
  ['12th Aug', '2026-08-12'],
  ['May 2025', '2025-05'],
  ['Aug 12, 2025', '2025-08-12'],
  ['2026/8/12', '2026-08-12'],
  ['2026年8月12日', '2026-08-12'],
  ['２０２６年８月', '2026-08'],
  ['2026.08.12', '2026-08-12'],
  ['2025年', '2025'],
])('a work of %s', (date, written) => {
  for (const line of [`work X ${date}`, `work ${date} X`]) {
    const usual = written === today ? {} : { date: written };
    expect(said(line)).toEqual({ what: 'work', title: 'X', ...usual });
  }
});

describe('refused by name, with the part that is meant', () => {
  test.each<[string, CaptureReason, string]>([
    ['', 'capture-empty', ''],
    [' 　 ', 'capture-empty', ''],
    ['blog', 'capture-no-kind', ''],
    ['2h', 'capture-no-kind', ''],
    ['Python 3 2h', 'capture-number-unclear', '3'],
    ['blog 2024', 'capture-number-unclear', '2024'],
    ['blog 30000 600', 'capture-two-numbers', '600'],
    ['収入 3万 5万円 ブログ', 'capture-two-numbers', '5万円'],
    ['audience YouTube 2 1200', 'capture-two-numbers', '1200'],
    ['ブログ 昨日 今日 2h', 'capture-two-dates', '今日'],
    ['blog 2h 3h', 'capture-two-times', '3h'],
    ['TypeScript skill networking 2h', 'capture-two-kinds', 'networking'],
    ['work ebook ¥500', 'capture-amount-here', '¥500'],
    ['blog -500', 'amount-negative', '-500'],
    ['blog 1.500', 'amount-ambiguous', '1.500'],
    ['収入 3万2億 ブログ', 'amount-unclear', '3万2億'],
    ['収入 3万 ブログ 手数料 10%', 'amount-unclear', '手数料 10%'],
    ['収入 3万 ブログ 手数料 $6', 'amount-other-currency', '手数料 $6'],
    ['income 1.5 blog', 'amount-too-fine', '1.5'],
    ['income 0 blog', 'amount-zero', '0'],
    ['income 9999999999999 blog', 'amount-too-large', '9999999999999'],
    ['audience X 1.5人', 'count-unclear', '1.5人'],
    ['work X tomorrow', 'date-in-future', 'tomorrow'],
    ['work X 2026-11-25', 'date-in-future', '2026-11-25'],
    ['来月 ブログ 3万', 'date-in-future', '来月'],
    ['work X 1899-01-01', 'date-too-early', '1899-01-01'],
    ['work X 2026-02-30', 'not-a-date', '2026-02-30'],
    ['work X 2/30', 'not-a-date', '2/30'],
    ['work X 12/8/2025', 'not-a-date', '12/8/2025'],
    ['去年 ブログ 3万', 'not-a-month', '去年'],
    ['先月 TypeScript 2h', 'not-a-day', '先月'],
    ['building blog 25h', 'effort-over-day', '25h'],
    ['work X 10001h', 'hours-too-many', '10001h'],
    ['blog 0h', 'hours-unclear', '0h'],
    ['a'.repeat(201), 'too-long', ''],
  ])('%s', (line, reason, part) => expect(read(line)).toEqual({ ok: false, reason, part }));
});

test('what is still to be filled is told, not refused', () => {
  const missing = (line: string) => {
    const parsed = read(line);
    return parsed.ok ? missingIn(parsed.draft) : parsed.reason;
  };
  expect(missing('income 30000')).toEqual(['stream']);
  expect(missing('収入 ブログ')).toEqual(['amount']);
  expect(missing('収入')).toEqual(['amount', 'stream']);
  expect(missing('networking')).toEqual(['hours']);
  expect(missing('work')).toEqual(['title']);
  expect(missing('audience X')).toEqual(['measureValue']);
  expect(missing('income 30000 blog')).toEqual([]);
});
