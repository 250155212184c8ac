import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { planDeletion } from '@/lib/account/closing/mutations';
import type { When } from '@/lib/account/closing/rules';
import type { Viewer } from '@/lib/auth/viewer';
import { asSystem } from '@/lib/db';
import { sendDue } from '@/lib/mail/delivery';
import { queueMail } from '@/lib/mail/mutations';
import { letterDraft } from '@/lib/testing/letters';
import { makePerson } from '@/lib/testing/people';
import { addShown, openRecord } from '@/lib/testing/shown';
import { makeShare } from '@/lib/testing/visits';
import { fileOf } from '@/lib/upload/files';
import { withClient } from '@/prisma/embedded/postmaster';
import { purge, purgeDue } from './closing';

// The settings are read once a process, when they are first asked for.
const root = await mkdtemp(path.join(tmpdir(), 'closing-'));
const outbox = path.join(root, 'outbox');
process.env.OUTBOX = outbox;
process.env.UPLOADS = path.join(root, 'uploads');
afterAll(() => rm(root, { recursive: true, force: true }));

const now = new Date();
const whence = { device: '', place: '' };
const plan = (viewer: Viewer, when: When = 'now', at = now) =>
  planDeletion(viewer, { when, whence, letter: () => letterDraft() }, at);
const isThere = async ({ userId: id }: Viewer) =>
  (await asSystem((tx) => tx.user.count({ where: { id } }))) > 0;

beforeEach(async () => {
  // Whom other tests left to be deleted is not of these.
  await asSystem((tx) => tx.user.updateMany({ data: { deleteAt: null } }));
  await rm(outbox, { recursive: true, force: true });
});

type Params = Promise<{ handle: string; id: string; code: string; rest: string[] }>;
type Route = { GET: (request: Request, context: { params: Params }) => Promise<Response> };

const documents = path.resolve(import.meta.dirname, '../u/[handle]');

/** What each public document of a record answers, by its place below it, and its short address. */
async function answers({ handle }: Viewer, id: string, code: string) {
  const params = Promise.resolve({ handle, id, code, rest: [] });
  const answer = async (route: Promise<Route>, address: string) => {
    const { GET } = await route;
    return (await GET(new Request(`http://localhost:3000${address}`), { params })).status;
  };
  const files = await readdir(documents, { recursive: true });
  const found: Record<string, number> = {};
  for (const file of files.filter((one) => path.basename(one) === 'route.ts')) {
    const place = path.dirname(file);
    const address = `/u/${handle}/${place.replace('[id]', id)}`;
    found[place] = await answer(import(path.join(documents, file)), address);
  }
  return { found, short: await answer(import('../s/[code]/route'), `/s/${code}`) };
}

describe('what strangers read', () => {
  test('is gone at once, by whichever address, when a deletion is planned', async () => {
    const hana = await openRecord({ takesInquiries: true });
    const { publicId } = await addShown(hana);
    const { code } = await makeShare(hana);
    const before = await answers(hana, publicId, code);
    expect(before.short).toBe(302);
    const { '[...rest]': nowhere, ...open } = before.found;
    expect([nowhere, ...new Set(Object.values(open))]).toEqual([404, 200]);
    expect(Object.keys(open).length).toBeGreaterThan(12);
    await plan(hana, 'later');
    const after = await answers(hana, publicId, code);
    expect(after.short).toBe(404);
    expect([...new Set(Object.values(after.found))]).toEqual([404]);
  });
});

describe('an account that goes', () => {
  test('takes its letters and its files along; what is left tells whoever had it', async () => {
    const [hana, ken] = [await makePerson(), await makePerson()];
    for (const { userId } of [hana, ken]) {
      await queueMail(userId, letterDraft({ occasion: 'reply:1' }), now);
    }
    await sendDue({ carrier: null, outbox, from: 'Jisseki <mail@jisseki.example>' }, () => now);
    const upload = uuidv7();
    const row = { kind: 'csv', name: 'x.csv', bytes: 1n, createdAt: now };
    await asSystem((tx) =>
      tx.upload.create({ data: { ownerId: hana.userId, id: upload, ...row } }),
    );
    await mkdir(path.dirname(fileOf(upload)), { recursive: true });
    await writeFile(fileOf(upload), 'x');
    await plan(hana);
    expect(await purge(hana.userId, now)).toBe(true);
    const [kept] = await asSystem((tx) => tx.mail.findMany({ where: { ownerId: ken.userId } }));
    const files = (await readdir(outbox)).sort();
    expect(files).toContain(`${kept?.id}.eml`);
    const farewells = files.filter((name) => name.startsWith('farewell.'));
    expect(farewells).toHaveLength(1);
    expect(existsSync(fileOf(upload))).toBe(false);
    // It is gone, so there is nothing to do nor to tell.
    expect(await purge(hana.userId, now)).toBe(false);
    expect(await readdir(outbox)).toHaveLength(files.length);
  });

  test('goes with the post once its day has come, and no other does', async () => {
    const [hana, ken, mio] = [await makePerson(), await makePerson(), await makePerson()];
    await plan(hana, 'later', new Date(now.getTime() - 31 * 86_400_000));
    await plan(ken, 'later');
    await Promise.all([purgeDue(now), purgeDue(now), purgeDue(now)]);
    expect(await Promise.all([hana, ken, mio].map(isThere))).toEqual([false, true, true]);
    expect(await readdir(outbox)).toHaveLength(1);
  });

  test('and cannot, keeps no other, and goes the next time', async () => {
    const [stuck, free] = [await makePerson(), await makePerson()];
    const { id } = await addShown(stuck);
    await plan(stuck, 'now', new Date(now.getTime() - 1));
    await plan(free);
    // Somebody holds on to a row of theirs for longer than is waited.
    await withClient(process.env.DATABASE_URL ?? '', async (client) => {
      await client.query(`SET app.system = 'on'`);
      await client.query('BEGIN');
      await client.query('SELECT 1 FROM milestone WHERE id = $1 FOR UPDATE', [id]);
      await expect(purgeDue(now)).rejects.toThrow(/lock timeout/);
    });
    expect(await Promise.all([stuck, free].map(isThere))).toEqual([true, false]);
    await purgeDue(now);
    expect(await isThere(stuck)).toBe(false);
  });

  test('waits when the process is about to end', async () => {
    const hana = await makePerson();
    await plan(hana);
    await purgeDue(now, () => true);
    expect(await isThere(hana)).toBe(true);
  });
});
