import type { Viewer } from '../auth/viewer';
import { type Month, monthOf, today } from '../calendar';
import { asOwner, asVisitor } from '../db';
import { assembleMilestonePage, assembleRecord, type StoredDocument } from './public/assemble';
import { askFresh } from './public/fresh';
import {
  milestoneDocument,
  milestoneRevision,
  pageSize,
  recordDocument,
  recordRevision,
} from './public/query';
import type { PublicMilestonePage, PublicRecord } from './public/shape';
import { isHandleShape } from './rules';

/**
 * The window: the one way from the store to a public document. What is private, unlisted, deleted
 * or retracted does not pass it, and amounts pass it disclosed.
 */

/** Which public milestones: the newest {@link pageSize}, or a later page, of all or of one year. */
export type Slice = { readonly year?: number; readonly page?: number };

/** Bounds of what can be asked for; milestones beyond them do not exist. */
export function isSlice({ year = 1900, page = 1 }: Slice): boolean {
  const within = (n: number, least: number, most: number) =>
    Number.isInteger(n) && n >= least && n <= most;
  return within(year, 1900, 2199) && within(page, 1, 1_000);
}

/**
 * The published record of `handle` with one page of its milestones; null when there is none, be it
 * unknown, retracted or malformed, and for a page or year without milestones. One statement, however
 * many milestones: totals are reckoned by PostgreSQL over all of them. Throws when the store fails.
 */
export async function readPublicRecord(
  handle: string,
  slice: Slice = {},
  now = new Date(),
): Promise<PublicRecord | null> {
  const { year, page = 1 } = slice;
  if (!isHandleShape(handle) || !isSlice(slice)) return null;
  const [row] = await asVisitor<Row>(recordDocument(handle, year, page));
  return row ? recordOf(row, slice, now) : null;
}

/**
 * What {@link readPublicRecord} would give a stranger if the record were published now: for its
 * owner alone, before they decide.
 */
export async function readDraftRecord(viewer: Viewer, now: Date): Promise<PublicRecord | null> {
  const [row] = await asOwner(viewer, (tx) =>
    tx.$queryRaw<Row[]>(recordDocument(viewer.handle, undefined, 1, true)),
  );
  return row ? recordOf(row, {}, now) : null;
}

function recordOf(row: Row, { year, page = 1 }: Slice, now: Date): PublicRecord | null {
  const month = monthOf(today('Asia/Tokyo', now));
  const record = assembleRecord(
    revisionIn(row, month),
    parse(row),
    { year, number: page, of: 1, size: pageSize },
    month,
  );
  const { totals } = record;
  const inYear = totals.byYear.find((one) => one.year === year)?.milestones ?? 0;
  const of = Math.max(1, Math.ceil((year === undefined ? totals.milestones : inYear) / pageSize));
  if (page > of || (year !== undefined && inYear === 0)) return null;
  return { ...record, page: { ...record.page, of } };
}

/**
 * The revision {@link readPublicRecord} would tell, at a quarter of its cost; null when there is no
 * such record.
 */
export async function publicRevision(handle: string, now = new Date()): Promise<string | null> {
  if (!isHandleShape(handle)) return null;
  const [row] = await askFresh(handle, () => asVisitor<Row>(recordRevision(handle)));
  return row ? revisionIn(row, monthOf(today('Asia/Tokyo', now))) : null;
}

/** One milestone of a published record, public or unlisted, at its permanent address; else null. */
export async function readPublicMilestone(
  handle: string,
  id: string,
): Promise<PublicMilestonePage | null> {
  if (!isHandleShape(handle) || !isId(id)) return null;
  const [row] = await asVisitor<Row>(milestoneDocument(handle, id));
  return row ? assembleMilestonePage(row.revision, parse(row)) : null;
}

/** As {@link publicRevision}, of one milestone. */
export async function publicMilestoneRevision(handle: string, id: string): Promise<string | null> {
  if (!isHandleShape(handle) || !isId(id)) return null;
  const [row] = await askFresh(`${handle}/${id}`, () =>
    asVisitor<Row>(milestoneRevision(handle, id)),
  );
  return row?.revision ?? null;
}

type Row = { revision: string; document?: string };

/** The month decides which rungs are held still. */
function revisionIn(row: Row, month: Month): string {
  return `${row.revision}.${month}`;
}

function parse({ document = '' }: Row): StoredDocument {
  return JSON.parse(document) as StoredDocument;
}

function isId(id: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
}
