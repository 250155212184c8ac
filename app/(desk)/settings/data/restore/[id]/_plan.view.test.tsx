import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { textsIn } from '@/app/_text/texts';
import { tables } from '@/lib/export/tables.rules';
import { type RestoreReport, refusals } from '@/lib/restore/report.rules';
import { Plan } from './_plan';
import { Unreadable } from './_unreadable';
import { listOf, tableName } from './_words';

const id = '01900000-0000-7000-8000-000000000000';
const none = { added: [], changed: [], conflicting: [], same: [] };
const same: RestoreReport = {
  exportedAt: new Date('2026-11-30T03:00:00Z'),
  isSealed: true,
  tables: [
    { table: 'record', counts: { added: 0, changed: 0, conflicting: 0, same: 1 }, examples: none },
  ],
  mapped: [],
  unproven: 0,
  wasEmpty: false,
  changesWhatIsSeen: false,
};
const some: RestoreReport = {
  ...same,
  isSealed: false,
  tables: [
    ...same.tables,
    {
      table: 'milestone',
      counts: { added: 1_204, changed: 1, conflicting: 2, same: 3 },
      examples: {
        ...none,
        added: [{ name: '<b>Shop</b>', on: '2026-08-01' }],
        changed: [{ name: null, on: '2026-09-01' }],
        conflicting: [{ name: null, on: null }],
      },
    },
  ],
  mapped: [{ table: 'stream', name: 'ブログ' }],
  unproven: 2,
  changesWhatIsSeen: true,
};

describe.each(['en', 'ja'] as const)('in %s', (locale) => {
  const t = textsIn(locale);
  const draw = (report: RestoreReport) =>
    renderToStaticMarkup(<Plan id={id} report={report} t={t} />);

  test('every table and every refusal has words', () => {
    for (const { name } of tables) expect(tableName(name, t)).not.toBe(name);
    for (const reason of [...refusals, 'later'] as const) {
      const refusal =
        reason === 'later' ? reason : { ok: false as const, reason, table: 'reply', line: 1_204 };
      const drawn = renderToStaticMarkup(<Unreadable refusal={refusal} t={t} />);
      expect(drawn).toContain(t(`dataExport.unreadable.${reason}`));
      if (reason !== 'later') {
        expect(drawn).toContain(tableName('reply', t));
        expect(drawn).toContain('1,204');
      }
    }
  });

  test('what would change is told with its rows, and what is asked stands below', () => {
    const drawn = draw(some);
    expect(drawn).toContain('1,204');
    expect(drawn).toContain('&lt;b&gt;Shop&lt;/b&gt; · 2026-08-01');
    expect(drawn).toContain(t('dataExport.plan.unsealed'));
    expect(drawn).toContain(t('dataExport.plan.unproven', { count: 2 }));
    expect(drawn).toContain(t('dataExport.plan.mapped', { names: 'ブログ' }));
    expect(drawn).toContain(t('dataExport.plan.conflictingHint'));
    expect(drawn).toContain(`name="upload" value="${id}"`);
    expect(drawn).toMatch(/name="changed"[^>]*checked=""[^>]*value="keep"/);
    expect(drawn).toContain('name="staysOpen"');
    expect(drawn).toContain(t('dataExport.plan.submit'));
  });

  test('into an empty account the export is taken, unless its owner says otherwise', () => {
    expect(draw({ ...some, wasEmpty: true })).toMatch(
      /name="changed"[^>]*checked=""[^>]*value="take"/,
    );
  });

  test('where nothing would change there is nothing to restore', () => {
    const drawn = draw(same);
    expect(drawn).toContain(t('dataExport.plan.all'));
    expect(drawn).not.toContain(t('dataExport.plan.submit'));
    expect(drawn).not.toContain(t('dataExport.plan.unsealed'));
  });
});

test('more rows than are told are counted', () => {
  const t = textsIn('en');
  const rows = [{ name: 'a', on: null }];
  expect(listOf(rows, 1, t)).toBe('a');
  expect(listOf(rows, 1_205, t)).toBe('a and 1,204 more');
  expect(listOf([{ name: null, on: null }], 9, t)).toBe('');
});
