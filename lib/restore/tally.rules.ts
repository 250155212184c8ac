import type { Table } from '../export/table.rules';
import { examplesAtMost, type Fate, fates, type TableReport, type Told } from './report.rules';
import { toldBy } from './row.rules';
import type { Row } from './versions.rules';

type Line = { readonly line: number; readonly row: Row };

/** A {@link TableReport} that is being made. */
export type Tally = TableReport & {
  readonly counts: Record<Fate, number>;
  readonly examples: Record<Fate, Told[]>;
};

function newTally(table: string): Tally {
  return {
    table,
    counts: { added: 0, changed: 0, conflicting: 0, same: 0 },
    examples: { added: [], changed: [], conflicting: [], same: [] },
  };
}

/** Adds to `tallies` what became of some lines of `table`. */
export function reportedOn(
  tallies: Map<string, Tally>,
  table: Table,
  lines: readonly Line[],
  became: {
    readonly added: readonly number[];
    readonly changed: readonly number[];
    readonly same: readonly number[];
    readonly clashing: readonly Line[];
  },
): void {
  const tally = tallies.get(table.name) ?? newTally(table.name);
  tallies.set(table.name, tally);
  const rows = new Map(lines.map(({ line, row }) => [line, row]));
  const { clashing, ...rest } = became;
  const byFate = { ...rest, conflicting: clashing.map(({ line }) => line) };
  for (const fate of fates) {
    tally.counts[fate] += byFate[fate].length;
    if (fate === 'same') continue;
    for (const line of [...byFate[fate]].sort((a, b) => a - b)) {
      if (tally.examples[fate].length >= examplesAtMost) break;
      const row = rows.get(line);
      if (row) tally.examples[fate].push(toldBy(table, row));
    }
  }
}
