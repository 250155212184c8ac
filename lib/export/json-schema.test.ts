import { Ajv2020 } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { beforeAll, describe, expect, test } from 'vitest';
import { accountIn, type Exported, exportOf } from '../testing/exports';
import { makeFullPerson } from '../testing/full-person';
import { exportJsonSchema } from './schema';
import { tables } from './tables.rules';

const ajv = new Ajv2020({ strict: true, allErrors: true });
addFormats.default(ajv);
const isDescribed = ajv.compile(exportJsonSchema());
let account: Exported;
beforeAll(async () => {
  account = await accountIn(await exportOf(await makeFullPerson()));
});

test('an export is as it is described', () => {
  isDescribed(account);
  expect(isDescribed.errors).toBeNull();
});

describe('what is not described is no export', () => {
  const others: Record<string, (account: Exported) => unknown> = {
    'another version': (said) => ({ ...said, version: 2 }),
    'a table more': (said) => ({ ...said, tables: { ...said.tables, session: [] } }),
    'a table less': ({ tables: { timer: _, ...rest }, ...said }) => ({ ...said, tables: rest }),
    'two records': (said) => ({
      ...said,
      tables: { ...said.tables, record: [said.tables.record?.[0], said.tables.record?.[0]] },
    }),
  };
  test.each(Object.entries(others))('%s', (_, changed) => {
    expect(isDescribed(changed(account))).toBe(false);
  });

  test.each(tables.map(({ name }) => name))('a row of %s with more or less in it', (name) => {
    const [row] = account.tables[name] ?? [];
    const withRow = (other: object) => ({
      ...account,
      tables: { ...account.tables, [name]: [other] },
    });
    expect(isDescribed(withRow(row ?? {}))).toBe(true);
    expect(isDescribed(withRow({ ...row, owner_id: 'x' }))).toBe(false);
    expect(isDescribed(withRow({}))).toBe(false);
  });
});
