'use server';

import type { Ending } from '@/app/_server/action';
import type { FormState } from '@/app/_server/form-state';
import { operatorAction } from '@/app/_server/operator';
import { handleReport } from '@/lib/operator/report/mutations';
import { oneOfOwner } from '@/lib/operator/schema';
import { paths, withQuery } from '@/lib/paths';

const handle = operatorAction({
  schema: oneOfOwner,
  async run(operator, report): Promise<Ending> {
    const done = await handleReport(operator, report, new Date());
    return done.ok
      ? { redirectTo: withQuery(paths.operatorReports, { now: 'handled' }) }
      : { refused: {}, form: done.reason };
  },
});

/** Notes that a report is dealt with. */
export async function handleOne(state: FormState, form: FormData): Promise<FormState> {
  return handle(state, form);
}
