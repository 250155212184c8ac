import { expect } from 'vitest';
import type { Viewer } from '../auth/viewer';
import { planRestore, restoreAccount } from '../restore/mutations';
import { exportOf, filesIn, withFile } from './exports';

/** Why `bytes` are not restored; nothing of them is in the account then. */
export async function refusalOf(who: Viewer, bytes: Buffer) {
  const before = await exportOf(who);
  const choice = { takes: true, staysOpen: true };
  const settle = () => Promise.reject(new Error('settled'));
  const [done, plan] = await withFile(bytes, async (file) => [
    await restoreAccount(who, file, choice, settle),
    await planRestore(who, file),
  ]);
  expect(plan).toEqual(done);
  expect((await exportOf(who)).equals(before)).toBe(true);
  if (done.ok) throw new Error('It was restored.');
  const { reason, table, line } = done;
  return { reason, table, line };
}

/** The line of `jisseki.json`, counted from 1, that has `text` in it. */
export async function lineOf(bytes: Buffer, text: string): Promise<number> {
  const json = `${(await filesIn(bytes)).get('jisseki.json')}`;
  return json.split('\n').findIndex((line) => line.includes(text)) + 1;
}
