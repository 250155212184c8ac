import type { Goal as Row } from '@/generated/prisma/client';
import { dateFromDay, dayFromDate, firstOf, monthOf } from '../calendar';
import { isKind } from '../milestone/rules';
import { isCurrency } from '../money';
import { type Goal, measures } from './rules';
import type { GoalDraft } from './schema';

/** A stored row as a goal. Throws where the store breaks its own CHECKs. */
export function fromRow(row: Row): Goal {
  const measure = measures.find((known) => known === row.measure);
  if (!measure) throw new Error(`Goal ${row.id} has an unknown measure.`);
  return {
    id: row.id,
    measure,
    streamId: row.streamId,
    skillId: row.skillId,
    audienceId: row.audienceId,
    kind: isKind(row.kind) ? row.kind : null,
    currency: isCurrency(row.currency) ? row.currency : null,
    target: row.target,
    dueOn: row.dueOn && dayFromDate(row.dueOn),
    every: row.every === 'month' || row.every === 'year' ? row.every : null,
    since: row.since && monthOf(dayFromDate(row.since)),
    position: row.position,
    version: row.version,
    createdAt: row.createdAt,
    closedAt: row.closedAt,
    outcome: row.outcome === 'met' || row.outcome === 'dropped' ? row.outcome : null,
  };
}

/** The columns of what a goal measures, which stays as it was set. */
export function subjectColumns(draft: GoalDraft) {
  const { measure, streamId, skillId, audienceId, kind, currency } = draft;
  return { measure, streamId, skillId, audienceId, kind, currency };
}

/** The columns of how far and until when, which may change. */
export function aimColumns({ target, dueOn, every, since }: GoalDraft) {
  return {
    target,
    dueOn: dueOn && dateFromDay(dueOn),
    every,
    since: since && dateFromDay(firstOf(since)),
  };
}
