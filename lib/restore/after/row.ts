import type { Tx } from '../../db';
import { searchTextOf } from '../../inquiry/search.rules';
import { limits } from '../../limits';
import type { Bilingual } from '../../locale';

/** The names of the account's streams, for search. */
export async function streamNames(
  tx: Tx,
  ownerId: string,
): Promise<ReadonlyMap<string, Bilingual>> {
  const rows = await tx.stream.findMany({ where: { ownerId } });
  return new Map(rows.map(({ id, nameJa, nameEn }) => [id, { ja: nameJa, en: nameEn }]));
}

/** Whether there is nothing in the account yet that its owner would miss. */
export async function isEmpty(tx: Tx, ownerId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ empty: boolean }[]>`
    SELECT NOT EXISTS (SELECT FROM milestone WHERE owner_id = ${ownerId}::uuid)
      AND NOT EXISTS (SELECT FROM effort WHERE owner_id = ${ownerId}::uuid)
      AND NOT EXISTS (SELECT FROM goal WHERE owner_id = ${ownerId}::uuid)
      AND NOT EXISTS (SELECT FROM stream WHERE owner_id = ${ownerId}::uuid)
      AND NOT EXISTS (SELECT FROM skill WHERE owner_id = ${ownerId}::uuid)
      AND NOT EXISTS (SELECT FROM audience WHERE owner_id = ${ownerId}::uuid)
      AND NOT EXISTS (SELECT FROM inquiry WHERE owner_id = ${ownerId}::uuid) AS empty`;
  return row?.empty ?? false;
}

/**
 * Has clients agree again to what became another text, or which nobody can tell whether it did: a yes
 * to one text must never show another.
 */
export async function askAgain(
  tx: Tx,
  ownerId: string,
  milestones: Iterable<string>,
): Promise<void> {
  const ids = [...milestones];
  if (ids.length === 0) return;
  await tx.milestone.updateMany({
    where: { ownerId, id: { in: ids } },
    data: { textVersion: { increment: 1 } },
  });
}

/**
 * The same for all that clients were asked about, but for `fresh` ones, which came in with the record as
 * it is from now on: how it shows amounts is another.
 */
export async function askAllAgain(
  tx: Tx,
  ownerId: string,
  fresh: ReadonlySet<string>,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE milestone SET text_version = text_version + 1
    WHERE owner_id = ${ownerId}::uuid AND needs_permission AND id <> ALL (${[...fresh]}::uuid[])`;
}

/** How many inquiries are read at a time, with their replies. */
const batch = 250;

/** Writes anew what search looks through, where replies came in or texts changed. */
export async function reindexInquiries(
  tx: Tx,
  ownerId: string,
  inquiries: Iterable<string>,
): Promise<void> {
  const all = [...inquiries];
  for (let from = 0; from < all.length; from += batch) {
    const rows = await tx.inquiry.findMany({
      where: { ownerId, id: { in: all.slice(from, from + batch) }, forgottenAt: null },
      include: { replies: { where: { ownerId }, select: { text: true }, orderBy: { id: 'asc' } } },
    });
    const texts = rows.map((row) =>
      searchTextOf(
        row,
        row.replies.map(({ text }) => text),
      ),
    );
    await tx.$executeRaw`
      UPDATE inquiry i SET search_text = said.text
      FROM unnest(${rows.map(({ id }) => id)}::uuid[], ${texts}::text[]) AS said(id, text)
      WHERE i.owner_id = ${ownerId}::uuid AND i.id = said.id`;
  }
}

/** The first table of which the account has more than it may; null: all have room. */
export async function firstFull(tx: Tx, ownerId: string): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ full: string | null }[]>`
    SELECT CASE
      WHEN (SELECT count(*) FROM milestone WHERE owner_id = ${ownerId}::uuid AND deleted_at IS NULL)
        > ${limits.milestones}::int THEN 'milestone'
      WHEN (SELECT count(*) FROM milestone WHERE owner_id = ${ownerId}::uuid AND deleted_at IS NULL
        AND visibility <> 'private' AND pinned_at IS NOT NULL) > ${limits.pinned}::int THEN 'milestone'
      WHEN (SELECT count(*) FROM stream WHERE owner_id = ${ownerId}::uuid)
        > ${limits.streams}::int THEN 'stream'
      WHEN (SELECT count(*) FROM skill WHERE owner_id = ${ownerId}::uuid)
        > ${limits.skills}::int THEN 'skill'
      WHEN (SELECT count(*) FROM effort WHERE owner_id = ${ownerId}::uuid AND deleted_at IS NULL)
        > ${limits.efforts}::int THEN 'effort'
      WHEN (SELECT count(*) FROM goal WHERE owner_id = ${ownerId}::uuid AND closed_at IS NULL)
        > ${limits.goals}::int THEN 'goal'
      WHEN (SELECT count(*) FROM audience WHERE owner_id = ${ownerId}::uuid)
        > ${limits.audiences}::int THEN 'audience'
      WHEN (SELECT max(n) FROM (SELECT count(*) AS n FROM audience_count
        WHERE owner_id = ${ownerId}::uuid GROUP BY audience_id) AS each)
        > ${limits.audienceCounts}::int THEN 'audience_count'
      WHEN (SELECT count(*) FROM exchange_rate WHERE owner_id = ${ownerId}::uuid)
        > ${limits.exchangeRates}::int THEN 'exchange_rate'
      WHEN (SELECT count(*) FROM pause WHERE owner_id = ${ownerId}::uuid)
        > ${limits.pauses}::int THEN 'pause'
      WHEN (SELECT count(*) FROM kept_name WHERE owner_id = ${ownerId}::uuid)
        > ${limits.keptNames}::int THEN 'kept_name'
      WHEN (SELECT count(*) FROM share WHERE owner_id = ${ownerId}::uuid)
        > ${limits.shares}::int THEN 'share'
      WHEN (SELECT count(*) FROM inquiry WHERE owner_id = ${ownerId}::uuid AND forgotten_at IS NULL)
        > ${limits.inquiries}::int THEN 'inquiry'
      WHEN (SELECT count(*) FROM blocked_sender WHERE owner_id = ${ownerId}::uuid)
        > ${limits.blockedSenders}::int THEN 'blocked_sender'
    END AS full`;
  return row?.full ?? null;
}
