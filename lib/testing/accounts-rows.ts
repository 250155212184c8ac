import fc from 'fast-check';
import { many } from './accounts-values';

export type Row = Record<string, unknown>;

/** What the rest of an account stands around. */
export type Made = Readonly<Record<'stream' | 'skill' | 'audience' | 'milestone', readonly Row[]>>;

export const idsOf = (rows: readonly Row[]) => rows.map((row) => String(row.id));
export const noRows = fc.constant<Row[]>([]);

/** Rows of at most `most`, no two of which `key` says the same of. */
export function unlike(most: number, row: fc.Arbitrary<Row>, key: (row: Row) => string) {
  return fc.uniqueArray(row, { maxLength: most, selector: key });
}

export function withIds(most: number, row: fc.Arbitrary<Row>): fc.Arbitrary<Row[]> {
  return many(most, row).map((rows) => rows.map(([known, rest]) => ({ id: known, ...rest })));
}
