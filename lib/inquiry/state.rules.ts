import type { Day } from '../calendar';
import type { Bilingual, Locale } from '../locale';
import type { Kind } from '../milestone/rules';
import type { Money } from '../money';
import type { Network } from '../share/networks.rules';
import type { Origin } from '../stream/rules';

/** What people write about. */
export const subjects = ['job', 'collaboration', 'question', 'other'] as const;
export type Subject = (typeof subjects)[number];

/** What becomes of it. */
export const outcomes = ['nothing', 'conversation', 'collaboration', 'work_agreed'] as const;
export type Outcome = (typeof outcomes)[number];

/** From the moment it arrives; each takes the place of those before it. */
export const states = ['new', 'open', 'answered', 'closed'] as const;
export type State = (typeof states)[number];

/** `form`: written by the person themselves; `hand`: entered by who they came to. */
export type Arrival = 'form' | 'hand';

export function isSubject(value: unknown): value is Subject {
  return subjects.some((subject) => subject === value);
}

export function isOutcome(value: unknown): value is Outcome {
  return outcomes.some((outcome) => outcome === value);
}

/** Someone who came, as their host reads it. */
export type Inquiry = {
  readonly id: string;
  readonly arrival: Arrival;
  readonly origin: Origin;
  readonly name: string;
  readonly email: string | null;
  readonly subject: Subject;
  readonly message: string;
  /** That the person wrote in, or was shown the record in. */
  readonly language: Locale;
  /** The milestone they came through; null: the record. */
  readonly milestone: Through | null;
  /** The share they came through. */
  readonly share: { readonly id: string; readonly network: Network } | null;
  /** The site they came from; empty: none said. */
  readonly source: string;
  readonly arrivedAt: Date;
  readonly openedAt: Date | null;
  readonly answeredAt: Date | null;
  readonly closedAt: Date | null;
  readonly note: string;
  readonly nextStep: string | null;
  readonly nextStepOn: Day | null;
  /** Null: not known yet. */
  readonly outcome: Outcome | null;
  readonly outcomeAt: Date | null;
  /** Of work agreed, where it is known. */
  readonly amount: Money | null;
  readonly stream: { readonly id: string; readonly name: Bilingual } | null;
  readonly version: number;
};

/** The milestone somebody came through. */
export type Through = {
  readonly id: string;
  readonly kind: Kind;
  readonly title: Bilingual;
  readonly stream: { readonly name: Bilingual } | null;
  /** Deleted by now. */
  readonly isGone: boolean;
};

/** Where it stands: the latest of what happened to it. */
export function stateOf(inquiry: Pick<Inquiry, 'openedAt' | 'answeredAt' | 'closedAt'>): State {
  if (inquiry.closedAt) return 'closed';
  if (inquiry.answeredAt) return 'answered';
  return inquiry.openedAt ? 'open' : 'new';
}

/**
 * Whole minutes from the message to the first reply; null without one, and for people entered by
 * hand, whose hour nobody noted. A clock that went backwards makes no reply come before its message.
 */
export function firstReplyMinutes(
  inquiry: Pick<Inquiry, 'arrival' | 'arrivedAt' | 'answeredAt'>,
): number | null {
  if (inquiry.arrival !== 'form' || !inquiry.answeredAt) return null;
  const minutes = (inquiry.answeredAt.getTime() - inquiry.arrivedAt.getTime()) / 60_000;
  return Math.max(0, Math.round(minutes));
}

/** The middle of the minutes to first replies, or between the two in the middle; null where there is none. */
export function medianReplyMinutes(
  inquiries: readonly Pick<Inquiry, 'arrival' | 'arrivedAt' | 'answeredAt'>[],
): number | null {
  const sorted = inquiries
    .map(firstReplyMinutes)
    .filter((minutes) => minutes !== null)
    .sort((a, b) => a - b);
  const [lower, upper] = [Math.floor((sorted.length - 1) / 2), Math.floor(sorted.length / 2)];
  const [low, high] = [sorted[lower], sorted[upper]];
  return low === undefined || high === undefined ? null : Math.round((low + high) / 2);
}

/** Whether its next step should have been done before `today`; a closed one waits for nothing. */
export function isOverdue(inquiry: Pick<Inquiry, 'nextStepOn' | 'closedAt'>, today: Day): boolean {
  return inquiry.closedAt === null && inquiry.nextStepOn !== null && inquiry.nextStepOn < today;
}
