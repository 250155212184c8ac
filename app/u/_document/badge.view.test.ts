import { describe, expect, test } from 'vitest';
import { publicMoney } from '@/lib/record/disclosure.rules';
import { hostileRecord, hostileTexts } from '@/lib/testing/hostile';
import { publicIncome, publicRecord, yen } from '@/lib/testing/public-record';
import { textsAt } from '@/lib/testing/xml';
import { amountShown } from './amounts';
import { badgeSvg, badgeValue, readShow } from './badge';
import { textWidth } from './text-width';

const totals = { milestones: 12, byKind: [], byYear: [] };
const record = publicRecord({ income: [publicIncome()], totals });
const shows = ['rung', 'income', 'milestones', 'held'] as const;

test('says what was asked for', () => {
  const said = (locale: 'ja' | 'en') => shows.map((show) => badgeValue(record, show, locale));
  expect(said('en')).toEqual([
    '¥100K a month, held',
    '¥470K in total',
    '12 milestones',
    '¥100K a month since Jun 2026',
  ]);
  expect(said('ja')).toEqual(['月10万円 定着', '累計47万円', '実績12件', '2026年6月から月10万円']);
});

test('a rung no longer held is reached; held then says how many milestones', () => {
  const [first, second] = publicIncome().rungs;
  const rungs = [
    {
      ...first,
      amount: publicMoney({ minor: 1n, currency: 'JPY' }),
      reachedOn: '2026-06' as const,
    },
    {
      amount: second?.amount ?? publicMoney({ minor: 1n, currency: 'JPY' }),
      reachedOn: '2026-06' as const,
    },
  ].map(({ amount, reachedOn }) => ({ amount, reachedOn }));
  const once = publicRecord({ income: [publicIncome({ rungs })], totals });
  expect(badgeValue(once, 'rung', 'en')).toBe('¥100K a month, reached');
  expect(badgeValue(once, 'held', 'en')).toBe('12 milestones');
});

test('tells no more than the record: a range as a range, what is hidden as a count', () => {
  const money = (amount: bigint) => publicMoney({ minor: amount, currency: 'JPY' });
  const total = { grain: 'range', from: money(300_000n), below: money(500_000n) } as const;
  const ranged = publicRecord({ income: [publicIncome({ total })], totals });
  expect(badgeValue(ranged, 'income', 'en')).toBe(`${amountShown(total, 'en', 'short')} in total`);
  const index = publicIncome({
    total: undefined,
    byYear: [],
    months: [{ month: '2026-08', total: { grain: 'index', currency: 'JPY', index: 320 } }],
    rungs: [],
    next: undefined,
  });
  for (const income of [[index], []]) {
    const hidden = publicRecord({ income, totals });
    for (const show of shows) expect(badgeValue(hidden, show, 'en')).toBe('12 milestones');
  }
});

test('what is not known is the rung', () => {
  for (const query of ['', 'show=', 'show=fees', 'show=constructor', 'show=INCOME']) {
    expect(readShow(new URLSearchParams(query))).toBe('rung');
  }
  expect(readShow(new URLSearchParams('show=held&show=income'))).toBe('held');
});

describe.each(Object.entries(hostileTexts))('a name that is %s', (_, text) => {
  const svg = badgeSvg(hostileRecord(text), 'rung', 'ja');

  test('is text that fits its box', () => {
    expect(
      textsAt(
        svg,
        '//*[not(self::svg:svg or self::svg:title or self::svg:rect or self::svg:g or self::svg:text)]',
      ),
    ).toEqual([]);
    expect(textsAt(svg, '//@style | //@href | //@onerror')).toEqual([]);
    expect(textsAt(svg, '/svg:svg/@aria-label')).toEqual(textsAt(svg, '/svg:svg/svg:title'));
    expect(textsAt(svg, '/svg:svg/@role')).toEqual(['img']);
    const [label = ''] = textsAt(svg, '//svg:text');
    expect(label.length).toBeGreaterThan(0);
    expect([...new Intl.Segmenter().segment(label)].length).toBeLessThanOrEqual(24);
    expect(label).not.toMatch(/[\u202e\u2066\n]/);
    const number = (path: string) => textsAt(svg, path).map(Number);
    const boxes = number('//svg:rect/@width');
    expect(number('//svg:text/@textLength')).toEqual(boxes.map((width) => width - 18));
    expect(number('/svg:svg/@width')[0]).toBe(boxes.reduce((all, one) => all + one));
    expect(boxes.every((width) => width > 18 && width < 420)).toBe(true);
    expect(svg.length).toBeLessThan(4_000);
  });
});

test('a full-width sign is as wide as the letter is high, a Latin one about half of that', () => {
  expect(textWidth('記録を見せる')).toBe(6);
  expect(textWidth('👨‍👩‍👧🇯🇵')).toBe(2);
  expect(textWidth('ｱﾌﾟ')).toBeLessThan(1.6);
  expect(textWidth('Z\u0301')).toBe(textWidth('Z'));
  // In em, as a browser measures them in DejaVu Sans, one of the widest faces that systems have.
  for (const [text, width] of [
    ['Hello world', 5.61],
    ['¥100K a month since Jun 2026', 15.35],
    ['12 milestones', 7.03],
    ['月10万円 定着', 6.59],
  ] as const) {
    expect(Math.abs(textWidth(text) / width - 1)).toBeLessThan(0.05);
  }
  expect(textWidth('')).toBe(0);
});

test('an amount shown exactly is short', () => {
  const rich = publicRecord({ income: [publicIncome({ total: yen(12_345_678) })], totals });
  expect(badgeValue(rich, 'income', 'ja')).toMatch(/^累計[\d,.万円]+$/);
});
