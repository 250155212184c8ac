import { isAlive, isTouchDue } from '../auth/rules';
import { secretHash } from '../auth/token';
import type { Viewer } from '../auth/viewer';
import { asOwner, asSystem } from '../db';
import type { Locale } from '../locale';

/** Whose session it is, as the session mints a viewer of it. */
export type SessionFacts = {
  readonly userId: string;
  readonly sessionId: string;
  readonly handle: string;
  readonly displayName: string;
  readonly locale: Locale;
  readonly zone: string;
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
             s.last_seen_at AS "lastSeenAt", u.locale, u.zone, r.handle,
             r.display_name AS "displayName"
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

/** The e-mail that this person signs in with. */
export async function getEmail(viewer: Viewer): Promise<string> {
  const user = await asOwner(viewer, (tx) =>
    tx.user.findUniqueOrThrow({ where: { id: viewer.userId }, select: { email: true } }),
  );
  return user.email;
}
