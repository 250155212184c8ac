import { describe, expect, test } from 'vitest';
import { findHeading, guessColumns } from './columns.rules';
import { findDelimiter } from './delimiter.rules';
import { columnNames, importFields } from './names.rules';

describe('columns are known by their names', () => {
  test.each([
    [
      ['日付', '件名', '金額', '通貨', '種類', '収入源'],
      { date: 0, title: 1, amount: 2, currency: 3, kind: 4, stream: 5 },
    ],
    [
      ['手数料', '経費', '時間', 'メモ', 'タグ', 'リンク'],
      { fees: 0, costs: 1, hours: 2, note: 3, tags: 4, url: 5 },
    ],
    [
      ['Date', 'Title', 'Amount', 'Currency', 'Kind', 'Stream'],
      { date: 0, title: 1, amount: 2, currency: 3, kind: 4, stream: 5 },
    ],
    [
      ['fees', 'costs', 'hours', 'note', 'url', 'tags'],
      { fees: 0, costs: 1, hours: 2, note: 3, url: 4, tags: 5 },
    ],
    [['ﾀｲﾄﾙ', ' ＤＡＴＥ ', '金額（円）', 'Amount [USD]'], { title: 0, date: 1, amount: 2 }],
    [['happened_on', 'Gross Amount'], { date: 0, amount: 1 }],
    // What is called by both names is the title where there is no other.
    [['内容', '入金額'], { title: 0, amount: 1 }],
    [['件名', '内容'], { title: 0, note: 1 }],
    [['title', 'description'], { title: 0, note: 1 }],
    [['公開範囲', 'visibility', ''], {}],
  ])('%j', (headings, columns) => {
    expect(guessColumns(headings)).toEqual(columns);
  });

  test('a column is one field at most, and a field one column', () => {
    const all = importFields.flatMap((field) => columnNames[field]);
    const guess = Object.values(guessColumns([...all, ...all]));
    expect(guess).toHaveLength(importFields.length);
    expect(new Set(guess).size).toBe(guess.length);
  });

  test.each(importFields)('each name of %s leads to it where it stands alone', (field) => {
    for (const name of columnNames[field]) {
      const known = Object.keys(guessColumns([name]));
      expect(known).toHaveLength(1);
      // 内容 and description are a title before they are a note.
      if (!columnNames.title.includes(name)) expect(known).toEqual([field]);
    }
  });
});

describe('the row of headings', () => {
  test.each([
    [
      'first',
      [
        ['日付', '金額'],
        ['2026-11-30', '500'],
      ],
      0,
    ],
    [
      'behind what a bank puts before it',
      [
        ['ご利用明細', ''],
        ['口座', '1234567'],
        ['日付', '入金'],
        ['2026/11/30', '500'],
      ],
      2,
    ],
    [
      'the one with the most names',
      [
        ['date', ''],
        ['date', 'amount'],
        ['2026', '5'],
      ],
      1,
    ],
    [
      'in no language we know',
      [
        ['Datum', 'Betrag'],
        ['30.11.2026', '5'],
      ],
      0,
    ],
    [
      'absent',
      [
        ['2026-11-30', '収入', '500'],
        ['2026-11-29', '収入', '500'],
      ],
      null,
    ],
    [
      'absent where nothing is a number',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
      null,
    ],
    ['absent from nothing', [], null],
  ] as const)('is %s', (_, rows, index) => {
    expect(findHeading(rows)).toBe(index);
  });
});

describe('what parts the cells', () => {
  test.each([
    ['a comma', 'date,title\n2026-11-30,x\n', ','],
    ['a tab', 'date\ttitle\n2026-11-30\t1,5\n', '\t'],
    [
      'a semicolon beside decimal commas',
      'Datum;Titel;Betrag\n30.11.2026;x;1,50\n29.11.2026;y;1.234,56\n',
      ';',
    ],
    ['a semicolon without headings', '30.11.2026;1,50\n29.11.2026;1,20\n', ';'],
    ['a comma beside a semicolon now and then', 'date,title\n2026-11-30,a;b\n2026-11-29,c\n', ','],
    ['a comma beside semicolons in quotes', 'date,title\n2026,"a;b;c;d"\n2025,"e;f;g;h"\n', ','],
    [
      'one behind lines of another kind',
      'ご利用明細\n口座;1234567\n日付,入金,残高\n2026,5,6\n2026,7,8\n',
      ',',
    ],
    ['nothing', 'date\n2026\n', ','],
    ['nothing at all', '', ','],
  ])('%s', (_, sample, delimiter) => {
    expect(findDelimiter(sample)).toBe(delimiter);
  });
});
