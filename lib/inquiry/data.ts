import type { Viewer } from '../auth/viewer';
import { addMonths, type Day, dateFromDay, firstOf, type Month, startOfDay } from '../calendar';
import { asOwner, type Prisma } from '../db';
import { limits } from '../limits';
import type { Network } from '../share/networks.rules';
import type { Origin } from '../stream/rules';
import { fold } from '../text';
import { fromRows } from './row';
import type { Inquiry, Outcome, State } from './state.rules';

/** What the inbox is narrowed to; what is absent narrows nothing. */
export type InquiryFilter = {
  /** `due`: a next step is to be done today or is overdue. */
  readonly state?: State | 'due';
  /** Any substring of who they are, what they wrote, and what was noted and answered. */
  readonly query?: string;
  readonly milestoneId?: string;
  readonly shareId?: string;
  readonly network?: Network;
  readonly origin?: Origin;
  readonly outcome?: Outcome;
  /** In which they came, in their host's zone. */
  readonly month?: Month;
  /** From 1. */
  readonly page?: number;
};

export type InquiryPage = {
  readonly inquiries: readonly Inquiry[];
  /** How many the filter finds in all. */
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  /** How many nobody has opened, and how many there ever were, whatever the filter. */
  readonly unopened: number;
  readonly all: number;
  /** How many more the filter finds of whom only that they came is kept. */
  readonly forgotten: number;
};

/** Who came, a page at a time: first those that are not closed, and of each half the latest. */
export async function listInquiries(
  viewer: Viewer,
  filter: InquiryFilter,
  today: Day,
): Promise<InquiryPage> {
  const ownerId = viewer.userId;
  const { network } = filter;
  return asOwner(viewer, async (tx) => {
    const shares = network && (await tx.share.findMany({ where: { ownerId, network } }));
    const where = {
      ...whereOf(viewer, filter, today),
      ...(shares && { AND: [{ shareId: { in: shares.map(({ id }) => id) } }] }),
    };
    const total = await tx.inquiry.count({ where });
    const pages = Math.max(1, Math.ceil(total / limits.pageSize));
    const page = Math.min(filter.page ?? 1, pages);
    const rows = await tx.inquiry.findMany({
      where,
      orderBy: [
        { closedAt: { sort: 'desc', nulls: 'first' } },
        { arrivedAt: 'desc' },
        { id: 'desc' },
      ],
      skip: (page - 1) * limits.pageSize,
      take: limits.pageSize,
    });
    return {
      inquiries: await fromRows(tx, ownerId, rows),
      total,
      page,
      pages,
      unopened: await tx.inquiry.count({ where: { ownerId, ...inState.new } }),
      all: await tx.inquiry.count({ where: { ownerId } }),
      forgotten: await tx.inquiry.count({ where: { ...where, forgottenAt: { not: null } } }),
    };
  });
}

/** Whether a reply went out: `queued` until it did, `kept` in the outbox where no server sends it. */
export type MailStanding = 'queued' | 'sent' | 'kept' | 'failed' | 'none';

/** An answer that was written in the app. */
export type Reply = {
  readonly id: string;
  readonly text: string;
  readonly writtenAt: Date;
  readonly mail: MailStanding;
};

/** One inquiry with what was answered, oldest first, and the income it became. */
export type OpenedInquiry = {
  readonly inquiry: Inquiry;
  readonly replies: readonly Reply[];
  /** Null: none was logged, or it is gone for good. */
  readonly income: { readonly id: string; readonly deletedAt: Date | null } | null;
};

/** One inquiry, or null where this person has none of that id. */
export async function getInquiry(viewer: Viewer, id: string): Promise<OpenedInquiry | null> {
  const ownerId = viewer.userId;
  return asOwner(viewer, async (tx) => {
    const row = await tx.inquiry.findFirst({ where: { ownerId, id, forgottenAt: null } });
    const [inquiry] = row ? await fromRows(tx, ownerId, [row]) : [];
    if (!row || !inquiry) return null;
    const replies = await tx.reply.findMany({
      where: { ownerId, inquiryId: id },
      orderBy: [{ writtenAt: 'asc' }, { id: 'asc' }],
    });
    const mails = await tx.mail.findMany({
      where: { ownerId, occasion: { in: replies.map((reply) => `reply:${reply.id}`) } },
      select: { occasion: true, sentAt: true, keptAt: true, failedAt: true },
    });
    const { incomeId } = row;
    const income =
      incomeId &&
      (await tx.milestone.findFirst({
        where: { ownerId, id: incomeId },
        select: { id: true, deletedAt: true },
      }));
    return {
      inquiry,
      replies: replies.map(({ id, text, writtenAt }) => ({
        id,
        text,
        writtenAt,
        mail: standingOf(mails.find(({ occasion }) => occasion === `reply:${id}`)),
      })),
      income: income || null,
    };
  });
}

function standingOf(
  mail: { sentAt: Date | null; keptAt: Date | null; failedAt: Date | null } | undefined,
): MailStanding {
  if (!mail) return 'none';
  if (mail.sentAt) return 'sent';
  if (mail.keptAt) return 'kept';
  return mail.failedAt ? 'failed' : 'queued';
}

/** How many nobody has opened yet; counting stops at 100. */
export async function countNew(viewer: Viewer): Promise<number> {
  const where = { ownerId: viewer.userId, ...inState.new };
  return asOwner(viewer, (tx) => tx.inquiry.count({ where, take: 100 }));
}

/** As `stateOf` says, in the store's words. */
const inState = {
  new: { closedAt: null, answeredAt: null, openedAt: null },
  open: { closedAt: null, answeredAt: null, openedAt: { not: null } },
  answered: { closedAt: null, answeredAt: { not: null } },
  closed: { closedAt: { not: null } },
} as const satisfies Record<State, Prisma.InquiryWhereInput>;

function whereOf(
  { userId: ownerId, zone }: Viewer,
  { state, query, milestoneId, shareId, origin, outcome, month }: InquiryFilter,
  today: Day,
): Prisma.InquiryWhereInput {
  const text = query ? fold(query) : '';
  const due = { closedAt: null, nextStepOn: { lte: dateFromDay(today) } };
  return {
    ownerId,
    forgottenAt: null,
    ...(state && (state === 'due' ? due : inState[state])),
    ...(milestoneId && { milestoneId }),
    ...(shareId && { shareId }),
    ...(origin && { origin }),
    ...(outcome && { outcome }),
    ...(month && {
      arrivedAt: {
        gte: startOfDay(firstOf(month), zone),
        lt: startOfDay(firstOf(addMonths(month, 1)), zone),
      },
    }),
    ...(text !== '' && { searchText: { contains: text.replace(/[\\%_]/g, '\\$&') } }),
  };
}
