import type { Viewer } from '../../auth/viewer';
import { asOwner } from '../../db';
import { isSecurityEvent, type SecurityEvent } from './rules';

/** The latest events of the account, newest first. */
export async function listEvents(viewer: Viewer, most: number): Promise<SecurityEvent[]> {
  const rows = await asOwner(viewer, (tx) =>
    tx.securityEvent.findMany({
      where: { ownerId: viewer.userId },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      take: most,
      omit: { ownerId: true },
    }),
  );
  // One that another release wrote has no words here.
  return rows.flatMap(({ what, ...row }) => (isSecurityEvent(what) ? [{ ...row, what }] : []));
}
