'use server';

import { action, type Ending } from '@/app/_server/action';
import { emptyForm, type FormState } from '@/app/_server/form-state';
import { textsIn } from '@/app/_text/texts';
import type { Viewer } from '@/lib/auth/viewer';
import { monthOf, today } from '@/lib/calendar';
import { listLadders } from '@/lib/ladder/data';
import { markRungs, resetRungs, setRungs } from '@/lib/ladder/mutations';
import { climb, type RungClimb, reachedUpTo, rungsFor } from '@/lib/ladder/rules';
import { crossingForm, resetForm, rungsForm } from '@/lib/ladder/schema';
import type { Currency } from '@/lib/money';
import { paths, withQuery } from '@/lib/paths';
import { getSums } from '@/lib/progress/data';
import { monthlyGross } from '@/lib/progress/rules';
import { milestoneTitle } from './_words';

const save = action({
  schema: rungsForm,
  async run(viewer, { currency, version, rungs }): Promise<Ending> {
    const set = await setRungs(viewer, currency, version, rungs);
    return set.ok
      ? { redirectTo: withQuery(paths.ladder, { currency, now: 'saved' }) }
      : { refused: {}, form: set.reason };
  },
});

/** Puts one's own rungs in the place of those the form was drawn from. */
export async function saveRungs(state: FormState, form: FormData): Promise<FormState> {
  return save(state, form);
}

const reset = action({
  schema: resetForm,
  async run(viewer, { currency }): Promise<Ending> {
    await resetRungs(viewer, currency);
    return { redirectTo: withQuery(paths.ladder, { currency, now: 'reset' }) };
  },
});

/** Goes back to the usual rungs of a currency. */
export async function resetLadder(form: FormData): Promise<void> {
  await reset(emptyForm, form);
}

type Asked = { currency: Currency; rung: bigint; from: 'dashboard' | 'ladder' };

function backFrom({ currency, from }: Asked): string {
  return from === 'ladder' ? withQuery(paths.ladder, { currency }) : paths.dashboard;
}

/** Marks the crossing, if it is one; answers the rung where it is reached. */
async function mark(viewer: Viewer, { currency, rung }: Asked): Promise<RungClimb | null> {
  const [{ milestones }, ladders] = await Promise.all([getSums(viewer), listLadders(viewer)]);
  const now = new Date();
  const climbed = climb(
    monthlyGross(milestones, currency),
    rungsFor(currency, ladders),
    monthOf(today(viewer.zone, now)),
  );
  await markRungs(viewer, currency, reachedUpTo(climbed, rung), now);
  return climbed.rungs.find((one) => one.rung === rung) ?? null;
}

const close = action({
  schema: crossingForm,
  async run(viewer, asked): Promise<Ending> {
    await mark(viewer, asked);
    return { redirectTo: backFrom(asked) };
  },
});

/** Marks a crossing, and leaves it at that. */
export async function closeCrossing(form: FormData): Promise<void> {
  await close(emptyForm, form);
}

const make = action({
  schema: crossingForm,
  async run(viewer, asked): Promise<Ending> {
    const crossed = await mark(viewer, asked);
    // What reached it may have been deleted since the panel was drawn.
    if (!crossed?.reachedOn) return { redirectTo: backFrom(asked) };
    const title = milestoneTitle(
      crossed.rung,
      asked.currency,
      viewer.locale,
      textsIn(viewer.locale),
    );
    return {
      redirectTo: withQuery(paths.newMilestone, {
        kind: 'recognition',
        title,
        date: crossed.reachedOn,
      }),
    };
  },
});

/** Marks a crossing, and opens the form of a milestone that tells of it. */
export async function makeCrossingMilestone(form: FormData): Promise<void> {
  await make(emptyForm, form);
}
