import { setImmediate as turn } from 'node:timers/promises';
import { uuidv7 } from 'uuidv7';
import { expect, test } from 'vitest';
import type { Viewer } from '../auth/viewer';
import { asOwner, asSystem } from '../db';
import { takePlace } from '../db-length';
import { logMilestone } from '../milestone/mutations';
import { accountIn, bytesOf, exportedAt, exportOf, filesIn } from '../testing/exports';
import { makeFullPerson } from '../testing/full-person';
import { hostileTexts } from '../testing/hostile';
import { makePerson, work } from '../testing/people';
import { countRows, exportZip } from './data';
import { tables } from './tables.rules';
import { streamOf } from './taking';

async function* nothing() {}

function begin(viewer: Viewer) {
  const zip = exportZip(viewer, nothing, exportedAt);
  if (!zip.ok) throw new Error(zip.reason);
  return zip.value;
}

/** How many connections read an account at this moment. */
async function readers(): Promise<number> {
  const [row] = await asSystem(
    (tx) => tx.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM pg_stat_activity
      WHERE datname = current_database() AND query LIKE 'COPY (%'`,
  );
  return row?.count ?? 0;
}

/** Milestones with much to say, so that no buffer on the way holds them. */
async function logMuch(viewer: Viewer): Promise<void> {
  await asOwner(
    viewer,
    (tx) => tx.$executeRaw`
      INSERT INTO milestone (owner_id, id, kind, title_ja, story_ja, happened_on, precision)
      SELECT ${viewer.userId}::uuid, gen_random_uuid(), 'work', 'x', string_agg(md5(n || '-' || i), ''),
        '2026-01-01', 'day'
      FROM generate_series(1, 2000) AS n, generate_series(1, 150) AS i GROUP BY n`,
  );
}

test('every table is in it, as JSON and as a table, with as many rows as were told before', async () => {
  const viewer = await makeFullPerson();
  const files = await filesIn(await exportOf(viewer));
  expect([...files.keys()]).toEqual([
    'jisseki.json',
    'jisseki.seal',
    ...tables.map(({ name }) => `csv/${name}.csv`),
  ]);
  const account = JSON.parse(`${files.get('jisseki.json')}`);
  expect(account).toMatchObject({ format: 'jisseki-export', version: 1 });
  expect(Object.keys(account.tables)).toEqual(tables.map(({ name }) => name));
  const counts = await countRows(viewer);
  for (const { name } of tables) {
    expect([name, account.tables[name].length]).toEqual([name, counts.get(name)]);
    expect([name, counts.get(name)]).not.toEqual([name, 0]);
    const csv = `${files.get(`csv/${name}.csv`)}`;
    expect(csv.startsWith('\ufeff')).toBe(true);
    expect([name, csv.split('\r\n').length - 2]).toEqual([name, counts.get(name)]);
  }
});

test('each row stands in a line of its own', async () => {
  const viewer = await makeFullPerson();
  const json = `${(await filesIn(await exportOf(viewer))).get('jisseki.json')}`;
  const { tables: read } = JSON.parse(json);
  const rows = Object.values<object[]>(read).flat();
  expect(json.split('\n').filter((line) => /^\{.*\},?$/.test(line))).toHaveLength(rows.length);
  const [milestone] = read.milestone;
  expect(json).toContain(`\n${JSON.stringify(milestone)},\n`);
});

test('nothing of how one signs in, and nothing of anybody else, is in it', async () => {
  const [viewer, other] = [await makeFullPerson(), await makeFullPerson()];
  const secrets = await asSystem(async (tx) => {
    const where = { ownerId: viewer.userId };
    const user = await tx.user.findUniqueOrThrow({ where: { id: viewer.userId } });
    const [session, passkey, code, token, theirs] = await Promise.all([
      tx.session.findFirstOrThrow({ where }),
      tx.passkey.findFirstOrThrow({ where }),
      tx.recoveryCode.findFirstOrThrow({ where }),
      tx.accountToken.findFirstOrThrow({ where }),
      tx.milestone.findMany({ where: { ownerId: other.userId } }),
    ]);
    const ids = theirs.flatMap(({ id, publicId, streamId }) => [id, publicId, streamId ?? '?']);
    const hashes = [session.tokenHash, passkey.credentialId, code.codeHash, token.tokenHash];
    return [user.email, user.id, ...hashes, ...ids, other.handle];
  });
  const whole = [...(await filesIn(await exportOf(viewer))).values()].join('\n');
  expect(whole).toContain(viewer.handle);
  expect(secrets.filter((secret) => whole.includes(secret))).toEqual([]);
});

test('whatever a text says, the file says it too', async () => {
  const viewer = await makePerson();
  // The store takes no NUL.
  const texts = Object.values(hostileTexts).map((text) => text.toWellFormed().replace(/\0/g, ''));
  for (const text of [...texts, '\\N', '\\', '"', 'a\tb', '=1+1']) {
    const title = { ja: text.slice(0, 900), en: null };
    await logMilestone(viewer, uuidv7(), work('x', '2026-08', { title }), null, exportedAt);
  }
  const stored = await asOwner(viewer, (tx) => tx.milestone.findMany({ orderBy: { id: 'asc' } }));
  const { tables: read } = await accountIn(await exportOf(viewer));
  expect(read.milestone?.map((row) => row.title_ja)).toEqual(stored.map((row) => row.titleJa));
});

test('the same rows at the same moment are the same bytes', async () => {
  const viewer = await makeFullPerson();
  const site = [{ path: 'index.html', bytes: '<p>実績' }];
  const [one, two] = [await exportOf(viewer, site), await exportOf(viewer, site)];
  expect(one.equals(two)).toBe(true);
  expect(`${(await filesIn(one)).get('site/index.html')}`).toBe('<p>実績');
});

test('it is as it was at one moment, however long it takes', async () => {
  const viewer = await makePerson();
  await logMuch(viewer);
  const zip = begin(viewer);
  const first = await zip.next();
  await asOwner(viewer, (tx) => tx.milestone.deleteMany({ where: { ownerId: viewer.userId } }));
  const files = await filesIn(Buffer.concat([first.value ?? '', await bytesOf(zip)]));
  expect(JSON.parse(`${files.get('jisseki.json')}`).tables.milestone).toHaveLength(2_000);
  expect(`${files.get('csv/milestone.csv')}`.split('\r\n')).toHaveLength(2_002);
});

test('what nobody takes is not read, and who goes away ends the reading', async () => {
  const viewer = await makePerson();
  await logMuch(viewer);
  const zip = begin(viewer);
  for (let taken = 0; taken < 3; taken += 1) await zip.next();
  // Turns of the loop in which an unbounded reading would have come to its end.
  const memory = process.memoryUsage().arrayBuffers;
  for (let i = 0; i < 200; i += 1) await turn();
  expect(await readers()).toBe(1);
  expect(process.memoryUsage().arrayBuffers - memory).toBeLessThan(5_000_000);
  await zip.return(undefined);
  while ((await readers()) > 0) await turn();
});

test('one of one person is made at a time, and another once it ended', async () => {
  const viewer = await makePerson();
  const one = begin(viewer);
  expect(exportZip(viewer, nothing, exportedAt)).toEqual({ ok: false, reason: 'under-way' });
  expect((await exportOf(await makePerson())).length).toBeGreaterThan(0);
  await one.next();
  await one.return(undefined);
  await bytesOf(begin(viewer));
});

test('exports that nobody takes keep nobody from anything but exports', async () => {
  const takers = await Promise.all(Array.from({ length: 6 }, () => makePerson()));
  const zips = takers.map(begin);
  const viewer = await makePerson();
  expect(exportZip(viewer, nothing, exportedAt)).toEqual({ ok: false, reason: 'busy' });
  const leave = takePlace(viewer);
  expect(leave).not.toBeNull();
  leave?.();
  for (const zip of zips) {
    await zip.next();
    await zip.return(undefined);
  }
});

test('an export of which nothing is taken is given up, its place free, and no part of it whole', async () => {
  const viewer = await makePerson();
  await logMuch(viewer);
  const zip = begin(viewer);
  const reader = streamOf(await zip.next(), zip, 20).getReader();
  expect((await reader.read()).done).toBe(false);
  await expect(reader.closed).rejects.toThrow('Nothing of the export was taken');
  await expect(reader.read()).rejects.toThrow();
  while ((await readers()) > 0) await turn();
  await bytesOf(begin(viewer));
});

test('an export that is taken comes whole, and one that is cancelled ends at once', async () => {
  const viewer = await makeFullPerson();
  const whole = await exportOf(viewer);
  const zip = begin(viewer);
  const taken = streamOf(await zip.next(), zip) as AsyncIterable<Uint8Array>;
  expect((await bytesOf(taken)).equals(whole)).toBe(true);
  const left = begin(viewer);
  await streamOf(await left.next(), left).cancel();
  while ((await readers()) > 0) await turn();
  await bytesOf(begin(viewer));
});

test('a site that breaks breaks the zip: nobody takes a part for the whole', async () => {
  const viewer = await makePerson();
  async function* broken() {
    yield { path: 'index.html', bytes: 'x' };
    throw new Error('no record');
  }
  const zip = exportZip(viewer, broken, exportedAt);
  if (!zip.ok) throw new Error(zip.reason);
  await expect(bytesOf(zip.value)).rejects.toThrow('no record');
  while ((await readers()) > 0) await turn();
});
