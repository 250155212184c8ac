import { uuidv7 } from 'uuidv7';
import type { Viewer } from '@/lib/auth/viewer';
import { dateFromDay, today } from '@/lib/calendar';
import { asOwner, type Tx } from '@/lib/db';
import { retally } from '@/lib/inquiry/row';
import { searchTextOf } from '@/lib/inquiry/search.rules';
import { listMilestones } from '@/lib/milestone/data';
import { makeShare, markSent } from '@/lib/share/mutations';
import { streams } from './example-record';
import { earlierPosts, inquiries, readers } from './example-response';

const dayMs = 86_400_000;

/** Who read the example record, who wrote, and what became of it. */
export async function seedResponse(viewer: Viewer, now: Date): Promise<void> {
  const { milestones } = await listMilestones(viewer, {}, null, 100);
  const ids = new Map(milestones.map((one) => [one.title.ja, one.id]));
  const idOf = (title: string | null | undefined) => {
    const id = title ? ids.get(title) : null;
    if (id === undefined) throw new Error(`The example has no milestone “${title}”.`);
    return id;
  };
  const before = (days: number) => new Date(now.getTime() - days * dayMs);
  const shares = new Map<string, string>();
  for (const { key, title, network, language, text, daysAgo } of earlierPosts) {
    const id = uuidv7();
    const share = { id, milestoneId: idOf(title), occasion: null, network, server: null, language };
    await makeShare(viewer, share, () => text, before(daysAgo));
    await markSent(viewer, id, before(daysAgo));
    shares.set(key, id);
  }
  await asOwner(viewer, async (tx) => {
    const contract = await tx.stream.findFirst({
      where: { ownerId: viewer.userId, nameJa: streams.contract.ja },
      select: { id: true },
    });
    await countReaders(tx, viewer, now, idOf, shares);
    for (const one of inquiries) {
      const arrivedAt = before(one.daysAgo);
      const milestoneId = idOf(one.title);
      const replied = one.repliedAfter;
      const answeredAt =
        replied === null ? null : new Date(arrivedAt.getTime() + replied * 3_600_000);
      const outcomeAt = one.outcome ? (answeredAt ?? arrivedAt) : null;
      const { name, email, arrival, origin, subject, language, message, note = '' } = one;
      await tx.inquiry.create({
        data: {
          ownerId: viewer.userId,
          id: uuidv7(),
          ...{ name, email, arrival, origin, subject, language, message, note, milestoneId },
          shareId: one.by ? (shares.get(one.by) ?? null) : null,
          source: one.source ?? '',
          ...{ arrivedAt, answeredAt, outcomeAt },
          openedAt: answeredAt ?? outcomeAt,
          nextStep: one.nextStep?.text ?? null,
          nextStepOn: one.nextStep ? dayOf(viewer, before(-one.nextStep.inDays)) : null,
          outcome: one.outcome ?? null,
          amountMinor: one.yen ? BigInt(one.yen) : null,
          currency: one.yen ? 'JPY' : null,
          incomeId: idOf(one.became),
          streamId: one.yen ? contract?.id : null,
          searchText: searchTextOf({
            name,
            email,
            message,
            note,
            nextStep: one.nextStep?.text ?? null,
          }),
        },
      });
    }
    await tx.record.updateMany({
      where: { ownerId: viewer.userId },
      data: { takesInquiries: true, showsResponse: true },
    });
    await retally(tx, viewer.userId);
  });
}

async function countReaders(
  tx: Tx,
  viewer: Viewer,
  now: Date,
  idOf: (title: string | null) => string | null,
  shares: ReadonlyMap<string, string>,
): Promise<void> {
  const row = (daysAgo: number, visits: number) => ({
    ownerId: viewer.userId,
    id: uuidv7(),
    day: dayOf(viewer, new Date(now.getTime() - daysAgo * dayMs)),
    visits,
    views: visits + Math.floor(visits / 3),
  });
  const steady = readers.flatMap(({ source, title, monthly, since }) =>
    Array.from({ length: since }, (_, day) => {
      // Spread evenly: what has gathered by this day less what had by the day before.
      const upTo = (days: number) => Math.floor((days * monthly) / 30);
      return { ...row(day, upTo(day + 1) - upTo(day)), source, milestoneId: idOf(title) };
    }),
  );
  const posted = earlierPosts.flatMap(({ key, title, network, daysAgo, visits }) =>
    visits.map((count, after) => ({
      ...row(daysAgo - after, count),
      source: network === 'x' ? 't.co' : 'linkedin.com',
      milestoneId: idOf(title),
      shareId: shares.get(key) ?? null,
      previews: after === 0 ? 2 : 0,
    })),
  );
  await tx.visitCount.createMany({
    data: [...steady, ...posted].filter(({ visits }) => visits > 0),
  });
}

function dayOf({ zone }: Viewer, at: Date): Date {
  return dateFromDay(today(zone, at));
}
