import { randomBytes } from 'node:crypto';
import type { Viewer } from '../auth/viewer';
import { asClient, asOwner, type Tx, takeTurn } from '../db';
import type { Bilingual } from '../locale';
import { ok, type Result, refuse } from '../result';
import type { Answer } from './rules';

/** The texts that stand in the place of the named ones where the client wants no name. */
export type AnonymousTexts = { readonly title: Bilingual; readonly story: Bilingual };

/**
 * Holds the milestone back until a client agrees, and makes the link to send them, a new one each
 * time: what was said to an earlier text or by an earlier link no longer counts.
 * `anonymous-title-needed`: without a name only an income may go without a title.
 */
export async function askPermission(
  viewer: Viewer,
  milestoneId: string,
  { title, story }: AnonymousTexts,
  now: Date,
): Promise<Result<{ code: string }, 'missing' | 'anonymous-title-needed'>> {
  const ownerId = viewer.userId;
  const code = randomBytes(16).toString('base64url');
  return asOwner(viewer, async (tx) => {
    await takeTurn(tx, ownerId);
    const milestone = await tx.milestone.findFirst({
      where: { ownerId, id: milestoneId, deletedAt: null },
      select: { textVersion: true, kind: true },
    });
    if (!milestone) return refuse('missing');
    if (milestone.kind !== 'income' && !title.ja && !title.en) {
      return refuse('anonymous-title-needed');
    }
    const asked = {
      state: 'asked',
      titleJa: title.ja,
      titleEn: title.en,
      storyJa: story.ja,
      storyEn: story.en,
      code,
      askedAt: now,
      answeredAt: null,
      shownVersion: milestone.textVersion,
    };
    await tx.permission.upsert({
      where: { ownerId_milestoneId: { ownerId, milestoneId } },
      create: { ownerId, milestoneId, ...asked },
      update: asked,
    });
    await tx.milestone.updateMany({
      where: { ownerId, id: milestoneId },
      data: { needsPermission: true },
    });
    return ok({ code });
  });
}

/** Notes that the milestone needs a client's say, or that it needs none after all. */
export async function requirePermission(
  viewer: Viewer,
  milestoneId: string,
  isNeeded: boolean,
): Promise<Result<null, 'missing'>> {
  const ownerId = viewer.userId;
  return asOwner(viewer, async (tx) => {
    await takeTurn(tx, ownerId);
    const { count } = await tx.milestone.updateMany({
      where: { ownerId, id: milestoneId, deletedAt: null },
      data: { needsPermission: isNeeded },
    });
    if (count === 0) return refuse('missing');
    if (isNeeded) {
      await tx.permission.createMany({ data: [{ ownerId, milestoneId }], skipDuplicates: true });
    } else await tx.permission.deleteMany({ where: { ownerId, milestoneId } });
    return ok(null);
  });
}

/**
 * Keeps what the holder of a link says, with its date; they may change their mind, and what they said
 * before stays among their answers. `reworded`: they read version `textVersion`, but something else
 * stands there by now; `missing`: no such question.
 */
export async function answerPermission(
  code: string,
  answer: Answer,
  textVersion: number,
  now: Date,
): Promise<Result<null, 'missing' | 'reworded'>> {
  const done = await asClient(code, async (tx, { ownerId, milestoneId }) => {
    const milestone = await tx.milestone.findFirst({
      where: { ownerId, id: milestoneId },
      select: { textVersion: true },
    });
    if (!milestone) return refuse('missing');
    if (milestone.textVersion !== textVersion) return refuse('reworded');
    const { count } = await tx.permission.updateMany({
      where: { code },
      data: { state: answer, answeredAt: now, shownVersion: textVersion },
    });
    if (count === 0) return refuse('missing');
    await keepAnswer(tx, { ownerId, milestoneId, state: answer, shownVersion: textVersion }, now);
    return ok(null);
  });
  return done ?? refuse('missing');
}

/** Adds to the client's answers. One from this very moment keeps its place; this one goes after it. */
async function keepAnswer(
  tx: Tx,
  answer: { ownerId: string; milestoneId: string; state: Answer; shownVersion: number },
  now: Date,
): Promise<void> {
  for (let at = now.getTime(); ; at++) {
    // Many at a time gives nothing back: a client may add to the answers, but not read them.
    const data = [{ ...answer, answeredAt: new Date(at) }];
    const { count } = await tx.permissionAnswer.createMany({ data, skipDuplicates: true });
    if (count === 1) return;
  }
}
