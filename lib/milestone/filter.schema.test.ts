import { expect, test } from 'vitest';
import { readListQuery } from './filter.schema';

const id = '019a0000-0000-7000-8000-000000000000';

test('reads what a list is narrowed to', () => {
  expect(
    readListQuery({
      kind: 'income',
      year: '2026',
      month: '2026-08',
      q: '  ﾌﾞﾛｸﾞ ',
      after: `2026-08-01_${id}`,
    }),
  ).toEqual({
    kind: 'income',
    year: 2026,
    month: '2026-08',
    q: 'ﾌﾞﾛｸﾞ',
    after: { day: '2026-08-01', id },
  });
});

test.each([
  { kind: 'wealth' },
  { kind: ['income', 'skill'] },
  { year: '0' },
  { month: '2026-13' },
  { stream: "' OR 1=1" },
  { after: '2026-02-30_x' },
  { visibility: 'secret' },
  { unknown: 'x' },
  { tag: '\0' },
  { after: `0000-01-01_${id}` },
])('what makes no sense narrows nothing: %j', (search) => {
  expect(readListQuery(search)).toEqual({});
});

test('a huge search is cut, not refused', () => {
  expect(readListQuery({ q: 'x'.repeat(1_000_000) }).q).toHaveLength(100);
});
