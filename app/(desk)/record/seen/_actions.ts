'use server';

import { z } from 'zod';
import { action, type Ending } from '@/app/_server/action';
import { emptyForm } from '@/app/_server/form-state';
import { limits } from '@/lib/limits';
import { milestoneId } from '@/lib/milestone/schema';
import { checkLink } from '@/lib/milestone/showing/mutations';
import { paths } from '@/lib/paths';

const check = action({
  schema: z.strictObject({ id: milestoneId, url: z.string().max(limits.url) }),
  async run(viewer, { id, url }): Promise<Ending> {
    // One that is gone has nothing left to check: the page shows what there is.
    await checkLink(viewer, id, url, new Date());
    return { redirectTo: paths.recordSeen };
  },
});

/** Notes that the viewer looked at where a link leads, so that it may show. */
export async function confirmLink(form: FormData): Promise<void> {
  await check(emptyForm, form);
}
