import { databaseAnswers } from '@/lib/pulse';
import { isForeign } from './policy';
import { foreignAnswer, outageAnswer } from './refusals';

/** The answer to what no page should have to answer; null where the request may go on. */
export async function turnAway(request: Request): Promise<Response | null> {
  if (isForeign(request.method, request.headers)) return foreignAnswer(request);
  return (await databaseAnswers()) ? null : outageAnswer(request);
}
