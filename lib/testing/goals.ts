import { uuidv7 } from 'uuidv7';
import type { Viewer } from '../auth/viewer';
import { listGoals } from '../goal/data';
import { setGoal } from '../goal/mutations';
import type { GoalDraft } from '../goal/schema';
import type { Result } from '../result';

/** When goals are set in tests. */
export const settingDay = new Date('2026-08-01T03:00:00.000Z');

/** Fifty works, once, without a date. */
export const works: GoalDraft = {
  measure: 'works',
  streamId: null,
  skillId: null,
  audienceId: null,
  kind: null,
  currency: null,
  target: 50n,
  dueOn: null,
  every: null,
  since: null,
};

/** Sets a goal of works, or of what is said; its id. */
export async function set(viewer: Viewer, said: Partial<GoalDraft> = {}): Promise<string> {
  return certain(await setGoal(viewer, uuidv7(), { ...works, ...said }, settingDay)).id;
}

/** The ids of the open goals, in their order. */
export async function openIds(viewer: Viewer): Promise<string[]> {
  return (await listGoals(viewer)).map(({ id }) => id);
}

/** What came of it, where a test relies on it. */
export function certain<T>(result: Result<T, string>): T {
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}
