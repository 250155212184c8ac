import type { Viewer } from '@/lib/auth/viewer';
import { listClosedGoals } from '@/lib/goal/data';
import { limits } from '@/lib/limits';
import { listShown } from '@/lib/milestone/showing/data';
import { whyOf } from '@/lib/milestone/showing/rules';
import { listPermissions } from '@/lib/permission/data';
import { getRecord } from '@/lib/record/data';
import { readDraftRecord } from '@/lib/record/public';
import { listPassedOver, listShares, type Share } from '@/lib/share/data';
import { type Happening, queueOf } from '@/lib/share/queue.rules';
import { type SuggestedTime, suggestTime } from '@/lib/share/timing.rules';

/** Something worth publicising, with when it is suggested to be sent. */
export type Queued = { readonly happening: Happening; readonly when: SuggestedTime };

export type Queue = {
  readonly queued: readonly Queued[];
  /** What was sent, the latest first. */
  readonly sent: readonly Share[];
};

/** What happened lately and was neither shared nor passed over, the latest first. */
export async function getQueue(viewer: Viewer, now: Date): Promise<Queue> {
  const [record, milestones, permissions, goals, draft, shares, passed] = await Promise.all([
    getRecord(viewer),
    listShown(viewer),
    listPermissions(viewer),
    listClosedGoals(viewer),
    readDraftRecord(viewer, now),
    listShares(viewer, limits.shares),
    listPassedOver(viewer),
  ]);
  const happenings: Happening[] = [
    ...milestones
      .filter(({ visibility }) => visibility === 'public')
      .flatMap((milestone): Happening[] => {
        const permission = permissions.get(milestone.id) ?? null;
        // What the record waits for holds back everything alike, and is said once.
        const open = { publishedAt: record.publishedAt ?? now };
        const why = whyOf(milestone, permission, record.showing, open, now);
        if (why.why === 'permission' || !milestone.publishedAt) return [];
        return [
          {
            occasion: `milestone:${milestone.id}`,
            at: milestone.publishedAt,
            visibleFrom: why.why === 'waits' ? why.until : null,
          },
        ];
      }),
    ...goals
      .filter(({ outcome }) => outcome === 'met')
      .flatMap(({ id, closedAt }) =>
        closedAt ? [{ occasion: `goal:${id}`, at: closedAt, visibleFrom: null }] : [],
      ),
    // Only the highest of each currency: nobody announces all the rungs below it.
    ...(draft?.income ?? []).flatMap(({ currency, rungs }) => {
      const rung = rungs.at(-1);
      if (!rung) return [];
      const at = new Date(`${rung.reachedOn}-01T00:00:00Z`);
      return [{ occasion: `rung:${currency}:${rung.amount.minor}`, at, visibleFrom: null }];
    }),
  ];
  const sent = shares
    .filter(({ sentAt }) => sentAt !== null)
    .sort((a, b) => Number(b.sentAt) - Number(a.sentAt));
  const done = new Set([
    ...passed,
    ...sent.flatMap(({ occasion, milestone }) => [
      ...(occasion ? [occasion] : []),
      ...(milestone ? [`milestone:${milestone.id}`] : []),
    ]),
  ]);
  const queued = queueOf(happenings, done, now).map((happening, i) => ({
    happening,
    when: suggestTime({
      now,
      zone: viewer.zone,
      visibleFrom: happening.visibleFrom,
      // One a day: each waits for those before it.
      lastSent: i === 0 ? (sent[0]?.sentAt ?? null) : null,
    }),
  }));
  return { queued: spaced(queued, viewer.zone, now), sent };
}

/** Each suggested a day after the one before it, so that no two fall together. */
function spaced(queued: readonly Queued[], zone: string, now: Date): Queued[] {
  const times: Queued[] = [];
  for (const one of queued) {
    const before = times.at(-1);
    const when = before
      ? suggestTime({
          now,
          zone,
          visibleFrom: one.happening.visibleFrom,
          lastSent: before.when.at,
        })
      : one.when;
    times.push({ ...one, when });
  }
  return times;
}
