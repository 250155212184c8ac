import { asSystem } from '../../db';
import { limits } from '../../limits';
import type { Operator } from '../operator';

/** An invitation as operators see it; its secret stood on the page that made it and nowhere else. */
export type Invitation = {
  readonly ownerId: string;
  readonly id: string;
  /** The operator who made it. */
  readonly by: string;
  /** For whom, as they remember it. */
  readonly note: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
};

/**
 * One page of the invitations of all operators, the newest first: those made before `after`, or of all.
 * @returns what to ask with for the next page; null where there is none
 */
export async function listInvitations(
  _: Operator,
  after: string | null,
): Promise<{ invitations: Invitation[]; next: string | null }> {
  const rows = await asSystem((tx) =>
    tx.invitation.findMany({
      where: after === null ? {} : { id: { lt: after } },
      // Ids begin with the moment they were made.
      orderBy: { id: 'desc' },
      take: limits.pageSize + 1,
      omit: { tokenHash: true },
      include: { owner: { select: { record: { select: { handle: true } } } } },
    }),
  );
  const invitations = rows
    .slice(0, limits.pageSize)
    .map(({ owner, ...row }) => ({ ...row, by: owner.record?.handle ?? '' }));
  return {
    invitations,
    next: rows.length > limits.pageSize ? (invitations.at(-1)?.id ?? null) : null,
  };
}
