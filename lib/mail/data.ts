import type { Viewer } from '../auth/viewer';
import { asOwner, asSystem } from '../db';
import { limits } from '../limits';

/** A letter as its owner reads it. */
export type Mail = {
  readonly id: string;
  readonly recipient: string;
  readonly subject: string;
  /** Empty where it holds a secret: that is its receiver's alone. */
  readonly text: string;
  readonly hasSecret: boolean;
  readonly createdAt: Date;
  readonly nextTryAt: Date;
  readonly tries: number;
  readonly error: string | null;
  readonly sentAt: Date | null;
  readonly keptAt: Date | null;
  readonly failedAt: Date | null;
};

/**
 * The viewer's letters, the newest first: one page of those older than the letter `before`, or of all.
 * @returns what to ask with for the next page; null where there is none
 */
export async function listMail(
  viewer: Viewer,
  before: string | null,
): Promise<{ mail: Mail[]; next: string | null }> {
  const found = await asOwner(viewer, (tx) =>
    tx.mail.findMany({
      where: { ownerId: viewer.userId, ...(before && { id: { lt: before } }) },
      // Ids begin with the moment they were made.
      orderBy: { id: 'desc' },
      take: limits.pageSize + 1,
      select: {
        id: true,
        recipient: true,
        subject: true,
        text: true,
        createdAt: true,
        nextTryAt: true,
        tries: true,
        error: true,
        sentAt: true,
        keptAt: true,
        failedAt: true,
        secretUntil: true,
      },
    }),
  );
  const mail = found.slice(0, limits.pageSize).map(({ secretUntil, ...row }) => {
    const hasSecret = secretUntil !== null;
    return { ...row, hasSecret, text: hasSecret ? '' : row.text };
  });
  return { mail, next: found.length > mail.length ? (mail.at(-1)?.id ?? null) : null };
}

/** Which of these letters there still are, whosever they are. */
export async function keptAmong(ids: readonly string[]): Promise<Set<string>> {
  const rows = await asSystem(
    (tx) => tx.$queryRaw<{ id: string }[]>`
      SELECT id::text FROM mail WHERE id = ANY(${ids}::uuid[])`,
  );
  return new Set(rows.map(({ id }) => id));
}
