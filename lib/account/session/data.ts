import { isAlive, isTouchDue } from '../../auth/rules';
import { secretHash } from '../../auth/token';
import type { Viewer } from '../../auth/viewer';
import { asOwner, asSystem } from '../../db';
import type { Locale } from '../../locale';
import { isWay, type SessionLine } from './rules';

/** Whose session it is, as the session mints a viewer of it. */
export type SessionFacts = {
  readonly userId: string;
  readonly sessionId: string;
  readonly handle: string;
  readonly displayName: string;
  readonly locale: Locale;
  readonly zone: string;
  readonly confirmedAt: Date;
  readonly deleteAt: Date | null;
  readonly expiresAt: Date;
};

/**
 * The live session behind a cookie's secret; null when it was signed out, is too old or never was.
 * Notes at most every five minutes that it was seen. Throws when the database does not answer:
 * that is no reason to think anyone signed out.
 */
export async function findSession(secret: string, now: Date): Promise<SessionFacts | null> {
  const hash = secretHash(secret);
  return asSystem(async (tx) => {
    const rows = await tx.$queryRaw<(SessionFacts & { lastSeenAt: Date })[]>`
      SELECT s.id AS "sessionId", s.owner_id AS "userId", s.expires_at AS "expiresAt",
             s.last_seen_at AS "lastSeenAt", s.confirmed_at AS "confirmedAt", u.locale, u.zone,
             u.delete_at AS "deleteAt", r.handle, r.display_name AS "displayName"
        FROM session s
        JOIN "user" u ON u.id = s.owner_id
        JOIN record r ON r.owner_id = s.owner_id
       WHERE s.token_hash = ${hash}`;
    const session = rows[0];
    if (!session || !isAlive(session, now)) return null;
    const { lastSeenAt, ...facts } = session;
    if (isTouchDue(lastSeenAt, now)) {
      await tx.session.updateMany({ where: { tokenHash: hash }, data: { lastSeenAt: now } });
    }
    return facts;
  });
}

/** The live sign-ins of the account: this one first, then the one seen last. */
export async function listSessions(viewer: Viewer, now: Date): Promise<SessionLine[]> {
  const rows = await asOwner(viewer, (tx) =>
    tx.session.findMany({
      where: { ownerId: viewer.userId },
      orderBy: [{ lastSeenAt: 'desc' }, { id: 'desc' }],
      omit: { ownerId: true, tokenHash: true, confirmedAt: true },
    }),
  );
  return rows
    .filter((row) => isAlive(row, now))
    .map(({ expiresAt: _, way, ...row }) => ({
      ...row,
      way: isWay(way) ? way : ('password' as const),
      isCurrent: row.id === viewer.sessionId,
    }))
    .sort((a, b) => Number(b.isCurrent) - Number(a.isCurrent));
}
