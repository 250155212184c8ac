import type { Tx } from '../../db';
import type { Bilingual } from '../../locale';
import { searchTextOf } from '../../milestone/rules';

/** How many rows are read and written at a time; their stories take some memory. */
const batch = 1_000;

/**
 * Puts every milestone of the stream `fromId` under `stream`, which may be the same with another
 * name, and lets search find it by that; those too that were deleted and may come back. Their
 * versions rise, because their forms say the stream's name. One write a milestone: of 20,000 the
 * writing is what takes the time.
 */
export async function putUnder(
  tx: Tx,
  ownerId: string,
  fromId: string,
  stream: { readonly id: string; readonly name: Bilingual },
): Promise<void> {
  let after: string | undefined;
  for (;;) {
    const rows = await tx.milestone.findMany({
      where: { ownerId, streamId: fromId, ...(after && { id: { gt: after } }) },
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
      orderBy: { id: 'asc' },
      take: batch,
    });
    if (rows.length === 0) return;
    const ids = rows.map(({ id }) => id);
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
      UPDATE milestone m SET search_text = said.text, stream_id = ${stream.id}::uuid, version = m.version + 1
      FROM unnest(${ids}::uuid[], ${texts}::text[]) AS said(id, text)
      WHERE m.owner_id = ${ownerId}::uuid AND m.id = said.id`;
    after = ids.at(-1);
  }
}
