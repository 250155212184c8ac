import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '../auth/viewer';
import { tables } from '../export/tables.rules';
import { limits } from '../limits';
import { accountIn, exportOf, withFile, withJson, withRows } from '../testing/exports';
import { makeFullPerson } from '../testing/full-person';
import { makePerson } from '../testing/people';
import { plant } from '../testing/planting';
import { lineOf, refusalOf } from '../testing/refusals';
import { planRestore } from './mutations';

let source: Viewer;
let zip: Buffer;
let viewer: Viewer;
beforeAll(async () => {
  source = await makeFullPerson();
  zip = await exportOf(source);
  viewer = await makePerson();
});

describe('rows that are none', () => {
  /** The export with `text` in the place of the row that its milestones begin with. */
  const withRow = (text: (row: string) => string) =>
    withJson(zip, (json) => json.replace(/(?<="milestone":\[\n)\{.*\}(?=,\n)/, text));

  test.each<[string, (row: string) => string]>([
    ['no JSON', () => '{'],
    ['a list', () => '{}[]'],
    ['nothing in it', () => '{}'],
    ['deep JSON', () => `{"id":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
    ['deep objects', () => `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`],
    ['__proto__', (row) => row.replace('{', '{"__proto__":{"isAdmin":true},')],
    ['constructor', (row) => row.replace('{', '{"constructor":{"prototype":{"isAdmin":true}},')],
    ['another owner', (row) => row.replace('{', `{"owner_id":"${source.userId}",`)],
    ['a column that is none', (row) => row.replace('{', '{"search_text":"x",')],
    ['an empty value', (row) => row.replace('{', '{"issuer":null,')],
    ['an id that is none', (row) => row.replace(/"id":"[^"]*"/, '"id":"x"')],
    [
      'an id in capitals',
      (row) => row.replace(/"id":"[^"]*"/, (text) => `"id"${text.slice(4).toUpperCase()}`),
    ],
    [
      'a day that is none',
      (row) => row.replace(/"happened_on":"[^"]*"/, '"happened_on":"2026-02-30"'),
    ],
    ['a number for digits', (row) => row.replace(/"amount_minor":"(\d+)"/, '"amount_minor":$1')],
    ['a minus', (row) => row.replace(/"amount_minor":"/, '"amount_minor":"-')],
    ['a currency that is none', (row) => row.replace(/"currency":"[^"]*"/, '"currency":"XXX"')],
    ['half a sign', (row) => row.replace('{', '{"issuer":"\\ud800",')],
    ['a sign that is none', (row) => row.replace('{', '{"issuer":"\\u0000",')],
    ['two lines in one', (row) => row.replace('{', '{"issuer":"a\\nb",')],
    ['a text that is too long', (row) => row.replace('{', `{"issuer":"${'x'.repeat(121)}",`)],
  ])('%s', async (_, text) => {
    const bytes = await withRow(text);
    const line = await lineOf(zip, '"milestone":[');
    expect(await refusalOf(viewer, bytes)).toEqual({
      reason: 'row-malformed',
      table: 'milestone',
      line: line + 1,
    });
    expect(Object.prototype).not.toHaveProperty('isAdmin');
  });

  test.each(tables.filter(({ key }) => key.length > 0).map(({ name }) => name))(
    'a row of %s that comes twice',
    async (name) => {
      const bytes = await withRows(zip, name, (rows) => [...rows, rows.at(-1) ?? {}]);
      expect(await refusalOf(viewer, bytes)).toMatchObject({ reason: 'row-order', table: name });
    },
  );

  test('a second record, and rows in another order', async () => {
    const two = await withRows(zip, 'record', ([row = {}]) => [row, row]);
    expect(await refusalOf(viewer, two)).toMatchObject({ reason: 'row-order', table: 'record' });
    const turned = await withRows(zip, 'milestone', (rows) => rows.reverse());
    expect(await refusalOf(viewer, turned)).toMatchObject({
      reason: 'row-order',
      table: 'milestone',
    });
  });
});

describe('rows that the database takes no part of', () => {
  const id = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;
  const manySkills = (n: number) =>
    Array.from({ length: n }, (_, i) => ({
      id: id(i),
      name_ja: `技${i}`,
      name_key: `技${i}`,
      level_names: [],
      level_minutes: [],
      created_at: '2026-01-01T00:00:00.000Z',
    }));

  test('whose parts do not go together, with the very line', async () => {
    for (const broken of [0, 1, 77, 149]) {
      const bytes = await withRows(zip, 'skill', () =>
        manySkills(150).map((row, i) => (i === broken ? { ...row, level_names: ['x'] } : row)),
      );
      const line = await lineOf(bytes, `"${id(broken)}"`);
      expect(await refusalOf(viewer, bytes)).toEqual({
        reason: 'row-refused',
        table: 'skill',
        line,
      });
    }
  });

  test('that lead to what is not there', async () => {
    const bytes = await withRows(zip, 'evidence', (rows) =>
      rows
        .map((row, i) =>
          i === 1 ? { ...row, milestone_id: `${row.milestone_id}`.replace(/^./, 'f') } : row,
        )
        .sort((a, b) => (`${a.milestone_id}` < `${b.milestone_id}` ? -1 : 1)),
    );
    const line = await lineOf(bytes, '"milestone_id":"f');
    expect(await refusalOf(viewer, bytes)).toEqual({ reason: 'dangling', table: 'evidence', line });
  });

  test('that have what only one can have', async () => {
    const bytes = await withRows(zip, 'milestone', (rows) =>
      rows.map((row) => ({ ...row, public_id: rows[0]?.public_id })),
    );
    const [, second] = (await accountIn(zip)).tables.milestone ?? [];
    const line = await lineOf(bytes, `{"id":"${second?.id}"`);
    expect(await refusalOf(viewer, bytes)).toEqual({ reason: 'taken', table: 'milestone', line });
  });

  test('more than an account holds', async () => {
    const who = await makePerson();
    const most = await withRows(zip, 'skill', () => manySkills(limits.skills));
    const cleared = await withRows(most, 'effort', () => []);
    const fits = await withRows(await withRows(cleared, 'timer', () => []), 'goal', () => []);
    const bytes = await withRows(fits, 'goal_change', () => []);
    expect((await withFile(bytes, (file) => planRestore(who, file))).ok).toBe(true);
    await plant(who, { skill: [{ ...manySkills(1)[0], id: id(999_999), name_key: 'one more' }] });
    expect(await refusalOf(who, bytes)).toEqual({ reason: 'full', table: 'skill', line: null });
  });
});
