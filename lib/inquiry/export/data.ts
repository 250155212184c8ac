import type { Viewer } from '../../auth/viewer';
import { asOwner } from '../../db';
import { fromRows } from '../row';
import type { Inquiry } from '../state.rules';

/** How many are read at a time, so that an export never holds them all. */
const batch = 250;

/** Every inquiry of the viewer with its replies' texts, in the order of their ids, batch by batch. */
export async function* readAllInquiries(
  viewer: Viewer,
): AsyncGenerator<readonly { inquiry: Inquiry; replies: readonly string[] }[]> {
  const ownerId = viewer.userId;
  let after: string | null = null;
  do {
    const rows: Awaited<ReturnType<typeof readBatch>> = await readBatch(viewer, ownerId, after);
    if (rows.length > 0) yield rows;
    after = rows.length === batch ? (rows.at(-1)?.inquiry.id ?? null) : null;
  } while (after);
}

async function readBatch(viewer: Viewer, ownerId: string, after: string | null) {
  return asOwner(viewer, async (tx) => {
    const rows = await tx.inquiry.findMany({
      where: { ownerId, forgottenAt: null, ...(after && { id: { gt: after } }) },
      orderBy: { id: 'asc' },
      take: batch,
    });
    const replies = await tx.reply.findMany({
      where: { ownerId, inquiryId: { in: rows.map(({ id }) => id) } },
      orderBy: [{ writtenAt: 'asc' }, { id: 'asc' }],
      select: { inquiryId: true, text: true },
    });
    const texts = new Map<string, string[]>(rows.map(({ id }) => [id, []]));
    for (const { inquiryId, text } of replies) texts.get(inquiryId)?.push(text);
    return (await fromRows(tx, ownerId, rows)).map((inquiry) => ({
      inquiry,
      replies: texts.get(inquiry.id) ?? [],
    }));
  });
}
