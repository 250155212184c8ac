import type { Tx } from '../../db';

/**
 * A hash over all that strangers read of a published record, or will once its time has come or a client
 * agrees; null: it is not published. What nobody reads may change it too, never the other way round.
 */
export async function whatIsSeen(tx: Tx, ownerId: string): Promise<string | null> {
  const rows = await tx.$queryRaw<{ seen: string }[]>`
    WITH r AS MATERIALIZED (
      SELECT * FROM record WHERE owner_id = ${ownerId}::uuid AND published_at IS NOT NULL
    ), shown AS MATERIALIZED (
      SELECT m.* FROM milestone m, r
      WHERE m.owner_id = r.owner_id AND m.visibility <> 'private' AND m.deleted_at IS NULL
    )
    SELECT (hashtextextended((to_jsonb(r) - '{version,updated_at,people_came,reply_minutes}'::text[])::text, 0)
      + (SELECT coalesce(sum(hashtextextended((to_jsonb(m)
          - '{version,text_version,updated_at,search_text,import_id}'::text[])::text, 1)), 0)
        FROM shown m)
      + (SELECT coalesce(sum(hashtextextended(to_jsonb(e)::text, 2)), 0) FROM evidence e
        WHERE e.owner_id = r.owner_id AND e.milestone_id IN (SELECT id FROM shown))
      + (SELECT coalesce(sum(hashtextextended(to_jsonb(p)::text, 3)), 0) FROM permission p
        WHERE p.owner_id = r.owner_id AND p.milestone_id IN (SELECT id FROM shown))
      + (SELECT coalesce(sum(hashtextextended(concat_ws(E'\n', s.id, s.name_ja, '', s.name_en), 4)), 0)
        FROM stream s WHERE s.owner_id = r.owner_id AND s.id IN (SELECT stream_id FROM shown))
      + (SELECT coalesce(sum(hashtextextended(concat_ws(' ', l.currency, l.rungs), 5)), 0)
        FROM ladder l WHERE l.owner_id = r.owner_id))::text AS seen
    FROM r`;
  return rows[0]?.seen ?? null;
}

/** Closes the record, until its owner publishes it again. */
export async function closeRecord(tx: Tx, ownerId: string): Promise<void> {
  await tx.record.updateMany({ where: { ownerId }, data: { publishedAt: null } });
}
