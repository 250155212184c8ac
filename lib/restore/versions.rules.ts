import { exportVersion } from '../export/layout.rules';
import { tables } from '../export/tables.rules';

/** A row of an export: the columns that are not empty. */
export type Row = Readonly<Record<string, unknown>>;

/** What makes a row of one version one of the next; null: there are none such any more. */
type Upgrade = (table: string, row: Row) => Row | null;

/*
 * An export of any version is restored: its rows go through each step up to this release's. A change of
 * the format adds a step here, the tables that there were before it, and a file of that version to the
 * tests, which is never written again.
 */
const steps: Readonly<Record<number, Upgrade>> = {};

/** The tables of older versions, in their order. */
const tablesBefore: Readonly<Record<number, readonly string[]>> = {};

/** The tables of a version, in their order; null: there is no such version. */
export function tableNamesOf(version: number): readonly string[] | null {
  if (version === exportVersion) return tables.map(({ name }) => name);
  return tablesBefore[version] ?? null;
}

/** A row of `version` as it is in this release's. */
export function upgraded(version: number, table: string, row: Row): Row | null {
  let made: Row | null = row;
  for (let from = version; from < exportVersion && made; from += 1) {
    made = steps[from]?.(table, made) ?? null;
  }
  return made;
}
