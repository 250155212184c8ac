import { randomBytes } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { asSystem, type Tx, takeTurn } from '../../db';
import { limits } from '../../limits';
import { isLocale, type Locale } from '../../locale';
import { usualChoiceRow } from '../../mail/choice/rules';
import { type MailDraft, mailRow } from '../../mail/rules';
import { ok, type Result, refuse } from '../../result';
import { throttles } from '../../throttle/rules';
import { retally } from '../row';
import type { ContactForm } from '../schema';
import { searchTextOf } from '../search.rules';

/** What a stranger sent, and how they came as the form told them. */
export type Received = Omit<ContactForm, 'form'> & {
  /** Of what was sent, by `idOfSent`. */
  readonly id: string;
  /** The page's language. */
  readonly language: Locale;
  /** The end of a short address; one of another record is none. */
  readonly shareCode: string | null;
  /** What strangers know the milestone by; one of another record is none. */
  readonly milestoneId: string | null;
  /** The site they came from; empty: none said. */
  readonly source: string;
};

/** Whom it reached. Never for the eyes of who wrote, but for the name. */
export type Recipient = {
  readonly email: string;
  readonly locale: Locale;
  /** As strangers read it: the pen name where the employer-safe mode is on. */
  readonly name: string;
  /** Whether they want to be told by mail. */
  readonly isTold: boolean;
  /** Ends such mail without signing in. */
  readonly unsubscribeCode: string;
};

/**
 * Takes in what a stranger sent to the record of `handle`, with the letters about it. The same sent
 * twice arrives once; what a blocked sender sent does not arrive, and both are told as if it had.
 * `missing`: no such record is published with its form open; `full`: there is no room for more;
 * `later`: too much arrived in the last hour. Before it is refused it arrives without letters, so that a
 * few who flood a record close its form to nobody.
 */
export async function receiveInquiry(
  handle: string,
  received: Received,
  letters: (recipient: Recipient) => readonly MailDraft[],
  now: Date,
): Promise<Result<null, 'missing' | 'full' | 'later'>> {
  return asSystem(async (tx) => {
    const record = await tx.record.findFirst({
      where: { handle, publishedAt: { not: null }, takesInquiries: true },
      select: { ownerId: true, displayName: true, penName: true, employerSafeAt: true },
    });
    if (!record) return refuse('missing');
    const { ownerId } = record;
    // First what needs no turn, so that whoever floods a record has nobody wait for theirs.
    const { most } = throttles.inquiryRecord;
    if ((await countLately(tx, ownerId, now)) >= most) return refuse('later');
    const sender = { ownerId_email: { ownerId, email: received.email } };
    if (await tx.blockedSender.findUnique({ where: sender })) return ok(null);
    // The limits and the tally at the end count what others brought meanwhile.
    await takeTurn(tx, ownerId);
    const had = await tx.inquiry.count({ where: { ownerId, forgottenAt: null } });
    if (had >= limits.inquiries) return refuse('full');
    const lately = await countLately(tx, ownerId, now);
    if (lately >= most) return refuse('later');
    if (!(await keep(tx, ownerId, received, now))) return ok(null);
    await retally(tx, ownerId);
    if (lately >= throttles.inquiryLetters.most) return ok(null);
    const { email, locale } = await tx.user.findUniqueOrThrow({
      where: { id: ownerId },
      select: { email: true, locale: true },
    });
    const choice = await tx.mailChoice.upsert({
      where: { ownerId },
      create: usualChoiceRow(ownerId, randomBytes(16)),
      update: {},
    });
    const drafts = letters({
      email,
      locale: isLocale(locale) ? locale : 'ja',
      name: (record.employerSafeAt && record.penName) || record.displayName,
      isTold: choice.tellsInquiries,
      unsubscribeCode: choice.unsubscribeCode,
    });
    await tx.mail.createMany({
      data: drafts.map((draft) => mailRow(ownerId, uuidv7(), draft, now)),
      skipDuplicates: true,
    });
    return ok(null);
  });
}

/** How many messages were kept in the last hour; none are added while one has the turn. */
function countLately(tx: Tx, ownerId: string, now: Date): Promise<number> {
  const since = new Date(now.getTime() - throttles.inquiryRecord.seconds * 1000);
  const where = { ownerId, arrival: 'form', arrivedAt: { gt: since } };
  return tx.inquiry.count({ where, take: throttles.inquiryRecord.most });
}

/** Whether it was not there before. Share and milestone are this owner's, or they are none. */
async function keep(tx: Tx, ownerId: string, received: Received, now: Date): Promise<boolean> {
  const { shareCode, milestoneId: publicId, ...said } = received;
  const { name, email, message } = said;
  const share =
    shareCode === null
      ? null
      : await tx.share.findFirst({ where: { ownerId, code: shareCode }, select: { id: true } });
  const milestone =
    publicId === null
      ? null
      : await tx.milestone.findFirst({
          where: { ownerId, publicId, deletedAt: null, visibility: { not: 'private' } },
          select: { id: true },
        });
  const { count } = await tx.inquiry.createMany({
    data: [
      {
        ...said,
        ownerId,
        arrival: 'form',
        shareId: share?.id ?? null,
        milestoneId: milestone?.id ?? null,
        searchText: searchTextOf({ name, email, message, note: '', nextStep: null }),
        arrivedAt: now,
      },
    ],
    skipDuplicates: true,
  });
  return count > 0;
}
