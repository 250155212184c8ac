import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import nodemailer from 'nodemailer';
import { messageOf } from './carrier';
import type { Claimed } from './mutations';

/**
 * Writes a letter as a file that mail programs open, `<id>.eml`, whole or not at all; the folder and
 * the file are their owner's alone.
 */
export async function putInOutbox(folder: string, mail: Claimed, from: string): Promise<void> {
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
    await rename(half, path.join(folder, `${mail.id}.eml`));
  } finally {
    await rm(half, { force: true });
  }
}
