import type { Tx } from '../../db';
import type { Bilingual } from '../../locale';
import { searchTextOf } from '../../milestone/rules';

/** How many rows are read and written at a time; their stories take some memory. */
const batch = 1_000;

/**
 * Puts every milestone of the stream `fromId` under `stream`, which may be the same with another
 * name, and lets search find it by that; those too that were deleted and may come back. Their
 * versions rise, because their forms say the stream's name, and those of their texts, because
 * strangers read it: a client who agreed did not agree to that. One write a milestone: of 20,000 the
 * writing is what takes the time.
 */
export async function putUnder(
  tx: Tx,
  ownerId: string,
  fromId: string,
  stream: { readonly id: string; readonly name: Bilingual },
): Promise<void> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    // Held first and read then: an edit that was saved meanwhile must not be overwritten.
    const held = await tx.$queryRaw<{ id: string }[]>`
      SELECT id::text FROM milestone
      WHERE owner_id = ${ownerId}::uuid AND stream_id = ${fromId}::uuid AND id > ${after}::uuid
      ORDER BY id LIMIT ${batch} FOR NO KEY UPDATE`;
    if (held.length === 0) return;
    const ids = held.map(({ id }) => id);
    const rows = await tx.milestone.findMany({
      where: { ownerId, streamId: fromId, id: { in: ids } },
      select: {
        id: true,
        titleJa: true,
        titleEn: true,
        storyJa: true,
        storyEn: true,
        issuer: true,
        measureName: true,
        measureValue: true,
        tags: true,
      },
    });
    const texts = rows.map((row) =>
      searchTextOf(
        {
          title: { ja: row.titleJa, en: row.titleEn },
          story: { ja: row.storyJa, en: row.storyEn },
          issuer: row.issuer,
          measure:
            row.measureValue === null ? null : { name: row.measureName, value: row.measureValue },
          tags: row.tags,
        },
        stream.name.ja,
        stream.name.en,
      ),
    );
    await tx.$executeRaw`
      UPDATE milestone m SET search_text = said.text, stream_id = ${stream.id}::uuid,
        version = m.version + 1, text_version = m.text_version + 1
      FROM unnest(${rows.map(({ id }) => id)}::uuid[], ${texts}::text[]) AS said(id, text)
      WHERE m.owner_id = ${ownerId}::uuid AND m.id = said.id`;
    after = ids.at(-1) ?? after;
  }
}
