import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { uuidv7 } from 'uuidv7';
import { carrierTo, type Patience } from './carrier';
import { putInOutbox } from './outbox';
import { errorLine, firstIdAt, type MailDraft } from './rules';

/** Whoever asked for it waits for the page meanwhile. No greeting is told from silence by ending first. */
const brief: Patience = { connection: 3_000, greeting: 3_000, silence: 4_000, whole: 6_000 };

/** Where letters go: to the server at `smtpUrl`; without one, to a folder; without either, nowhere. */
export type FarewellWay = {
  readonly smtpUrl: string | undefined;
  readonly outbox: string | undefined;
  readonly from: string;
};

/**
 * Brings a letter to somebody of whom nothing may be stored any more: it is in no queue, and is tried
 * once. Never throws.
 * @returns null, or why it did not go, which names no address
 */
export async function sendFarewell(
  { smtpUrl, outbox, from }: FarewellWay,
  draft: MailDraft,
  now: Date,
): Promise<string | null> {
  const own = { ownerId: '', id: uuidv7(), tries: 1, createdAt: now, secretUntil: null };
  const mail = { ...draft, ...own };
  if (smtpUrl) {
    const outcome = await carrierTo(smtpUrl, from, brief).send(mail);
    // What a server says of a letter may repeat whom it is for.
    return outcome.sent ? null : (outcome.outage?.kind ?? 'refused');
  }
  try {
    if (outbox) await putInOutbox(outbox, mail, from, `${mark}${mail.id}`);
    return null;
  } catch (error) {
    return errorLine(error);
  }
}

/** Its file is told from those of letters that are stored, which go with their row. */
const mark = 'farewell.';
const farewellFile = /^farewell\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.eml$/;

/** Removes such letters from `folder` after a day, for an address stands in them. */
export async function sweepFarewells(folder: string, now: Date): Promise<void> {
  const before = firstIdAt(new Date(now.getTime() - 86_400_000));
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    // Nothing was ever put into it.
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  for (const name of names) {
    const id = farewellFile.exec(name)?.[1];
    if (id && id < before) await rm(path.join(folder, name), { force: true });
  }
}
