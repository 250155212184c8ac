import { createHmac } from 'node:crypto';
import type { Viewer } from '../auth/viewer';
import { type Month, monthOf, today } from '../calendar';
import { asClient, asOwner, asVisitor, type Tx } from '../db';
import { env } from '../env';
import type { Locale } from '../locale';
import { isShareCode } from '../visit/rules';
import type { PublicAmount } from './disclosure.rules';
import { assembleAmounts, assembleMilestonePage, assembleRecord } from './public/assemble';
import { askFresh } from './public/fresh';
import {
  handleNow,
  indexedRecords,
  indexedRevision,
  milestoneDocument,
  milestoneRevision,
  pageSize,
  recordDocument,
  recordRevision,
  shareOfRecord,
  shareTarget,
  shownDocument,
  waitingDocument,
} from './public/query';
import type { PublicMilestonePage, PublicRecord } from './public/shape';
import type { StoredDocument } from './public/stored';
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
  const [row] = await askFresh(`record:${handle}`, () => asVisitor<Row>(recordRevision(handle)));
  return row ? revisionIn(row, monthOf(today('Asia/Tokyo', now))) : null;
}

/** One milestone of a published record, public or unlisted, at its permanent address; else null. */
export async function readPublicMilestone(
  handle: string,
  id: string,
): Promise<PublicMilestonePage | null> {
  if (!isHandleShape(handle) || !isId(id)) return null;
  const [row] = await asVisitor<Row>(milestoneDocument(handle, id));
  return row ? assembleMilestonePage(revisionIn(row), parse(row)) : null;
}

/** As {@link publicRevision}, of one milestone. */
export async function publicMilestoneRevision(handle: string, id: string): Promise<string | null> {
  if (!isHandleShape(handle) || !isId(id)) return null;
  const [row] = await askFresh(`milestone:${handle}/${id}`, () =>
    asVisitor<Row>(milestoneRevision(handle, id)),
  );
  return row ? revisionIn(row) : null;
}

/**
 * One milestone as strangers will see it, whether they do already or not: for its owner, by its own
 * id. Null: no such milestone of this person.
 */
export async function readDraftMilestone(
  viewer: Viewer,
  id: string,
): Promise<PublicMilestonePage | null> {
  return asOwner(viewer, (tx) => readWaiting(tx, viewer.userId, id));
}

/** A milestone as strangers would read it with the client's name, and without. */
export type AskedMilestone = {
  readonly named: PublicMilestonePage;
  readonly anonymous: PublicMilestonePage;
  /** Its amount will show as an index, but what that is measured by is not published yet. */
  readonly isIndexToCome: boolean;
};

/** Both, for the client who holds the link that asks for their permission. */
export async function readAskedMilestone(code: string): Promise<AskedMilestone | null> {
  return asClient(code, async (tx, { ownerId, milestoneId }) => {
    const [row] = await tx.$queryRaw<Row[]>(waitingDocument(ownerId, milestoneId));
    const as = (isAnonymous: boolean) =>
      row && assembleMilestonePage(revisionIn(row), named(parse(row), isAnonymous));
    const [withName, without] = [as(false), as(true)];
    if (!row || !withName || !without) return null;
    const [one] = parse(row).milestones ?? [];
    const isIndexToCome = one?.grain === 'index' && !!one.minor && !withName.milestone.amount;
    return { named: withName, anonymous: without, isIndexToCome };
  });
}

function named(stored: StoredDocument, isAnonymous: boolean): StoredDocument {
  const milestones = stored.milestones?.map((one) => ({ ...one, isAnonymous }));
  // All that could ever show: what the record holds back today it may show tomorrow.
  const whole = { monthsOnly: false, checksLinks: false, showsHours: true };
  return { ...stored, ...whole, milestones };
}

async function readWaiting(
  tx: Tx,
  ownerId: string,
  milestoneId: string,
): Promise<PublicMilestonePage | null> {
  const [row] = await tx.$queryRaw<Row[]>(waitingDocument(ownerId, milestoneId));
  return row ? assembleMilestonePage(revisionIn(row), parse(row)) : null;
}

/**
 * By what strangers know them by: the amounts of the viewer's public and unlisted milestones as they
 * are shown, or will be. One whose amount does not show is not in it.
 */
export async function readDraftAmounts(viewer: Viewer): Promise<ReadonlyMap<string, PublicAmount>> {
  const [row] = await asOwner(viewer, (tx) => tx.$queryRaw<Row[]>(shownDocument(viewer.userId)));
  return row ? assembleAmounts(parse(row)) : new Map();
}

export type IndexedRecord = {
  readonly handle: string;
  /** What its public milestones are known by. */
  readonly milestones: readonly string[];
};

/** The published records that search engines may list, at most 5,000; with a revision of the list. */
export async function listIndexed(): Promise<{ revision: string; records: IndexedRecord[] }> {
  const [row] = await asVisitor<Row & { document: string | null }>(indexedRecords());
  const records = JSON.parse(row?.document ?? '[]') as IndexedRecord[];
  return { revision: row ? revisionIn(row) : '', records };
}

/** As {@link publicRevision}, of {@link listIndexed}. */
export async function listRevision(): Promise<string> {
  const [row] = await askFresh('sitemap', () => asVisitor<Row>(indexedRevision()));
  return row ? revisionIn(row) : '';
}

/** The handle that the owner of a given-up one is published under now, while that still leads there. */
export async function readHandleNow(old: string): Promise<string | null> {
  if (!isHandleShape(old)) return null;
  const [row] = await asVisitor<{ handle: string }>(handleNow(old));
  return row?.handle ?? null;
}

export type ShareTarget = {
  readonly handle: string;
  /** What the milestone is known by; null: the record. */
  readonly milestoneId: string | null;
  readonly language: Locale;
};

/** What a share's short address leads to; null for an unknown one, and while that is not to be seen. */
export async function readShareTarget(code: string): Promise<ShareTarget | null> {
  if (!isShareCode(code)) return null;
  const [row] = await asVisitor<ShareTarget>(shareTarget(code));
  return row ?? null;
}

/**
 * `code` if it is that of a share of this record which leads somewhere; else null. The store is asked
 * only about what can be a code.
 */
export async function knownShare(handle: string, code: string | null): Promise<string | null> {
  if (!isShareCode(code) || !isHandleShape(handle)) return null;
  const [row] = await askFresh(`share:${handle}/${code}`, () =>
    asVisitor<{ code: string }>(shareOfRecord(handle, code)),
  );
  return row?.code ?? null;
}

type Row = { revision: string; document?: string };

/**
 * What of a stored revision leaves the house: keyed, because the sum of hashes behind it could be taken
 * apart by whoever knows most of its parts. The month decides which rungs are held still.
 */
function revisionIn(row: Row, month?: Month): string {
  return createHmac('sha256', env().APP_SECRET)
    .update(`revision\0${row.revision}\0${month ?? ''}`)
    .digest('base64url');
}

function parse({ document = '' }: Row): StoredDocument {
  return JSON.parse(document) as StoredDocument;
}

function isId(id: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
}
