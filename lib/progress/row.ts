import { group } from 'd3-array';
import type { AudienceCount } from '../audience/rules';
import { audienceKey, mergeCounts } from '../audience/rules';
import { type Day, type Month, monthOf, today } from '../calendar';
import { isPurpose, type Purpose, type Timer } from '../effort/rules';
import type { FollowerPoint, Goal } from '../goal/rules';
import type { MonthTotal, OwnLadder } from '../ladder/rules';
import type { Bilingual } from '../locale';
import type { Kind } from '../milestone/rules';
import { type Currency, isCurrency } from '../money';
import { isOrigin, type Origin } from '../stream/rules';
import type { EffortSum, MilestoneSum } from './rules';

/** A row of the sums of milestones, as PostgreSQL adds them up. */
export type MilestoneSumRow = {
  kind: Kind;
  currency: string | null;
  streamId: string | null;
  month: Month;
  gross: string;
  fees: string;
  costs: string;
  minutes: number;
  milestones: number;
};

export type EffortSumRow = EffortSum;

export function milestoneSum({
  currency,
  gross,
  fees,
  costs,
  ...sum
}: MilestoneSumRow): MilestoneSum {
  return {
    ...sum,
    currency: isCurrency(currency) ? currency : null,
    gross: BigInt(gross),
    fees: BigInt(fees),
    costs: BigInt(costs),
  };
}

/** A name that stands beside a figure. */
export type Named = { readonly id: string; readonly name: Bilingual };

/** Everything but sums that the dashboard speaks of. */
export type Setting = {
  /** Open ones, in the person's order. */
  readonly goals: readonly Goal[];
  readonly streams: readonly (Named & {
    readonly origin: Origin;
    readonly closedAt: Date | null;
  })[];
  readonly skills: readonly Named[];
  readonly audiences: readonly { readonly id: string; readonly name: string }[];
  /** The last count of each month of each audience, ascending; none while no goal asks for them. */
  readonly followers: readonly FollowerPoint[];
  /** People who came because of the record, by month; none while no goal asks for them. */
  readonly came: readonly MonthTotal[];
  readonly ladders: readonly OwnLadder[];
  /** Rungs whose crossing was marked. */
  readonly marks: readonly { readonly currency: Currency; readonly rung: bigint }[];
  readonly showsStreak: boolean;
  readonly pauses: readonly Month[];
  readonly timer: Timer | null;
  readonly record: { readonly publishedAt: Date | null; readonly publicCount: number };
};

type StoredName = { id: string; ja: string | null; en: string | null };

/** What the one statement behind {@link Setting} answers, as JSON. */
export type StoredSetting = {
  goals: (Omit<Goal, 'target' | 'currency' | 'since' | 'createdAt' | 'closedAt' | 'outcome'> & {
    target: string;
    currency: string | null;
    since: Day | null;
    createdAt: string;
  })[];
  streams: (StoredName & { origin: string; closedAt: string | null })[];
  skills: StoredName[];
  audiences: { id: string; name: string; key: string }[];
  counts: { audienceId: string; day: Day; followers: string }[];
  told: { name: string; day: Day; followers: string }[];
  came: { at: string; people: number }[];
  ladders: { currency: string; rungs: string[] }[];
  marks: { currency: string; rung: string }[];
  showsStreak: boolean;
  pauses: Day[];
  timer:
    | (Omit<Timer, 'startedAt' | 'purpose' | 'subject'> & {
        purpose: string;
        startedAt: string;
        stream: StoredName | null;
        skill: StoredName | null;
      })
    | null;
  record: { publishedAt: string | null; publicCount: number };
};

/**
 * Reads the answer of PostgreSQL, in which what JSON cannot hold exactly is text. Months are those of
 * `zone`.
 */
export function settingOf(stored: StoredSetting, zone: string): Setting {
  return {
    goals: stored.goals.map((goal) => ({
      ...goal,
      target: BigInt(goal.target),
      currency: isCurrency(goal.currency) ? goal.currency : null,
      since: goal.since && monthOf(goal.since),
      createdAt: new Date(goal.createdAt),
      closedAt: null,
      outcome: null,
    })),
    streams: stored.streams.map((stream) => ({
      ...named(stream),
      origin: isOrigin(stream.origin) ? stream.origin : 'record',
      closedAt: stream.closedAt === null ? null : new Date(stream.closedAt),
    })),
    skills: stored.skills.map(named),
    audiences: stored.audiences.map(({ id, name }) => ({ id, name })),
    followers: followersOf(stored),
    came: cameOf(stored, zone),
    ladders: stored.ladders.flatMap(({ currency, rungs }) =>
      isCurrency(currency) ? [{ currency, rungs: rungs.map(BigInt) }] : [],
    ),
    marks: stored.marks.flatMap(({ currency, rung }) =>
      isCurrency(currency) ? [{ currency, rung: BigInt(rung) }] : [],
    ),
    showsStreak: stored.showsStreak,
    pauses: stored.pauses.map(monthOf),
    timer: stored.timer && timerOf(stored.timer),
    record: {
      publishedAt: stored.record.publishedAt === null ? null : new Date(stored.record.publishedAt),
      publicCount: stored.record.publicCount,
    },
  };
}

function named({ id, ja, en }: StoredName): Named {
  return { id, name: { ja, en } };
}

function timerOf(timer: NonNullable<StoredSetting['timer']>): Timer {
  const purpose: Purpose = isPurpose(timer.purpose) ? timer.purpose : 'building';
  const subject = timer.stream
    ? ({ kind: 'stream', ...named(timer.stream) } as const)
    : timer.skill && ({ kind: 'skill', ...named(timer.skill) } as const);
  return { id: timer.id, purpose, subject, startedAt: new Date(timer.startedAt) };
}

/** Counts and what milestones tell, in the way that the page of an audience joins them. */
function followersOf({ audiences, counts, told }: StoredSetting): FollowerPoint[] {
  const point = ({ day, followers }: { day: Day; followers: string }) => ({
    day,
    followers: BigInt(followers),
  });
  const toldByKey = group(told, ({ name }) => audienceKey(name));
  const counted = group(counts, ({ audienceId }) => audienceId);
  return audiences
    .flatMap(({ id, key }) =>
      mergeCounts((counted.get(id) ?? []).map(point), (toldByKey.get(key) ?? []).map(point)).map(
        ({ day, followers }: AudienceCount) => ({ audienceId: id, day, followers }),
      ),
    )
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

function cameOf({ came }: StoredSetting, zone: string): MonthTotal[] {
  const months = group(came, ({ at }) => monthOf(today(zone, new Date(at))));
  return [...months].map(([month, some]) => ({
    month,
    total: BigInt(some.reduce((sum, { people }) => sum + people, 0)),
  }));
}
