import type { Viewer } from '../auth/viewer';
import { asClient, asOwner, type Prisma } from '../db';
import {
  answers,
  type GivenAnswer,
  type Permission,
  type PermissionState,
  permissionStates,
} from './rules';

const withVersion = { milestone: { select: { textVersion: true } } } as const;
type Row = Prisma.PermissionGetPayload<{ include: typeof withVersion }>;

/** A client's say about the viewer's milestone; null where none is needed, or there is no milestone. */
export async function getPermission(
  viewer: Viewer,
  milestoneId: string,
): Promise<Permission | null> {
  const row = await asOwner(viewer, (tx) =>
    tx.permission.findFirst({
      where: { ownerId: viewer.userId, milestoneId },
      include: withVersion,
    }),
  );
  return row && fromRow(row);
}

/** By milestone: every say that the viewer waits for or has. */
export async function listPermissions(viewer: Viewer): Promise<ReadonlyMap<string, Permission>> {
  const rows = await asOwner(viewer, (tx) =>
    tx.permission.findMany({ where: { ownerId: viewer.userId }, include: withVersion }),
  );
  return new Map(rows.map((row) => [row.milestoneId, fromRow(row)]));
}

/** The answers a client gave about the viewer's milestone, by earlier links too; newest first, at most 100. */
export async function listAnswers(viewer: Viewer, milestoneId: string): Promise<GivenAnswer[]> {
  const rows = await asOwner(viewer, (tx) =>
    tx.permissionAnswer.findMany({
      where: { ownerId: viewer.userId, milestoneId },
      include: withVersion,
      orderBy: { answeredAt: 'desc' },
      take: 100,
    }),
  );
  return rows.map(({ state, answeredAt, shownVersion, milestone }) => ({
    state: answers.find((one) => one === state) ?? 'refused',
    answeredAt,
    isCurrent: shownVersion === milestone.textVersion,
  }));
}

/** What the holder of a link is asked, with the version of the text they would answer to. */
export async function getAsked(
  code: string,
): Promise<(Permission & { readonly textVersion: number }) | null> {
  return asClient(code, async (tx, { ownerId, milestoneId }) => {
    const row = await tx.permission.findUniqueOrThrow({ where: { code } });
    // Named, because a client sees what is published too; a deleted one is hidden from them.
    const milestone = await tx.milestone.findFirst({
      where: { ownerId, id: milestoneId },
      select: { textVersion: true, visibility: true },
    });
    // Once it is private again, what was answered is nobody's business any more.
    if (!milestone || (milestone.visibility === 'private' && row.state !== 'asked')) return null;
    return { ...fromRow({ ...row, milestone }), textVersion: milestone.textVersion };
  });
}

function fromRow(row: Row): Permission {
  return {
    state: isState(row.state) ? row.state : 'refused',
    title: { ja: row.titleJa, en: row.titleEn },
    story: { ja: row.storyJa, en: row.storyEn },
    code: row.code,
    askedAt: row.askedAt,
    answeredAt: row.answeredAt,
    isCurrent: row.shownVersion === row.milestone.textVersion,
  };
}

function isState(value: string): value is PermissionState {
  return permissionStates.some((state) => state === value);
}
