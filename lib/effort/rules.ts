import type { Day } from '../calendar';
import { limits } from '../limits';
import type { Bilingual } from '../locale';
import { ok, type Result, refuse } from '../result';

export const purposes = ['building', 'networking'] as const;
/** What minutes were spent on: the record itself, or knowing people. */
export type Purpose = (typeof purposes)[number];

export function isPurpose(value: unknown): value is Purpose {
  return purposes.some((purpose) => purpose === value);
}

/** What time was spent for; at most one of the two. */
export type SubjectIds = { readonly streamId: string | null; readonly skillId: string | null };

/** A stream or a skill, by its name. */
export type Subject = {
  readonly kind: 'stream' | 'skill';
  readonly id: string;
  readonly name: Bilingual;
};

/** What a person says of time spent; the store adds when and under which id. */
export type EffortDraft = SubjectIds & {
  readonly purpose: Purpose;
  /** 1 to 1,440. */
  readonly minutes: number;
  readonly spentOn: Day;
  readonly note: string | null;
};

/** Time spent, as its owner reads it. */
export type Effort = Omit<EffortDraft, keyof SubjectIds> & {
  readonly id: string;
  readonly subject: Subject | null;
  readonly version: number;
  readonly recordedAt: Date;
};

/** The one timer a person may have running. */
export type Timer = {
  readonly id: string;
  readonly purpose: Purpose;
  readonly subject: Subject | null;
  readonly startedAt: Date;
};

export const noSubject: SubjectIds = { streamId: null, skillId: null };

const subjectText = /^(stream|skill):([0-9a-f-]{36})$/;

/** A subject as one value of a select: `stream:<id>`, `skill:<id>`, or nothing. */
export function writeSubject(subject: Pick<Subject, 'kind' | 'id'> | null): string {
  return subject ? `${subject.kind}:${subject.id}` : '';
}

/** Reads {@link writeSubject}; null where it is none. */
export function readSubject(text: string): SubjectIds | null {
  if (text === '') return noSubject;
  const [, kind, id = ''] = subjectText.exec(text) ?? [];
  if (!kind) return null;
  return kind === 'stream' ? { streamId: id, skillId: null } : { streamId: null, skillId: id };
}

/** Whole minutes a timer has run, rounded, at least one: whoever stopped it did something. */
export function elapsedMinutes(startedAt: Date, now: Date): number {
  return Math.max(1, Math.round((now.getTime() - startedAt.getTime()) / 60_000));
}

/** Whether a timer was probably forgotten, so that only a person can say how long it really was. */
export function isForgotten(elapsed: number): boolean {
  return elapsed > limits.timerMinutes;
}

/**
 * The minutes a timer leaves: those that were typed, else those that elapsed. A forgotten one needs
 * typing, and nobody works longer than the clock ran.
 */
export function minutesOfTimer(
  elapsed: number,
  typed: number | null,
): Result<number, 'timer-too-long' | 'timer-over-elapsed'> {
  if (typed !== null) return typed > elapsed ? refuse('timer-over-elapsed') : ok(typed);
  return isForgotten(elapsed) ? refuse('timer-too-long') : ok(elapsed);
}
