import { randomBytes, randomInt } from 'node:crypto';
import type { Writer } from '../export/seal.rules';
import type { Table } from '../export/table.rules';
import { searchTextOf as searchInquiry } from '../inquiry/search.rules';
import type { Bilingual } from '../locale';
import { searchTextOf } from '../milestone/rules';
import { shareCode } from '../share/code.rules';
import type { Prepared } from './put/mutations';
import type { Line } from './put/row';
import type { Row } from './versions.rules';

/** What rows are made ready with. */
export type Around = {
  readonly writer: Writer;
  /** Whether the account had nothing in it before. */
  readonly wasEmpty: boolean;
  /** Ids of the file, each with the one of what has its name here. */
  readonly mapped: ReadonlyMap<string, string>;
  /** Names of the account's streams. */
  readonly streams: ReadonlyMap<string, Bilingual>;
};

/**
 * Whether those wrote themselves of whom the file says so: they count for all to see, and are written to
 * from here. Of another account it is believed where all of it comes into a new one, and nothing is added
 * to what somebody has.
 */
export function believesArrivals({
  writer,
  wasEmpty,
}: Pick<Around, 'writer' | 'wasEmpty'>): boolean {
  return writer === 'self' || (writer === 'another' && wasEmpty);
}

/** Makes rows of `table` what goes into the account: they lead to what is there, and search finds them. */
export function preparing(table: Table, around: Around): (line: Line) => Prepared {
  const columns = Object.entries(table.columns);
  const leading = columns.flatMap(([name, { leadsTo }]) => (leadsTo ? name : []));
  const coded = columns.flatMap(([name, { code }]) => (code ? { name, code } : []));
  return ({ line, row }) => {
    const made: Record<string, unknown> = { ...row };
    for (const name of leading) {
      const to = around.mapped.get(String(row[name]));
      if (to) made[name] = to;
    }
    let spare: string | undefined;
    for (const { name, code } of coded) {
      spare = newCode(code);
      // Whoever has a file could take another's address otherwise, or one that was another's.
      if (row[name] && around.writer !== 'self') made[name] = newCode(code);
    }
    if (table.name === 'milestone') made.search_text = searchOf(made, around.streams);
    if (table.name === 'inquiry') {
      made.search_text = searchOfInquiry(row);
      if (!believesArrivals(around)) made.arrival = 'hand';
    }
    return { line, row: made, spare };
  };
}

function newCode(code: 'short' | 'secret'): string {
  return code === 'short'
    ? shareCode((most) => randomInt(most))
    : randomBytes(16).toString('base64url');
}

function searchOfInquiry(row: Row): string {
  return searchInquiry({
    name: text(row.name) ?? '',
    email: text(row.email),
    message: text(row.message) ?? '',
    note: text(row.note) ?? '',
    nextStep: text(row.next_step),
  });
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function searchOf(row: Row, streams: Around['streams']): string {
  const stream = streams.get(String(row.stream_id));
  const measure = text(row.measure_name);
  return searchTextOf(
    {
      title: { ja: text(row.title_ja), en: text(row.title_en) },
      story: { ja: text(row.story_ja), en: text(row.story_en) },
      issuer: text(row.issuer),
      measure: measure === null ? null : { name: measure, value: 0n },
      tags: Array.isArray(row.tags) ? row.tags.map(String) : [],
    },
    stream?.ja ?? null,
    stream?.en ?? null,
  );
}
