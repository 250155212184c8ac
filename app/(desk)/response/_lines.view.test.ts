import { expect, test } from 'vitest';
import { textsIn } from '@/app/_text/texts';
import { monthsUntil } from '@/lib/calendar';
import { type Line, none } from '@/lib/response/rules';
import { becameOf, documentLines, monthLines, networkLines, siteLines } from './_lines.view';
import { monthsIn, readRange } from './_range';

const t = textsIn('en');
const line = (key: string | null, more: Partial<Line> = {}): Line => ({ ...none, key, ...more });

test('direct keeps a line of its own, behind the networks', () => {
  const lines = networkLines([line(null, { visits: 9 }), line('hatena', { shares: 1 })], t);
  expect(lines.map(({ label, href }) => [label, href])).toEqual([
    ['Hatena Bookmark', '/shares'],
    ['Direct, not by a share', undefined],
  ]);
});

test('a document leads to its milestone as long as there is one', () => {
  const title = { ja: '実績', en: null };
  const names = new Map([
    ['a', { kind: 'work', title, stream: null, isGone: false }],
    ['b', { kind: 'work', title, stream: null, isGone: true }],
    ['c', { kind: 'income', title: { ja: null, en: null }, stream: title, isGone: false }],
  ] as const);
  const lines = documentLines(
    ['a', 'b', 'c', 'd', null].map((key) => line(key)),
    names,
    'en',
    t,
  );
  expect(lines.map(({ label, href }) => [label, href])).toEqual([
    ['実績', '/milestones/a'],
    ['実績 (deleted)', undefined],
    ['実績', '/milestones/c'],
    ['Deleted', undefined],
    ['The record', '/record'],
  ]);
});

test('a site is never a link: anybody can write a referrer', () => {
  const lines = siteLines([line('javascript:alert(1)'), line(null)], t);
  expect(lines.map(({ label, href }) => [label, href])).toEqual([
    ['javascript:alert(1)', undefined],
    ['No site named', undefined],
  ]);
});

test('months stand newest first, empty ones too within a year', () => {
  const known = [line('2026-10', { visits: 3 }), line('2026-12', { visits: 1 })];
  const few = monthLines(known, ['2026-09', '2026-10', '2026-11'], 'en');
  expect(few.map(({ key, counts }) => [key, counts.visits])).toEqual([
    ['2026-12', 1],
    ['2026-11', 0],
    ['2026-10', 3],
    ['2026-09', 0],
  ]);
  const many = monthsUntil('2026-09', 9);
  const long = monthLines(known, ['2025-11', '2025-12', '2025-10', ...many, '2026-10'], 'en');
  expect(long.map(({ key }) => key)).toEqual(['2026-12', '2026-10']);
});

test('who is still open is said last', () => {
  expect(becameOf({ ...none, inquiries: 5, people: 4, agreed: 1, nothing: 2 })).toEqual([
    { what: 'agreed', count: 1 },
    { what: 'nothing', count: 2 },
    { what: 'open', count: 2 },
  ]);
  expect(becameOf(none)).toEqual([]);
});

test('the address asks for three months, all, or a year', () => {
  expect(
    ['3', '12', 'all', undefined, '7', ['3']].map((asked) => monthsIn(readRange(asked))),
  ).toEqual([3, 12, null, 12, 12, 12]);
});
