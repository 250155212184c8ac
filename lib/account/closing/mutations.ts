import { uuidv7 } from 'uuidv7';
import type { Viewer } from '../../auth/viewer';
import { asOwner, asSystem, Prisma } from '../../db';
import { isLocale, type Locale } from '../../locale';
import { type MailDraft, mailRow } from '../../mail/rules';
import type { Addressee } from '../addressee/data';
import { noteEvent } from '../event/row';
import type { Whence } from '../event/rules';
import { endSessions } from '../session/row';
import { deleteAll, holdHandles } from './row';
import { goesAt, type When } from './rules';

/**
 * Plans that the account goes, and closes its record at once; every sign-in but this one ends. Asked for
 * again it goes no later than it was to go already.
 * @param plan.letter tells its owner, with the moment; none is written of one that goes now. Null: too
 *   many went there lately
 * @returns the moment it goes
 */
export async function planDeletion(
  viewer: Viewer,
  plan: {
    readonly when: When;
    readonly whence: Whence;
    readonly letter: ((to: Addressee, at: Date) => MailDraft) | null;
  },
  now: Date,
): Promise<Date> {
  const { userId: ownerId, sessionId } = viewer;
  const at = goesAt(plan.when, now);
  return asOwner(viewer, async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id: ownerId, OR: [{ deleteAt: null }, { deleteAt: { gt: at } }] },
      data: { deleteAt: at },
    });
    const user = await tx.user.findUniqueOrThrow({
      where: { id: ownerId },
      select: { deleteAt: true, email: true, locale: true, zone: true },
    });
    await tx.record.updateMany({ where: { ownerId }, data: { publishedAt: null } });
    await endSessions(tx, ownerId, sessionId);
    if (count === 0) return user.deleteAt ?? at;
    await noteEvent(tx, ownerId, { what: 'deletion_planned', whence: plan.whence }, now);
    if (plan.when === 'later' && plan.letter) {
      const draft = plan.letter(
        { ...user, locale: isLocale(user.locale) ? user.locale : 'ja' },
        at,
      );
      const data = [mailRow(ownerId, uuidv7(), draft, now)];
      await tx.mail.createMany({ data, skipDuplicates: true });
    }
    return at;
  });
}

/**
 * Keeps an account that was to go, if its day has not come; its record stays closed.
 * @returns whether it was to go, and is kept
 */
export async function cancelDeletion(viewer: Viewer, whence: Whence, now: Date): Promise<boolean> {
  const { userId: id } = viewer;
  return asOwner(viewer, async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id, deleteAt: { gt: now } },
      data: { deleteAt: null },
    });
    if (count > 0) await noteEvent(tx, id, { what: 'deletion_cancelled', whence }, now);
    return count > 0;
  });
}

/** What has to be known of an account that is gone, to clear up behind it. It stands nowhere any more. */
export type Gone = {
  readonly email: string;
  /** Whether it was shown that letters to it reached its owner. */
  readonly isVerified: boolean;
  readonly locale: Locale;
  /** The ids of its letters, of which files may lie in the outbox, and of files that waited. */
  readonly letters: readonly string[];
  readonly uploads: readonly string[];
};

/** With every row that the limits allow it took 4.4 s on two cores with other work to do. */
const purgeMs = 60_000;

/**
 * Deletes an account whose moment has come, whole or not at all; its handles are kept out of use. Null:
 * there is none such, it is kept after all, or another process is at it (`ifFree`; else that is waited
 * for). Whoever would keep it in this moment is before it or too late: the row decides.
 */
export async function purgeAccount(
  ownerId: string,
  now: Date,
  options: { readonly ifFree?: boolean } = {},
): Promise<Gone | null> {
  // The strongest lock from the start: what came later to it would wait for us, and we for it.
  const lock = options.ifFree ? Prisma.sql`FOR UPDATE SKIP LOCKED` : Prisma.sql`FOR UPDATE`;
  return asSystem(
    async (tx) => {
      const [user] = await tx.$queryRaw<{ email: string; isVerified: boolean; locale: string }[]>`
        SELECT email, email_verified_at IS NOT NULL AS "isVerified", locale FROM "user"
         WHERE id = ${ownerId}::uuid AND delete_at <= ${now} ${lock}`;
      if (!user) return null;
      const letters = await tx.mail.findMany({ where: { ownerId }, select: { id: true } });
      const uploads = await tx.upload.findMany({ where: { ownerId }, select: { id: true } });
      await holdHandles(tx, ownerId, now);
      await deleteAll(tx, ownerId);
      return {
        email: user.email,
        isVerified: user.isVerified,
        locale: isLocale(user.locale) ? user.locale : 'ja',
        letters: letters.map(({ id }) => id),
        uploads: uploads.map(({ id }) => id),
      };
    },
    { timeout: purgeMs },
  );
}

/** Lets go of handles that were out of use long enough. */
export async function sweepHolds(now: Date): Promise<void> {
  await asSystem((tx) => tx.handleHold.deleteMany({ where: { until: { lte: now } } }));
}
