import type { Month } from '../calendar';
import type { Money } from '../money';
import type { Origin } from '../stream/rules';
import { type Counts, totalOf } from './rules';

/** Who came in one month because of one of the two, and what became of it. */
export type CameMonth = {
  readonly month: Month;
  readonly origin: Origin;
} & Pick<Counts, 'people' | 'agreed' | 'income'>;

/** Minutes of both budgets in one month. */
export type SpentMonth = {
  readonly month: Month;
  readonly building: number;
  readonly networking: number;
};

/** What the hours of one of the two budgets brought. */
export type Side = {
  readonly minutes: number;
  readonly people: number;
  readonly agreed: number;
  readonly income: readonly Money[];
};

/** Less time on a side says nothing about what an hour of it brings. */
export const comparableMinutes = 5 * 60;
/** Fewer people on both sides together, and the next one could turn it. */
const manyPeople = 5;

/**
 * What the two say beside each other. Fair means that networking may win. `too-little`: under five
 * hours of either; `nobody`: nobody came by either.
 */
export type Verdict = 'building' | 'networking' | 'even' | 'nobody' | 'too-little';

export type Sides = {
  readonly building: Side;
  readonly networking: Side;
  readonly verdict: Verdict;
  /** Whether so few came that the next one could turn the verdict. */
  readonly isEarly: boolean;
};

/**
 * Both budgets over `spent`, each with the people who came because of it. Counted from the first
 * month with any hours, the same for both sides: before it nobody counted hours, and whoever came
 * then would look as if they had cost none. Without any hours, everybody is shown.
 */
export function sidesOf(spent: readonly SpentMonth[], came: readonly CameMonth[]): Sides {
  const months = spent.map(({ month }) => month);
  const asked = new Set(months);
  const from = spent
    .filter(({ building, networking }) => building + networking > 0)
    .map(({ month }) => month)
    .sort()[0];
  const counted = came.filter(
    ({ month }) => asked.has(month) && (from === undefined || month >= from),
  );
  const side = (name: 'building' | 'networking', origin: Origin): Side => {
    const { people, agreed, income } = totalOf(counted.filter((one) => one.origin === origin));
    const minutes = spent.reduce((sum, one) => sum + one[name], 0);
    return { minutes, people, agreed, income };
  };
  const building = side('building', 'record');
  const networking = side('networking', 'networking');
  return {
    building,
    networking,
    verdict: verdictOn(building, networking),
    isEarly: building.people + networking.people < manyPeople,
  };
}

/** Compared by people an hour, multiplied out so that nothing is rounded. */
function verdictOn(building: Side, networking: Side): Verdict {
  if (Math.min(building.minutes, networking.minutes) < comparableMinutes) return 'too-little';
  if (building.people + networking.people === 0) return 'nobody';
  const [one, other] = [building.people * networking.minutes, networking.people * building.minutes];
  return one === other ? 'even' : one > other ? 'building' : 'networking';
}

/** Minutes of a side for each person who came; null where too little is logged or nobody came. */
export function minutesEach({ minutes, people }: Side): number | null {
  return minutes < comparableMinutes || people === 0 ? null : Math.round(minutes / people);
}

/** What an hour of a side brought, a currency each, cut; empty where too little is logged. */
export function incomePerHour({ minutes, income }: Side): Money[] {
  if (minutes < comparableMinutes) return [];
  return income.map(({ minor, currency }) => ({
    minor: (minor * 60n) / BigInt(minutes),
    currency,
  }));
}
