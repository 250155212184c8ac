import type { Viewer } from '@/lib/auth/viewer';
import { getMilestone } from '@/lib/milestone/data';
import { type Why, whyOf } from '@/lib/milestone/showing/rules';
import { getPermission } from '@/lib/permission/data';
import { isPermitted, type Permission } from '@/lib/permission/rules';
import { getRecord } from '@/lib/record/data';
import type { Share } from '@/lib/share/data';

export type Standing = {
  /** Why strangers see what is shared, or do not; `gone`: there is no such milestone (any more). */
  readonly why: Why | { readonly why: 'gone' };
  readonly permission: Permission | null;
  /** What strangers know the milestone by; undefined: it is the record. */
  readonly publicId?: string;
};

/** How what is shared stands with strangers at `now`: a milestone, or with null the record. */
export async function standingOf(
  viewer: Viewer,
  milestoneId: string | null,
  now: Date,
): Promise<Standing> {
  const [milestone, permission, record] = await Promise.all([
    milestoneId ? getMilestone(viewer, milestoneId) : null,
    milestoneId ? getPermission(viewer, milestoneId) : null,
    getRecord(viewer),
  ]);
  if (!milestoneId) {
    return { why: { why: record.publishedAt ? 'public' : 'record-closed' }, permission };
  }
  if (!milestone) return { why: { why: 'gone' }, permission };
  const why = whyOf(milestone, permission, record.showing, record, now);
  return { why, permission, publicId: milestone.publicId };
}

/** Whether strangers see what is shared. */
export function isSeen({ why: { why } }: Standing): boolean {
  return why === 'public' || why === 'unlisted';
}

/** Whether the client wanted no name only after the text was drafted, which may have it still. */
export function mayName({ permission }: Standing, { createdAt }: Share): boolean {
  if (permission?.state !== 'anonymous' || !isPermitted(permission)) return false;
  return permission.answeredAt !== null && createdAt < permission.answeredAt;
}
