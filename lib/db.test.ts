import pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from './auth/viewer';
import { asOwner, asSystem, asVisitor, isConflictOn, Prisma, type Tx } from './db';
import { logMilestone } from './milestone/mutations';
import { publish } from './record/mutations';
import { makeFullPerson } from './testing/full-person';
import { makePerson, work } from './testing/people';

const owned = `
  abuse_report account_token audience audience_count blocked_sender challenge effort
  email_change evidence exchange_rate goal goal_change identity import inquiry invitation
  kept_name ladder mail mail_choice milestone old_handle passed_over passkey pause permission
  permission_answer record recovery_code reply rung_mark security_event session share skill
  stream timer totp upload user visit_count visitor`
  .trim()
  .split(/\s+/);
/** Of the system alone: even their owner reads nothing there. */
const ofSystem = ['account_token', 'challenge', 'visit_batch', 'visit_salt', 'visitor'];
/** What happened is added to by its owner, and never rewritten. */
const addedTo = ['security_event'];
/** What has to go before a row of the table can. */
const standing: Record<string, string[]> = {
  stream: ['milestone', 'goal'],
  skill: ['effort', 'timer'],
  import: ['milestone'],
};
const now = new Date('2026-08-15T03:00:00.123Z');

describe('every connection', () => {
  test.each([
    ['TimeZone', 'UTC'],
    ['statement_timeout', '5s'],
    ['lock_timeout', '2s'],
    ['idle_in_transaction_session_timeout', '10s'],
  ])('%s is %s', async (name, value) => {
    const rows = await asVisitor<{ value: string }>(
      Prisma.sql`SELECT current_setting(${name}) AS value`,
    );
    expect(rows).toEqual([{ value }]);
  });

  test('an instant is stored as it was, seen by another client in another zone', async () => {
    const person = await makePerson();
    const id = uuidv7();
    await logMilestone(person, id, work('時刻', '2026-08-15'), null, now);
    const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await client.connect();
    await client.query(`SET TimeZone = 'Asia/Kathmandu'; SET app.system = 'on'`);
    const { rows } = await client.query(
      'SELECT recorded_at::text AS recorded, happened_on::text AS happened FROM milestone WHERE id = $1',
      [id],
    );
    await client.end();
    expect(rows).toEqual([{ recorded: '2026-08-15 08:45:00.123+05:45', happened: '2026-08-15' }]);
  });
});

describe('row-level security', () => {
  let hana: Viewer;
  beforeAll(async () => {
    hana = await makeFullPerson();
    const ken = await makeFullPerson();
    await publish(ken, now);
  });

  test('stands on every owned table, for the owner of the tables too', async () => {
    const rows = await asVisitor<{ name: string }>(Prisma.sql`
      SELECT relname AS name FROM pg_class
      WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
        AND relrowsecurity AND relforcerowsecurity ORDER BY relname`);
    expect(rows.map(({ name }) => name)).toEqual(
      [...new Set([...owned, ...ofSystem, 'handle_hold'])].sort(),
    );
  });

  test('every table is owned or known not to be', async () => {
    const rows = await asVisitor<{ name: string }>(Prisma.sql`
      SELECT relname AS name FROM pg_class
      WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY relname`);
    const unowned = rows.map(({ name }) => name).filter((name) => !owned.includes(name));
    expect(unowned).toEqual([
      '_prisma_migrations',
      'handle_hold',
      'rate_limit',
      'visit_batch',
      'visit_salt',
    ]);
  });

  // Everyone sees where old handles lead; see lib/record/handles.test.ts.
  const hidden = owned.filter((table) => table !== 'old_handle' && !ofSystem.includes(table));

  test.each(ofSystem)('%s is nobody’s to read', async (table) => {
    expect(await asSystem((tx) => countRows(tx, table))).toBeGreaterThan(0);
    expect(await asOwner(hana, (tx) => countRows(tx, table))).toBe(0);
    expect(await asVisitor(Prisma.sql`SELECT 1 FROM ${quoted(table)}`)).toEqual([]);
  });

  test.each(hidden)(
    'without its where, %s shows the viewer’s rows and no others',
    async (table) => {
      const owner = Prisma.raw(table === 'user' ? 'id' : 'owner_id');
      const rows = await asOwner(
        hana,
        (tx) =>
          tx.$queryRaw<{ owner: string }[]>`SELECT ${owner}::text AS owner FROM ${quoted(table)}`,
      );
      expect(rows.length).toBeGreaterThan(0);
      expect(new Set(rows.map((row) => row.owner))).toEqual(new Set([hana.userId]));
    },
  );

  test.each(hidden)(
    'without its where, %s loses the viewer’s rows and no others',
    async (table) => {
      const victim = await makeFullPerson();
      const attacker = await makeFullPerson();
      const count = (viewer: Viewer) => asOwner(viewer, (tx) => countRows(tx, table));
      const before = await count(victim);
      const own = await count(attacker);
      await asOwner(attacker, async (tx) => {
        // What stands on a row holds on to it.
        for (const one of standing[table] ?? []) await tx.$executeRaw`DELETE FROM ${quoted(one)}`;
        await tx.$executeRaw`DELETE FROM ${quoted(table)}`;
      });
      expect(await count(attacker)).toBe(addedTo.includes(table) ? own : 0);
      expect(await count(victim)).toBe(before);
    },
  );

  test('nothing can be written in another’s name', async () => {
    const ken = await makePerson();
    await expect(
      asOwner(hana, (tx) =>
        tx.stream.create({
          data: { ownerId: ken.userId, id: uuidv7(), nameJa: 'x', nameKey: 'x' },
        }),
      ),
    ).rejects.toThrow(/row-level security/);
  });

  test('a visitor sees what is published, and can write nothing', async () => {
    const visible = await asVisitor<{ visibility: string; closed: number }>(Prisma.sql`
      SELECT m.visibility, count(*) FILTER (WHERE r.published_at IS NULL)::int AS closed
      FROM milestone m JOIN record r ON r.owner_id = m.owner_id GROUP BY 1 ORDER BY 1`);
    expect(visible).toEqual([
      { visibility: 'public', closed: 0 },
      { visibility: 'unlisted', closed: 0 },
    ]);
    for (const table of ['user', 'session', 'kept_name', 'passed_over']) {
      expect(await asVisitor(Prisma.sql`SELECT 1 FROM ${quoted(table)}`)).toEqual([]);
    }
    const rows = await asVisitor(Prisma.sql`UPDATE record SET handle = 'stolen' RETURNING 1`);
    expect(rows).toEqual([]);
  });

  test('one person’s work does not linger on the connection', async () => {
    await asOwner(hana, (tx) => countRows(tx, 'milestone'));
    const settings = await asVisitor<{ viewer: string | null; system: string | null }>(Prisma.sql`
      SELECT nullif(current_setting('app.viewer', true), '') AS viewer,
             nullif(current_setting('app.system', true), '') AS system`);
    expect(settings).toEqual([{ viewer: null, system: null }]);
  });
});

test.each([
  ['a link that is no link', { evidence: ['javascript:alert(1)'] }],
  ['a day in the year 9999', { happened: { day: '9999-12-31', precision: 'day' } }],
  [
    'a month that begins on its second day',
    { happened: { day: '2026-08-02', precision: 'month' } },
  ],
  ['more minutes than the limit', { minutes: 600_001 }],
  ['an issuer where the kind has none', { issuer: 'someone' }],
] as const)('the store refuses %s', async (_, more) => {
  const person = await makePerson();
  await expect(
    logMilestone(person, uuidv7(), work('x', '2026-08', more), null, now),
  ).rejects.toThrow(/check/i);
});

test('a conflict says which index refused', async () => {
  const [one, two] = await Promise.all([makePerson(), makePerson()]);
  const taken = await asOwner(two, (tx) =>
    tx.record.update({ where: { ownerId: two.userId }, data: { handle: one.handle } }),
  ).catch((error: unknown) => error);
  expect(isConflictOn(taken, 'handle')).toBe(true);
  expect(isConflictOn(taken, 'email')).toBe(false);
  expect(isConflictOn(new Error('handle'), 'handle')).toBe(false);
});

function quoted(table: string) {
  return Prisma.raw(pg.escapeIdentifier(table));
}

async function countRows(tx: Tx, table: string): Promise<number> {
  const rows = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM ${quoted(table)}`;
  return rows[0]?.count ?? 0;
}
