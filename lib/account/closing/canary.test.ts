import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Viewer } from '../../auth/viewer';
import { asVisitor, Prisma } from '../../db';
import { makeFullPerson } from '../../testing/full-person';
import { findTraces, leaveCanary } from '../../testing/traces';
import { getBelongings } from './data';
import { planDeletion, purgeAccount } from './mutations';

const now = new Date();
const whence = { device: 'Firefox', place: '' };

/** As any text of a person's, but found by nothing else. Its signs are those of a handle. */
const newCanary = () => `canary${randomBytes(8).toString('hex')}`;

/** Words of ours, hashes, codes and countries: what no text of a person's can stand in. */
const ofOurs: Record<string, string[]> = {
  abuse_report: ['about', 'reason'],
  account_token: ['purpose', 'token_hash'],
  challenge: ['purpose', 'token_hash'],
  effort: ['purpose'],
  exchange_rate: ['base', 'currency'],
  goal: ['currency', 'every', 'kind', 'measure', 'outcome'],
  goal_change: ['what'],
  identity: ['provider'],
  inquiry: ['arrival', 'currency', 'language', 'origin', 'outcome', 'subject'],
  invitation: ['token_hash'],
  ladder: ['currency'],
  mail_choice: ['letter'],
  milestone: ['currency', 'disclosure', 'kind', 'language', 'precision', 'visibility'],
  permission: ['code', 'state'],
  permission_answer: ['state'],
  record: ['default_visibility', 'disclosure', 'language', 'sections'],
  recovery_code: ['code_hash'],
  rung_mark: ['currency'],
  security_event: ['what'],
  session: ['token_hash', 'way'],
  share: ['code', 'language', 'network'],
  stream: ['origin'],
  timer: ['purpose'],
  upload: ['kind'],
  user: ['base_currency', 'locale'],
  visit_count: ['country'],
  visitor: ['hash'],
};

async function deleteNow(viewer: Viewer) {
  const letter = () => {
    throw new Error('nobody is written to beforehand of what goes now');
  };
  await planDeletion(viewer, { when: 'now', whence, letter }, now);
  return purgeAccount(viewer.userId, now);
}

/** Every table that is somebody's. */
async function ownedTables(): Promise<string[]> {
  const rows = await asVisitor<{ name: string }>(Prisma.sql`
    SELECT table_name AS name FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name = 'owner_id' ORDER BY 1`);
  return [...rows.map(({ name }) => name), 'user'].sort();
}

test('nothing of a deleted account is found in any column of any table', async () => {
  const [hana, canary] = [await makeFullPerson(), newCanary()];
  const { taken, refused } = await leaveCanary(hana.userId, canary);
  expect(refused).toEqual(
    Object.entries(ofOurs).flatMap(([table, names]) => names.map((name) => `${table}.${name}`)),
  );
  const needles = [canary, hana.userId, hana.handle];
  const tables = [...new Set(taken.map((column) => column.split('.')[0]))];
  expect(await findTraces([canary])).toEqual(tables);
  expect(await findTraces([hana.userId])).toEqual(await ownedTables());
  expect(await deleteNow(hana)).toMatchObject({ email: canary });
  expect(await findTraces(needles)).toEqual([]);
});

test('nobody else loses anything', async () => {
  const [hana, ken] = [await makeFullPerson(), await makeFullPerson()];
  const before = await getBelongings(ken, now);
  await deleteNow(hana);
  expect(await getBelongings(ken, now)).toEqual(before);
  expect(await findTraces([ken.userId])).toEqual(await ownedTables());
});

test('the list of what goes counts what there is', async () => {
  const { counts, email, oldHandles } = await getBelongings(await makeFullPerson(), now);
  expect(email).toMatch(/@example\.com$/);
  expect(oldHandles).toHaveLength(1);
  expect(counts).toEqual({
    milestones: 5,
    streams: 1,
    skills: 1,
    hours: 1,
    goals: 1,
    audiences: 1,
    shares: 1,
    visits: 1,
    inquiries: 1,
    replies: 1,
    keptNames: 1,
    letters: 1,
    files: 1,
    signIns: 1,
    waysIn: 2,
    events: 1,
  });
});
