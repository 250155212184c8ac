import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { textsIn } from '@/app/_text/texts';
import type { Check } from '@/lib/import/data';
import { fieldsOf, type Mapping } from '@/lib/import/mapping.schema';
import { importFields } from '@/lib/import/names.rules';
import { type Forms, unsaidIn, widthOf } from '@/lib/import/reading';
import { rowReasons } from '@/lib/import/rows.rules';
import type { Sheet } from '@/lib/import/sheet';
import { limits } from '@/lib/limits';
import { fileOf, plainMapping, readySheet } from '@/lib/testing/csv';
import { income, work } from '@/lib/testing/people';
import { Head } from './_head';
import { MappingForm } from './_mapping-form';
import { Result } from './_result';
import { letterOf, problemWords } from './_words';

const sheet: Sheet = {
  open: fileOf(''),
  encoding: 'utf-8',
  delimiter: ',',
  head: [
    { line: 1, cells: ['日付', '金額'] },
    { line: 2, cells: ['2026-11-30', '<b>500</b>'] },
  ],
};
const mapping: Mapping = {
  ...plainMapping,
  columns: { date: 0, amount: 1 },
  everyStream: 'ブログ',
};
const id = '019f0000-0000-7000-8000-000000000000';

const none: Check = {
  fresh: 0,
  duplicates: 0,
  refused: 0,
  room: 20_000,
  filledBy: 'milestones',
  newStreams: [],
  streamRoom: 200,
  shown: { fresh: [], duplicates: [], refused: [] },
};
const some: Check = {
  ...none,
  fresh: 1_204,
  duplicates: 2,
  refused: 1,
  newStreams: ['ブログ'],
  shown: {
    fresh: [{ line: 2, draft: income(12_000, '2026-11-30') }],
    duplicates: [
      { line: 3, draft: work('アプリ', '2026-10'), twin: { line: null } },
      { line: 4, draft: work('アプリ', '2026-10'), twin: { line: 3 } },
    ],
    refused: [
      {
        line: 5,
        problems: [
          { field: 'amount', reason: 'amount-negative', cell: '-500' },
          { field: null, reason: 'row-too-wide', cell: '' },
        ],
      },
    ],
  },
};

describe.each(['en', 'ja'] as const)('in %s', (locale) => {
  const t = textsIn(locale);
  const drawForm = (forms: Forms, how = mapping) =>
    renderToStaticMarkup(
      <MappingForm
        id={id}
        sheet={sheet}
        width={widthOf(sheet, how)}
        mapping={how}
        forms={forms}
        unsaid={unsaidIn(how, forms)}
        streams={['ブログ']}
        t={t}
      />,
    );
  const drawResult = (check: Check, how = mapping) =>
    renderToStaticMarkup(<Result id={id} check={check} mapping={how} locale={locale} t={t} />);
  const plain = { numbers: 'none', dates: 'none', rows: 1 } as const;

  test('every column has its select, with what was chosen', () => {
    const drawn = drawForm(plain);
    for (const field of importFields) expect(drawn).toContain(`name="${field}"`);
    expect(drawn).toContain('<option value="1" selected="">B: 金額</option>');
    expect(drawn).toContain('value="ブログ"');
    expect(drawn).toContain('method="get"');
    expect(drawn).not.toMatch(/name="(?:numbers|dates|visibility)"/);
  });

  test('what makes a difference is asked, beside the field where it was left open', () => {
    const open = { numbers: 'open', dates: 'mixed', rows: 1 } as const;
    const drawn = drawForm(open, { ...mapping, columns: {} });
    expect(drawn).toContain('name="numbers"');
    expect(drawn).toMatch(/id="f-dates-error">[^<]+</);
    expect(drawn).toContain(t('dataImport.mapping.open'));
    expect(drawn).toContain(t('dataImport.mapping.mixed'));
    expect(drawn).toContain(t('dataImport.mapping.dateNeeded'));
    const chosen = drawForm(open, { ...mapping, numbers: 'comma', dates: 'dmy' });
    expect(chosen).toContain('<option value="comma" selected="">1.234,56</option>');
    expect(chosen).not.toContain('-error"');
  });

  test('the first rows are shown as they stand, and as text', () => {
    const drawn = renderToStaticMarkup(<Head head={sheet.head} width={2} t={t} />);
    expect(drawn).toContain('&lt;b&gt;500&lt;/b&gt;');
    expect(drawn).toMatch(/<th scope="col">B<\/th>/);
  });

  test('what would come in is a table of each lot, with lines and reasons', () => {
    const drawn = drawResult(some);
    expect(drawn).toContain(t('dataImport.check.sameAsStored'));
    expect(drawn).toContain(t('dataImport.check.sameAsLine', { line: 3 }));
    expect(drawn).toContain('-500');
    expect(drawn).toContain(t('errors.amount-negative'));
    expect(drawn).toContain(t('errors.row-too-wide').replaceAll('"', '&quot;'));
    expect(drawn).toContain(t('dataImport.check.newStreams', { names: 'ブログ' }));
    expect(drawn).toContain('1,204');
    expect(drawn).toContain(t('dataImport.check.apply', { rows: 1_204 }));
    for (const [name, value] of Object.entries({ ...fieldsOf(mapping), upload: id })) {
      expect(drawn).toContain(`<input type="hidden" name="${name}" value="${value}"/>`);
    }
  });

  test('the button says how many come in, duplicates too where they are wished', () => {
    const keeps = { ...mapping, keepsDuplicates: true };
    expect(drawResult(some, keeps)).toContain(t('dataImport.check.apply', { rows: 1_206 }));
  });

  test('where nothing can come in there is no button, and it is said why', () => {
    for (const [check, why] of [
      [none, t('dataImport.check.nothing')],
      [{ ...some, room: 3 }, t('dataImport.check.tooMany', { room: 3 })],
      [{ ...some, room: 3, filledBy: 'kept' }, t('dataImport.check.tooManyKept', { room: 3 })],
      [{ ...some, streamRoom: 0 }, t('dataImport.check.tooManyStreams', { room: 0 })],
    ] as const) {
      const drawn = drawResult(check);
      expect(drawn).toContain(why);
      expect(drawn).not.toContain('<button');
    }
  });

  test('where the deleted ones leave no room, the sentence names them and their limit', () => {
    const limit = limits.milestonesKept.toLocaleString('en');
    for (const said of [
      t('dataImport.check.tooManyKept', { room: 3 }),
      t('errors.too-many-kept'),
    ]) {
      expect(said).toContain(limit);
      expect(said).toMatch({ en: /Deleted|deleted/, ja: /削除/ }[locale]);
      expect(said).not.toContain(limits.milestones.toLocaleString('en'));
    }
  });

  test('every reason has words', () => {
    for (const reason of rowReasons) {
      const said = t(`errors.${reason}`);
      expect(problemWords({ field: 'date', reason, cell: 'x' }, t)).toContain(said);
      expect(problemWords({ field: null, reason, cell: '' }, t)).toBe(said);
    }
  });
});

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [49, 'AX'],
])('column %d is %s', (index, letter) => {
  expect(letterOf(index)).toBe(letter);
});

test('a file is ready once everything that makes a difference is said', async () => {
  const text = 'date,amount\n5/1/2026,"1,234"\n6/2/2026,"5,678"\n';
  const how = { ...mapping, everyCurrency: 'USD' } as const;
  const { forms } = await readySheet(text, how);
  expect(forms).toEqual({ numbers: 'open', dates: 'open', rows: 2 });
  expect(unsaidIn(how, forms)).toEqual(['numbers', 'dates']);
  expect(unsaidIn({ ...how, numbers: 'point', dates: 'mdy' }, forms)).toEqual([]);
  expect(unsaidIn({ ...how, columns: {} }, forms)).toEqual(['date', 'numbers', 'dates']);
});

test('the form of numbers is found in the currency of each row', async () => {
  const how = {
    ...mapping,
    columns: { date: 0, amount: 1, currency: 2 },
    everyCurrency: 'USD',
  } as const;
  const found = async (...rows: string[]) =>
    (await readySheet(['date,amount,currency', ...rows].join('\n'), how)).forms;
  // Yen have no decimals: this is a group, and so it is in every row.
  expect(await found('2026-11-30,"1,234",JPY', '2026-11-29,"1,234",')).toMatchObject({
    numbers: 'point',
  });
  expect(await found('2026-11-30,"1,234",EUR')).toMatchObject({ numbers: 'open' });
  expect(await found('2026-11-30,"1.234,5",EUR', '2026-11-29,"1.5",')).toMatchObject({
    numbers: 'mixed',
  });
});
