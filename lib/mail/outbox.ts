import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import nodemailer from 'nodemailer';
import { messageOf } from './carrier';
import { keptAmong } from './data';
import type { Claimed } from './mutations';

/**
 * Writes a letter as a file that mail programs open, `<name>.eml`, whole or not at all; the folder and
 * the file are their owner's alone. What is named for its id goes when its row does ({@link sweepOutbox}).
 */
export async function putInOutbox(
  folder: string,
  mail: Claimed,
  from: string,
  name: string = mail.id,
): Promise<void> {
  const composer = nodemailer.createTransport({
    streamTransport: true,
    buffer: true,
    newline: 'windows',
  });
  const { message } = await composer.sendMail(messageOf(mail, from));
  if (!Buffer.isBuffer(message)) throw new Error('The letter did not come as bytes.');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const half = path.join(folder, `.${mail.id}.${randomUUID()}`);
  try {
    const file = await open(half, 'wx', 0o600);
    try {
      await file.writeFile(message);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(half, path.join(folder, `${name}.eml`));
  } finally {
    await rm(half, { force: true });
  }
}

/** Removes the files of letters whose rows are gone, whether or not there is one for each. */
export async function dropFromOutbox(folder: string, ids: readonly string[]): Promise<void> {
  for (const id of ids) await rm(path.join(folder, `${id}.eml`), { force: true });
}

/** How many files are asked about at a time. */
const askedAtOnce = 1_000;

/**
 * Removes the letters from `folder` that are no longer in the store: with the inquiry, the account or the
 * letter itself they were to go everywhere. Other files stay.
 * @returns how many went
 */
export async function sweepOutbox(folder: string): Promise<number> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    // Nothing was ever put into it.
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const ids = names.flatMap((name) => letterFile.exec(name)?.[1] ?? []);
  let swept = 0;
  for (let from = 0; from < ids.length; from += askedAtOnce) {
    const asked = ids.slice(from, from + askedAtOnce);
    const kept = await keptAmong(asked);
    for (const id of asked.filter((one) => !kept.has(one))) {
      await rm(path.join(folder, `${id}.eml`), { force: true });
      swept += 1;
    }
  }
  return swept;
}

const letterFile = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.eml$/;
