import type { Carrier } from './carrier';
import { type Claimed, claimDue, noteFailure, noteKept, noteSent } from './mutations';
import { putInOutbox } from './outbox';
import { errorLine } from './rules';

/** Where letters go: to a server; without one, to a folder; without either they wait to be read. */
export type Way = {
  readonly carrier: Carrier | null;
  readonly outbox: string | null;
  readonly from: string;
};

/** Letters under way at a time. A slow server then holds up few, and a small one is not flooded. */
const lanes = 3;

/**
 * Sends what is due, each letter once: a server takes it before we can write down that it did, so a
 * process that dies in between leaves one that is sent again, as the very same letter (Message-ID).
 * Stops early once `isOver`. `clock` rather than a moment: a long queue takes its time, and a lease
 * reckoned from its start would be over.
 * @returns how many letters were tried
 */
export async function sendDue(
  way: Way,
  clock: () => Date,
  isOver: () => boolean = () => false,
): Promise<number> {
  let tried = 0;
  const lane = async () => {
    while (!isOver()) {
      const mail = await claimDue(clock());
      if (!mail) return;
      tried += 1;
      await deliver(way, mail, clock);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return tried;
}

async function deliver({ carrier, outbox, from }: Way, mail: Claimed, clock: () => Date) {
  if (carrier) {
    const outcome = await carrier.send(mail);
    if (outcome.sent) return noteSent(mail, clock());
    return noteFailure(mail, outcome, clock());
  }
  try {
    if (outbox) await putInOutbox(outbox, mail, from);
  } catch (error) {
    console.error('A letter could not be put into the outbox.', error);
    return noteFailure(mail, { error: errorLine(error), isFinal: false }, clock());
  }
  return noteKept(mail, clock());
}
