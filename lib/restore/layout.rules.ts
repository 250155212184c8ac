import {
  closing,
  exportVersion,
  foot,
  headOf,
  lastClosing,
  openingOf,
} from '../export/layout.rules';
import type { RefusalReason } from './report.rules';
import { tableNamesOf } from './versions.rules';

/** A row of `jisseki.json`, as it stands there. */
export type RowLine = { readonly table: string; readonly text: string };

type Read = RowLine | RefusalReason | null;

/**
 * Reads the lines of `jisseki.json` one after the other. `take` answers a row, nothing, or why there is
 * no reading on; `end` whether all of it was there.
 */
export function layoutReader() {
  let version: number | null = null;
  let names: readonly string[] = [];
  /** The table that is open, or opens next. */
  let at = 0;
  let state: 'head' | 'opening' | 'rows' | 'foot' | 'over' = 'head';
  /** Whether the last row said that another follows. */
  let hasMore: boolean | null = null;

  function begin(line: string): Read {
    const said = Number(/^\{"format":"jisseki-export","version":(\d{1,6}),/.exec(line)?.[1]);
    if (said > exportVersion) return 'newer';
    names = tableNamesOf(said) ?? [];
    if (names.length === 0 || line !== headOf(said)) return 'not-an-export';
    version = said;
    state = 'opening';
    return null;
  }

  function open(line: string): Read {
    if (line !== openingOf(names[at] ?? '')) return 'layout';
    state = 'rows';
    hasMore = null;
    return null;
  }

  function row(line: string): Read {
    const isLast = at === names.length - 1;
    if (line === (isLast ? lastClosing : closing)) {
      if (hasMore) return 'layout';
      at += 1;
      state = isLast ? 'foot' : 'opening';
      return null;
    }
    if (hasMore === false || !line.startsWith('{')) return 'layout';
    hasMore = line.endsWith(',');
    return { table: names[at] ?? '', text: hasMore ? line.slice(0, -1) : line };
  }

  return {
    take(line: string): Read {
      if (state === 'head') return begin(line);
      if (state === 'opening') return open(line);
      if (state === 'rows') return row(line);
      if (state === 'over' || line !== foot) return 'layout';
      state = 'over';
      return null;
    },
    end: (): boolean => state === 'over',
    /** Of the file; 0 before its first line. */
    version: (): number => version ?? 0,
    /** The table that is being read. */
    table: (): string | null => (state === 'rows' ? (names[at] ?? null) : null),
  };
}
