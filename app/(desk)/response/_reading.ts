import type { Viewer } from '@/lib/auth/viewer';
import { budgets } from '@/lib/progress/budget.rules';
import { getSums } from '@/lib/progress/data';
import { getResponse, type Response } from '@/lib/response/data';
import { type Sides, sidesOf } from '@/lib/response/sides.rules';
import { monthsIn, type Range } from './_range';

/** All that the thesis page asks of the store. Hours are those of the effort page's two budgets. */
export async function readResponse(
  viewer: Viewer,
  range: Range,
  now: Date,
): Promise<{ response: Response; sides: Sides }> {
  const [response, sums] = await Promise.all([
    getResponse(viewer, monthsIn(range), now),
    getSums(viewer),
  ]);
  const spent = budgets(sums.milestones, sums.efforts, response.months);
  return { response, sides: sidesOf(spent, response.came) };
}
