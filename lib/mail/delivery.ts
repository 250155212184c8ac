import { setTimeout as wait } from 'node:timers/promises';
import type { Carrier } from './carrier';
import { type Claimed, claimDue, noteFailure, noteKept, noteSent } from './mutations';
import { putInOutbox } from './outbox';
import { errorLine, type Outage } from './rules';

/** Where letters go: to a server; without one, to a folder; without either they wait to be read. */
export type Way = {
  readonly carrier: Carrier | null;
  readonly outbox: string | null;
  readonly from: string;
};

/** Letters under way at a time. A slow server then holds up few, and a small one is not flooded. */
const lanes = 3;

/** Milliseconds before writing down once more what has been sent. */
const notingAgain = [500, 2_000, 5_000];

/** The outage that was said last; the same one is not said again before a letter got through. */
let told: string | null = null;

/**
 * Sends what is due, each letter once: a server takes it before we can write down that it did, so a
 * process that dies in between leaves one that is sent again, as the very same letter (Message-ID).
 * Stops early once `isOver`, or where no letter gets through. `clock` rather than a moment: a long queue
 * takes its time, and a lease reckoned from its start would be over.
 * @returns how many letters were tried; throws only when nothing is under way any more
 */
export async function sendDue(
  way: Way,
  clock: () => Date,
  isOver: () => boolean = () => false,
): Promise<number> {
  let tried = 0;
  let isOut = false;
  const lane = async () => {
    while (!isOut && !isOver()) {
      const mail = await claimDue(clock());
      if (!mail) return;
      tried += 1;
      if (!(await deliver(way, mail, clock))) isOut = true;
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: lanes }, lane));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  return tried;
}

/** False where no other letter would get through either. */
async function deliver(way: Way, mail: Claimed, clock: () => Date): Promise<boolean> {
  const { carrier, outbox, from } = way;
  if (carrier) {
    const outcome = await carrier.send(mail);
    say(outcome.sent ? null : outcome.outage, outcome.sent);
    if (outcome.sent) await noteSurely(mail, clock);
    else await noteFailure(mail, outcome, clock());
    return outcome.sent || outcome.outage === null;
  }
  try {
    if (outbox) await putInOutbox(outbox, mail, from);
  } catch (error) {
    const outage = { kind: 'outbox', said: errorLine(error) };
    say(outage, false);
    await noteFailure(mail, { error: 'outbox', isFinal: false, outage }, clock());
    return false;
  }
  say(null, true);
  await noteKept(mail, clock());
  return true;
}

/** Tells whoever runs this, once for each kind of outage, and when it is over. */
function say(outage: Outage | null, isThrough: boolean) {
  if (outage && outage.kind !== told) {
    console.error(`Letters do not go out; they wait and are tried again. ${outage.said}`);
    told = outage.kind;
  } else if (isThrough && told !== null) {
    console.warn('Letters go out again.');
    told = null;
  }
}

/** It is sent, so that must be known before the lease is over, or it is sent again. */
async function noteSurely(mail: Claimed, clock: () => Date): Promise<void> {
  for (const ms of notingAgain) {
    try {
      return await noteSent(mail, clock());
    } catch {
      await wait(ms);
    }
  }
  await noteSent(mail, clock());
}
