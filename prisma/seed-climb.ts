import { uuidv7 } from 'uuidv7';
import { openAudience, recordCount } from '@/lib/audience/mutations';
import type { Viewer } from '@/lib/auth/viewer';
import {
  addMonths,
  type Day,
  dayFromDate,
  firstOf,
  type Month,
  monthOf,
  today,
} from '@/lib/calendar';
import { logEffort } from '@/lib/effort/mutations';
import type { Purpose } from '@/lib/effort/rules';
import { setGoal } from '@/lib/goal/mutations';
import type { GoalDraft } from '@/lib/goal/schema';
import { markRungs } from '@/lib/ladder/mutations';
import { rungsOf } from '@/lib/ladder/rules';
import type { Result } from '@/lib/result';
import { openSkill, reviseSkill } from '@/lib/skill/mutations';
import { building, followers, networking, skill } from './example-climb';

/** Hours, readers and goals of the example person, who has seen every rung of theirs crossed. */
export async function seedClimb(viewer: Viewer, now: Date): Promise<void> {
  const day = today(viewer.zone, now);
  const month = monthOf(day);
  const skillId = must(await openSkill(viewer, skill.name.ja, 'ja'));
  must(await reviseSkill(viewer, skillId, 1, skill));
  await logEvenings(viewer, 'building', building, skillId, day, now);
  await logEvenings(viewer, 'networking', networking, null, day, now);
  const audienceId = must(await openAudience(viewer, followers.name));
  for (const count of followers.counts) {
    const counted = firstOf(addMonths(month, -count.ago));
    must(await recordCount(viewer, audienceId, counted, count.followers, now));
  }
  for (const goal of goalsFrom(month, skillId, audienceId)) {
    must(await setGoal(viewer, uuidv7(), goal, now));
  }
  await markRungs(viewer, 'JPY', rungsOf('JPY').slice(0, 5), now);
}

async function logEvenings(
  viewer: Viewer,
  purpose: Purpose,
  evenings: typeof building,
  skillId: string | null,
  day: Day,
  now: Date,
): Promise<void> {
  for (const { ago, days, minutes } of evenings) {
    const month = addMonths(monthOf(day), -ago);
    for (const number of days) {
      const spentOn = `${month}-${String(number).padStart(2, '0')}` as Day;
      const draft = { purpose, minutes, spentOn, streamId: null, skillId, note: null };
      must(await logEffort(viewer, uuidv7(), draft, now));
    }
  }
}

function goalsFrom(month: Month, skillId: string, audienceId: string): GoalDraft[] {
  const nothing = {
    streamId: null,
    skillId: null,
    audienceId: null,
    kind: null,
    currency: null,
    dueOn: null,
    every: null,
    since: null,
  };
  return [
    {
      ...nothing,
      measure: 'income_month',
      currency: 'JPY',
      target: 200_000n,
      dueOn: lastOf(addMonths(month, 5)),
    },
    { ...nothing, measure: 'works', target: 4n, every: 'year' },
    { ...nothing, measure: 'skill_hours', skillId, target: 100n * 60n },
    {
      ...nothing,
      measure: 'followers',
      audienceId,
      target: 2_000n,
      dueOn: lastOf(addMonths(month, 8)),
    },
  ];
}

function lastOf(month: Month): Day {
  return dayFromDate(new Date(Date.parse(firstOf(addMonths(month, 1))) - 86_400_000));
}

function must<T>(done: Result<T, string>): T {
  if (!done.ok) throw new Error(done.reason);
  return done.value;
}
