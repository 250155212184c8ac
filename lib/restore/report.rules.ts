/** Why a file is not restored, or not now. */
export const refusals = [
  /** It cannot be read as a zip: cut short, broken, or something else. */
  'not-a-zip',
  /** There is no `jisseki.json` in it, or more than one. */
  'no-account',
  /** Inflated it would be larger than any account, or so small a file could not hold so much. */
  'too-large',
  /** Its bytes are not what the zip says they are, or no text. */
  'damaged',
  'not-an-export',
  /** A later release wrote it. */
  'newer',
  /** A line stands where none of its kind does. */
  'layout',
  'line-long',
  /** A row is no row of its table. */
  'row-malformed',
  /** A row comes twice, or before one that it follows. */
  'row-order',
  'too-many-rows',
  /** The database takes no such row: its parts do not go together. */
  'row-refused',
  /** A row leads to one that is not there. */
  'dangling',
  /** Something else of the account has what only one can have. */
  'taken',
  /** With these there would be more than an account holds. */
  'full',
  /** Somebody else is at it, or too many are. */
  'busy',
] as const;
export type RefusalReason = (typeof refusals)[number];

/** A refusal with where it was met: the table, and the line of `jisseki.json`, counted from 1. */
export type RestoreRefusal = {
  readonly ok: false;
  readonly reason: RefusalReason;
  readonly table: string | null;
  readonly line: number | null;
};

/** Undoes the work under way, and says why. */
export class Refused extends Error {
  readonly refusal: RestoreRefusal;

  constructor(reason: RefusalReason, table: string | null = null, line: number | null = null) {
    super(`${reason} at ${table ?? 'no table'}, line ${line ?? 'none'}`);
    this.refusal = { ok: false, reason, table, line };
  }
}

/** What becomes of a row: `conflicting` ones stay out, whatever is chosen. */
export const fates = ['added', 'changed', 'conflicting', 'same'] as const;
export type Fate = (typeof fates)[number];

/** A row as its owner knows it: what it is called, and of which day it is. */
export type Told = { readonly name: string | null; readonly on: string | null };

/** A table of the export against the account it is restored into. */
export type TableReport = {
  readonly table: string;
  readonly counts: Readonly<Record<Fate, number>>;
  /** The first rows of each; there are none of `same`. */
  readonly examples: Readonly<Record<Fate, readonly Told[]>>;
};

/** What a restore does, or would do. */
export type RestoreReport = {
  /** When the export was made, as the zip says; in this program's zone. */
  readonly exportedAt: Date;
  /** Whether it is this account's own, and nobody changed it. */
  readonly isSealed: boolean;
  /** In the order of the export; without those that have no rows. */
  readonly tables: readonly TableReport[];
  /** What has another one's id here, and is that one. */
  readonly mapped: readonly { readonly table: string; readonly name: string }[];
  /** Inquiries that come back as if noted by hand: nobody can tell that they were sent. */
  readonly unproven: number;
  /** Whether the account had nothing in it before. */
  readonly wasEmpty: boolean;
  /** Whether strangers read something else of a published record than before. */
  readonly changesWhatIsSeen: boolean;
};

/** How many rows of each fate are told as examples. */
export const examplesAtMost = 3;

/** How many rows there are of `fate`, in all tables. */
export function countOf({ tables }: RestoreReport, fate: Fate): number {
  return tables.reduce((sum, { counts }) => sum + counts[fate], 0);
}
