import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { limits } from '../limits';
import type { Mapping } from './mapping.schema';
import { type ImportField, importFields } from './names.rules';
import { rowReader } from './rows.rules';

const every: Omit<Mapping, 'columns'> = {
  heading: 0,
  everyKind: 'income',
  everyCurrency: 'JPY',
  everyStream: '',
  language: 'ja',
  numbers: null,
  dates: null,
  keepsDuplicates: false,
};
const columns = Object.fromEntries(importFields.map((field, i) => [field, i]));
type Cells = Partial<Record<ImportField, string>>;

function read(cells: Cells, more: Partial<Mapping> = {}, form: 'point' | 'comma' = 'point') {
  const reader = rowReader({
    mapping: { ...every, columns, ...more },
    width: importFields.length,
    numbers: form,
    dates: 'dmy',
    today: '2026-11-30',
    zone: 'Asia/Tokyo',
  });
  return reader(importFields.map((field) => cells[field] ?? ''));
}

function draftOf(cells: Cells, more: Partial<Mapping> = {}, form: 'point' | 'comma' = 'point') {
  const row = read(cells, more, form);
  if (!row.ok) throw new Error(JSON.stringify(row.problems));
  return row.draft;
}

const sale = { date: '2026-11-30', amount: '¥12,000', stream: 'ブログ' };

describe('a row becomes a milestone', () => {
  test('of income, with all that belongs to it', () => {
    const draft = draftOf({
      ...sale,
      title: '  広告   収入 ',
      fees: '６００円',
      costs: '0.1万',
      hours: '6:30',
      note: '一行目\n二行目',
      url: 'https://example.com/a https://example.com/b',
      tags: '広告;ブログ',
    });
    expect(draft).toEqual({
      kind: 'income',
      title: { ja: '広告 収入', en: null },
      story: { ja: '一行目\n二行目', en: null },
      happened: { day: '2026-11-30', precision: 'day' },
      income: { minor: 12_000n, currency: 'JPY', fees: 600n, costs: 1_000n },
      streamName: 'ブログ',
      minutes: 390,
      measure: null,
      issuer: null,
      tags: ['広告', 'ブログ'],
      visibility: 'private',
      language: 'ja',
      disclosure: null,
      visibleFrom: null,
      evidence: ['https://example.com/a', 'https://example.com/b'],
    });
  });

  test.each([
    ['収入', 'income'],
    ['INCOME', 'income'],
    ['スキル', 'skill'],
    ['work', 'work'],
    ['資格', 'credential'],
    ['', 'recognition'],
  ])('of the kind %j', (kind, is) => {
    const cells = { date: '2026-11', title: 'A', kind, ...(is === 'income' && sale) };
    expect(draftOf(cells, { everyKind: 'recognition' })).toMatchObject({ kind: is });
  });

  test('of an audience and of what others gave', () => {
    const followers = {
      kind: '発信',
      date: '2026',
      title: '千人',
      account: 'X @hana',
      count: '1,200',
    };
    expect(draftOf(followers)).toMatchObject({ measure: { name: 'X @hana', value: 1_200n } });
    const passed = { kind: 'credential', date: '2026-11', title: '合格', issuer: 'IPA' };
    expect(draftOf(passed)).toMatchObject({ issuer: 'IPA', happened: { precision: 'month' } });
  });

  test('in the currency, of the stream and in the language of all where it names none', () => {
    const each = { everyCurrency: 'USD', everyStream: 'Consulting', language: 'en' } as const;
    const cells = { date: '30/11/2026', title: 'Design', amount: '1.234,50' };
    expect(draftOf(cells, each, 'comma')).toMatchObject({
      title: { ja: null, en: 'Design' },
      income: { minor: 123_450n, currency: 'USD' },
      streamName: 'Consulting',
      happened: { day: '2026-11-30' },
    });
    expect(draftOf({ ...cells, currency: 'eur', stream: 'Talks' }, each, 'comma')).toMatchObject({
      income: { currency: 'EUR' },
      streamName: 'Talks',
    });
  });

  test.each(['=1+1', '=HYPERLINK("https://evil.example")', '@SUM(A1)', '+81 90', '-x', "'=1+1"])(
    'with %j, which is text and nothing else',
    (title) => {
      expect(draftOf({ ...sale, title, note: title }).title.ja).toBe(title);
    },
  );

  test('whatever it says about who may see it', () => {
    const reader = rowReader({
      mapping: { ...every, columns: { date: 0, title: 2 }, everyKind: 'work' },
      width: 3,
      numbers: 'point',
      dates: null,
      today: '2026-11-30',
      zone: 'Asia/Tokyo',
    });
    const row = reader(['2026-11-30', 'public', 'A', '', ' ']);
    expect(row).toMatchObject({ ok: true, draft: { visibility: 'private' } });
  });
});

describe('a row is refused', () => {
  test.each([
    ['the amount', { amount: '-500' }, [['amount', 'amount-negative', '-500']]],
    ['the amount', { amount: '(500)' }, [['amount', 'amount-negative', '(500)']]],
    ['the amount', { amount: '0' }, [['amount', 'amount-zero', '0']]],
    ['the amount', { amount: '' }, [['amount', 'required', '']]],
    ['the amount', { amount: '=500' }, [['amount', 'amount-unclear', '=500']]],
    ['the currency', { currency: 'XXX' }, [['currency', 'currency-unknown', 'XXX']]],
    ['the sign of another', { amount: '$5' }, [['amount', 'amount-other-currency', '$5']]],
    ['the date', { date: '46356' }, [['date', 'not-a-date', '46356']]],
    ['the date', { date: '11/30/2026' }, [['date', 'not-a-date', '11/30/2026']]],
    ['the date', { date: '2026' }, [['date', 'not-a-month', '2026']]],
    ['the date', { date: '2026-12-01' }, [['date', 'date-in-future', '2026-12-01']]],
    ['the stream', { stream: ' ' }, [['stream', 'required', '']]],
    ['the fees', { fees: '1万3000円' }, [['fees', 'fees-above-amount', '1万3000円']]],
    ['the kind', { kind: 'foo' }, [['kind', 'kind-unknown', 'foo']]],
    ['the kind', { kind: 'networking' }, [['kind', 'kind-unknown', 'networking']]],
    ['the hours', { hours: 'long' }, [['hours', 'hours-unclear', 'long']]],
    ['the link', { url: 'javascript:alert(1)' }, [['url', 'not-a-link', 'javascript:alert(1)']]],
    [
      'a name that is kept for nothing',
      { kind: '__proto__' },
      [['kind', 'kind-unknown', '__proto__']],
    ],
    [
      'several at once',
      { date: 'x', amount: 'y', stream: '' },
      [
        ['date', 'not-a-date', 'x'],
        ['amount', 'amount-unclear', 'y'],
        ['stream', 'required', ''],
      ],
    ],
  ] as [string, Cells, [ImportField, string, string][]][])('for %s: %j', (_, cells, problems) => {
    const row = read({ ...sale, ...cells });
    const told = row.ok ? [] : row.problems.map(({ field, reason, cell }) => [field, reason, cell]);
    expect(told).toEqual(expect.arrayContaining(problems));
    expect(told).toHaveLength(problems.length);
  });

  test('for what its kind has no place for, unless that is nothing', () => {
    const work = { kind: 'work', date: '2026-11', title: 'A' };
    expect(read({ ...work, amount: '500', fees: '5' })).toEqual({
      ok: false,
      problems: [
        { field: 'amount', reason: 'amount-not-income', cell: '500' },
        { field: 'fees', reason: 'amount-not-income', cell: '5' },
      ],
    });
    expect(read({ ...work, amount: '0', fees: '¥0', costs: '0.00円' }).ok).toBe(true);
  });

  test('where a comma without quotes has moved its cells', () => {
    const reader = rowReader({
      mapping: { ...every, columns: { date: 0, stream: 1, amount: 2 } },
      width: 3,
      numbers: 'point',
      dates: null,
      today: '2026-11-30',
      zone: 'Asia/Tokyo',
    });
    expect(reader(['2026-11-30', 'ブログ', '12', '000'])).toEqual({
      ok: false,
      problems: [{ field: null, reason: 'row-too-wide', cell: '' }],
    });
    expect(reader(['2026-11-30', 'ブログ', '12', '', ' ']).ok).toBe(true);
    expect(reader(['2026-11-30', 'ブログ'])).toMatchObject({ problems: [{ field: 'amount' }] });
  });

  test('for a cell that no form would take, in no time', () => {
    const row = read({ ...sale, note: 'e\u0301'.repeat(75_000) });
    expect(row).toMatchObject({ problems: [{ field: 'note', reason: 'too-long' }] });
    const marks = read({ ...sale, title: `a${'\u0301'.repeat(90_000)}` });
    expect(marks).toMatchObject({ problems: [{ field: 'title', reason: 'too-long' }] });
  });

  test('for a title that is too long, of which the beginning is shown', () => {
    const row = read({ ...sale, title: '長'.repeat(limits.title + 1) });
    expect(row).toMatchObject({ problems: [{ field: 'title', reason: 'too-long' }] });
    expect(row.ok ? '' : row.problems[0]?.cell).toBe(`${'長'.repeat(60)}…`);
  });
});

const anything = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('2026-11-30', '¥12,000', '収入', 'ブログ', '12万', '', 'https://a.example/'),
);

test('whatever stands in the cells, a row is read or refused, and comes in private', () => {
  fc.assert(
    fc.property(
      fc.array(anything, { maxLength: importFields.length + 2 }),
      fc.constantFrom('point', 'comma'),
      (cells, numbers) => {
        const row = rowReader({
          mapping: { ...every, columns },
          width: importFields.length,
          numbers: numbers as 'point',
          dates: 'mdy',
          today: '2026-11-30',
          zone: 'Asia/Tokyo',
        })(cells);
        if (row.ok) expect(row.draft.visibility).toBe('private');
        else expect(row.problems.length).toBeGreaterThan(0);
      },
    ),
  );
});
