import { addMonths, type Month } from '../calendar';
import type { Goal, GoalFacts } from '../goal/rules';
import type { EffortSum, MilestoneSum } from '../progress/rules';

export function goal(rest: Partial<Goal>): Goal {
  return {
    id: 'g',
    measure: 'income_month',
    streamId: null,
    skillId: null,
    audienceId: null,
    kind: null,
    currency: 'JPY',
    target: 100_000n,
    dueOn: null,
    every: null,
    since: null,
    position: 0,
    version: 1,
    createdAt: new Date(0),
    closedAt: null,
    outcome: null,
    ...rest,
  };
}

export function sum(month: Month, gross: bigint, rest: Partial<MilestoneSum> = {}): MilestoneSum {
  const plain = { fees: 0n, costs: 0n, minutes: 0, milestones: 1, streamId: null };
  return { kind: 'income', currency: 'JPY', month, gross, ...plain, ...rest };
}

export function skill(month: Month, minutes: number, rest: Partial<EffortSum> = {}): EffortSum {
  const plain = { streamId: null, skillId: 'ts', efforts: 1 };
  return { purpose: 'building', month, minutes, ...plain, ...rest };
}

export function facts(some: Partial<GoalFacts>): GoalFacts {
  return { milestones: [], efforts: [], followers: [], came: [], ...some };
}

/** 2026-01 and on. */
export function year(...gross: number[]): MilestoneSum[] {
  return gross.map((one, i) => sum(addMonths('2026-01', i), BigInt(one)));
}
