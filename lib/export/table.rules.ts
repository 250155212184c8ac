import type { Column } from './columns.rules';

/** Why a column, or a whole table, is in no export. */
export const reasons = {
  owner: 'the account it is restored into owns it there',
  account: 'how one signs in here, and what happened to that; never leaves',
  edits: 'counts edits, so that two of them at once notice; begins anew',
  written: 'when the row was last written, here',
  reckoned: 'is reckoned from the rest',
  installation: 'stands between the person and who runs this installation',
  address: 'an address of this installation',
  passing: 'passes within days',
} as const;
export type LeftOut = keyof typeof reasons;

/** An owned table as an export has it. */
export type Table = {
  /** In the file, and of its CSV. */
  readonly name: string;
  /** In the database, where it is called otherwise. */
  readonly stored?: string;
  /** The columns that make a row one of its kind, in the order of the rows; none: there is one row. */
  readonly key: readonly string[];
  /** In their order. */
  readonly columns: Readonly<Record<string, Column>>;
  readonly leftOut: Readonly<Record<string, LeftOut>>;
  /** What tells a row to its owner: the first of these columns that is not empty, and a day. */
  readonly says: { readonly names: readonly string[]; readonly on?: string };
};

/** The column that says whose a row is. */
export function ownerOf(table: Table): 'id' | 'owner_id' {
  return table.stored === 'user' ? 'id' : 'owner_id';
}
