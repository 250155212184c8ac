import type { Prisma } from '@/generated/prisma/client';
import { dayFromDate } from '../calendar';
import type { Tx } from '../db';
import { isLocale } from '../locale';
import { isKind } from '../milestone/rules';
import { isCurrency } from '../money';
import { isNetwork } from '../share/networks.rules';
import { isOrigin } from '../stream/rules';
import { searchTextOf } from './search.rules';
import { type Inquiry, isOutcome, isSubject } from './state.rules';

type Row = Prisma.InquiryGetPayload<object>;

/** What stands around inquiries, each by its id. */
type Around = {
  readonly milestones: ReadonlyMap<string, NonNullable<Inquiry['milestone']>>;
  readonly shares: ReadonlyMap<string, NonNullable<Inquiry['share']>>;
  readonly streams: ReadonlyMap<string, NonNullable<Inquiry['stream']>>;
};

/** Stored rows as inquiries, with what they came through. Throws where the store breaks its CHECKs. */
export async function fromRows(tx: Tx, ownerId: string, rows: readonly Row[]): Promise<Inquiry[]> {
  const idsOf = (name: 'milestoneId' | 'shareId' | 'streamId') => [
    ...new Set(rows.map((row) => row[name]).filter((id) => id !== null)),
  ];
  const of = (name: 'milestoneId' | 'shareId' | 'streamId') => ({
    where: { ownerId, id: { in: idsOf(name) } },
  });
  const milestones = await tx.milestone.findMany({
    ...of('milestoneId'),
    include: { stream: { select: { nameJa: true, nameEn: true } } },
  });
  const shares = await tx.share.findMany(of('shareId'));
  const streams = await tx.stream.findMany(of('streamId'));
  const around: Around = {
    milestones: new Map(
      milestones.map(({ id, kind, titleJa, titleEn, stream, deletedAt }) => [
        id,
        {
          id,
          kind: isKind(kind) ? kind : 'work',
          title: { ja: titleJa, en: titleEn },
          stream: stream && { name: { ja: stream.nameJa, en: stream.nameEn } },
          isGone: deletedAt !== null,
        },
      ]),
    ),
    shares: new Map(
      shares.flatMap(({ id, network }) => (isNetwork(network) ? [[id, { id, network }]] : [])),
    ),
    streams: new Map(
      streams.map(({ id, nameJa, nameEn }) => [id, { id, name: { ja: nameJa, en: nameEn } }]),
    ),
  };
  return rows.map((row) => fromRow(row, around));
}

function fromRow(row: Row, around: Around): Inquiry {
  const { id, arrival, origin, subject, currency, amountMinor } = row;
  if (!isSubject(subject) || !isOrigin(origin)) {
    throw new Error(`Inquiry ${id} has an unknown subject or origin.`);
  }
  return {
    id,
    arrival: arrival === 'form' ? 'form' : 'hand',
    origin,
    name: row.name,
    email: row.email,
    subject,
    message: row.message,
    language: isLocale(row.language) ? row.language : 'ja',
    milestone: around.milestones.get(row.milestoneId ?? '') ?? null,
    share: around.shares.get(row.shareId ?? '') ?? null,
    source: row.source,
    arrivedAt: row.arrivedAt,
    openedAt: row.openedAt,
    answeredAt: row.answeredAt,
    closedAt: row.closedAt,
    note: row.note,
    nextStep: row.nextStep,
    nextStepOn: row.nextStepOn && dayFromDate(row.nextStepOn),
    outcome: isOutcome(row.outcome) ? row.outcome : null,
    outcomeAt: row.outcomeAt,
    amount: amountMinor !== null && isCurrency(currency) ? { minor: amountMinor, currency } : null,
    stream: around.streams.get(row.streamId ?? '') ?? null,
    version: row.version,
  };
}

/** One inquiry, locked to the end of the transaction; null where this person has none of that id. */
export async function hold(tx: Tx, ownerId: string, id: string): Promise<Row | null> {
  await tx.$queryRaw`
    SELECT 1 FROM inquiry WHERE owner_id = ${ownerId}::uuid AND id = ${id}::uuid FOR UPDATE`;
  return tx.inquiry.findFirst({ where: { ownerId, id, forgottenAt: null } });
}

/**
 * Writes anew what search looks through. Belongs behind every change of an inquiry's texts or
 * replies, in the transaction that made it: by then the row is locked, so no later text is missed.
 */
export async function reindex(tx: Tx, ownerId: string, id: string): Promise<void> {
  const row = await tx.inquiry.findFirst({
    where: { ownerId, id },
    include: { replies: { where: { ownerId }, select: { text: true }, orderBy: { id: 'asc' } } },
  });
  if (!row) return;
  const searchText = searchTextOf(
    row,
    row.replies.map(({ text }) => text),
  );
  await tx.inquiry.updateMany({ where: { ownerId, id }, data: { searchText } });
}

/**
 * Reckons anew how many came because of the record and the median minutes to their first reply, which
 * the record may show. People, not messages: one address counts once. Only who wrote by the form counts,
 * or the figure would be its owner's word alone, and nobody they blocked or reported. Belongs at the end
 * of every transaction that changes inquiries, blocks or reports: a stranger's query never reads them.
 */
export async function retally(tx: Tx, ownerId: string): Promise<void> {
  // Locked by a statement of its own: the next one then sees what whoever held the lock has changed,
  // where one statement would add up what it saw before it had to wait.
  await tx.$queryRaw`SELECT 1 FROM record WHERE owner_id = ${ownerId}::uuid FOR NO KEY UPDATE`;
  await tx.$executeRaw`
    UPDATE record SET (people_came, reply_minutes) = (
      SELECT count(DISTINCT coalesce(i.email, i.id::text))::int, (percentile_cont(0.5) WITHIN GROUP (
          ORDER BY greatest(0, extract(epoch FROM i.answered_at - i.arrived_at) / 60))
        FILTER (WHERE i.answered_at IS NOT NULL))::int
      FROM inquiry i
      WHERE i.owner_id = ${ownerId}::uuid AND i.origin = 'record' AND i.arrival = 'form'
        AND NOT EXISTS (SELECT FROM blocked_sender b WHERE b.owner_id = i.owner_id AND b.email = i.email)
        AND NOT EXISTS (SELECT FROM abuse_report a
          WHERE a.owner_id = i.owner_id AND a.id = i.id AND a.inquiry_id = i.id))
    WHERE owner_id = ${ownerId}::uuid`;
}
