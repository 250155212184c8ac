import { dayFromDate } from '../calendar';
import type { Tx } from '../db';
import { limits } from '../limits';
import type { toColumns } from '../milestone/columns.rules';
import { isKind } from '../milestone/rules';
import { isCurrency } from '../money';
import { signsOf } from './duplicates.rules';

/** The signs by which the milestones that `ownerId` has would be known again. */
export async function readSigns(tx: Tx, ownerId: string): Promise<Set<string>> {
  const rows = await tx.milestone.findMany({
    where: { ownerId, deletedAt: null },
    select: {
      kind: true,
      happenedOn: true,
      amountMinor: true,
      currency: true,
      titleJa: true,
      titleEn: true,
    },
  });
  const signs = rows.flatMap(({ kind, happenedOn, amountMinor: minor, currency, ...row }) =>
    isKind(kind)
      ? signsOf({
          kind,
          day: dayFromDate(happenedOn),
          income: minor !== null && isCurrency(currency) ? { minor, currency } : null,
          titles: [row.titleJa, row.titleEn],
        })
      : [],
  );
  return new Set(signs);
}

/** How many milestones there is room for, and what it is that leaves no more. */
export type Room = {
  readonly room: number;
  /** Those there are, or all that are kept, the deleted with them. */
  readonly filledBy: 'milestones' | 'kept';
};

export async function roomFor(tx: Tx, ownerId: string): Promise<Room> {
  const stored = await tx.milestone.count({ where: { ownerId, deletedAt: null } });
  const kept = await tx.milestone.count({ where: { ownerId } });
  const [room, roomKept] = [limits.milestones - stored, limits.milestonesKept - kept];
  return roomKept < room
    ? { room: Math.max(0, roomKept), filledBy: 'kept' }
    : { room: Math.max(0, room), filledBy: 'milestones' };
}

/** The names of the streams that `ownerId` has, oldest first. */
export function readStreams(tx: Tx, ownerId: string) {
  return tx.stream.findMany({
    where: { ownerId },
    select: { id: true, nameKey: true, nameJa: true, nameEn: true },
    orderBy: { id: 'asc' },
  });
}

/** Columns of a milestone with who owns it, what it is known by, and when it was written. */
type NewRow = ReturnType<typeof toColumns> & {
  readonly ownerId: string;
  readonly id: string;
  readonly importId: string;
  readonly recordedAt: Date;
  readonly updatedAt: Date;
};

/**
 * Writes milestones, some thousand in one statement: 20,000 take a second, and by `createMany` more
 * than twenty. What they do not say is as the table has it.
 */
export async function insertRows(tx: Tx, rows: readonly NewRow[]): Promise<void> {
  const json = JSON.stringify(rows.map(inSnakeCase), (_, value) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
  await tx.$executeRaw`
    INSERT INTO milestone (
      owner_id, id, import_id, kind, title_ja, title_en, story_ja, story_en, happened_on, precision,
      stream_id, amount_minor, currency, fees_minor, costs_minor, minutes, measure_name, measure_value,
      issuer, tags, visibility, language, disclosure, visible_from, published_at, search_text,
      recorded_at, updated_at)
    SELECT
      owner_id, id, import_id, kind, title_ja, title_en, story_ja, story_en, happened_on, precision,
      stream_id, amount_minor, currency, fees_minor, costs_minor, minutes, measure_name, measure_value,
      issuer, tags, visibility, language, disclosure, visible_from, published_at, search_text,
      recorded_at, updated_at
    FROM json_populate_recordset(NULL::milestone, ${json}::json)`;
}

/** Writes the links of milestones, as {@link insertRows} does. */
export async function insertLinks(
  tx: Tx,
  links: readonly { ownerId: string; milestoneId: string; position: number; url: string }[],
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO evidence (owner_id, milestone_id, position, url)
    SELECT owner_id, milestone_id, position, url
    FROM json_populate_recordset(NULL::evidence, ${JSON.stringify(links.map(inSnakeCase))}::json)`;
}

function inSnakeCase(row: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value,
    ]),
  );
}
