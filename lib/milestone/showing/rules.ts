import { isPermitted, type Permission } from '../../permission/rules';
import type { Showing } from '../../record/showing.rules';
import type { Milestone } from '../rules';

/** Why strangers see a milestone, or do not. The first that holds of those in the way. */
export type Why =
  | { readonly why: 'private' }
  /** Nobody was asked, the client has not answered, refused, or agreed to what stands there no more. */
  | { readonly why: 'permission'; readonly permission: Permission | null }
  /** Its own day, or the record's delay, has not come. */
  | { readonly why: 'waits'; readonly until: Date }
  | { readonly why: 'record-closed' }
  | { readonly why: 'unlisted' }
  | { readonly why: 'public' };

/**
 * What lib/record/public/seen.ts decides, said for the owner with its reason: what stands in the way of
 * `milestone` at `now`.
 */
export function whyOf(
  milestone: Pick<Milestone, 'visibility' | 'publishedAt' | 'visibleFrom' | 'needsPermission'>,
  permission: Permission | null,
  showing: Pick<Showing, 'delayDays'>,
  record: { readonly publishedAt: Date | null },
  now: Date,
): Why {
  if (milestone.visibility === 'private') return { why: 'private' };
  if (milestone.needsPermission && !(permission && isPermitted(permission))) {
    return { why: 'permission', permission };
  }
  const until = visibleSince(milestone, showing);
  if (until && until > now) return { why: 'waits', until };
  if (!record.publishedAt) return { why: 'record-closed' };
  return { why: milestone.visibility };
}

/** From when its own day and the record's delay let strangers see it; null while it is private. */
export function visibleSince(
  { publishedAt, visibleFrom }: Pick<Milestone, 'publishedAt' | 'visibleFrom'>,
  { delayDays }: Pick<Showing, 'delayDays'>,
): Date | null {
  if (!publishedAt) return null;
  const delayed = new Date(publishedAt.getTime() + delayDays * 86_400_000);
  return visibleFrom && visibleFrom > delayed ? visibleFrom : delayed;
}
