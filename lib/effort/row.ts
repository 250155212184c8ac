import type { Prisma } from '@/generated/prisma/client';
import { dateFromDay, dayFromDate } from '../calendar';
import { type Effort, type EffortDraft, isPurpose, type Subject, type Timer } from './rules';

const named = { select: { id: true, nameJa: true, nameEn: true } } as const;
/** What a stored effort or timer is read with. */
export const withSubject = { stream: named, skill: named } as const;

type EffortRow = Prisma.EffortGetPayload<{ include: typeof withSubject }>;
type TimerRow = Prisma.TimerGetPayload<{ include: typeof withSubject }>;

/** A stored row as an effort. Throws where the store breaks its own CHECKs. */
export function effortFromRow(row: EffortRow): Effort {
  return {
    id: row.id,
    purpose: purposeOf(row),
    minutes: row.minutes,
    spentOn: dayFromDate(row.spentOn),
    subject: subjectOf(row),
    note: row.note,
    version: row.version,
    recordedAt: row.recordedAt,
  };
}

/** A stored row as the running timer. */
export function timerFromRow(row: TimerRow): Timer {
  const { id, startedAt } = row;
  return { id, purpose: purposeOf(row), subject: subjectOf(row), startedAt };
}

/** The columns a draft fills. */
export function toColumns({ purpose, minutes, spentOn, streamId, skillId, note }: EffortDraft) {
  return { purpose, minutes, spentOn: dateFromDay(spentOn), streamId, skillId, note };
}

function purposeOf({ id, purpose }: { id: string; purpose: string }) {
  if (!isPurpose(purpose)) throw new Error(`Effort ${id} has an unknown purpose.`);
  return purpose;
}

function subjectOf({ stream, skill }: Pick<EffortRow, keyof typeof withSubject>): Subject | null {
  const row = stream ?? skill;
  if (!row) return null;
  const name = { ja: row.nameJa, en: row.nameEn };
  return { kind: stream ? 'stream' : 'skill', id: row.id, name };
}
