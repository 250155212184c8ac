import { expect, inject, test } from 'vitest';
import { withClient } from '@/prisma/embedded/postmaster';
import { dangerousRole, migrationState } from '@/prisma/migrate';
import { assertTestDatabase, freshDatabase, testDatabaseUrl } from './postgres';

test('a worker has one migrated database, used as a role that row-level security binds', async () => {
  const url = await testDatabaseUrl();
  expect(await testDatabaseUrl()).toBe(url);
  expect(process.env.DATABASE_URL).toBe(url);
  expect(await migrationState(url)).toBe('current');
  expect(await dangerousRole(url)).toBeUndefined();
});

test('a database that the tests did not make is refused', async () => {
  await expect(assertTestDatabase(inject('testPostgres').adminUrl)).rejects.toThrow(/Refusing/);
});

test('a fresh database is migrated and apart, and goes when dropped', async () => {
  const fresh = await freshDatabase();
  await withClient(fresh.url, async (client) => {
    await client.query('CREATE TABLE only_here (id int)');
    const { rows } = await client.query('SELECT to_regclass($1) AS found', ['_prisma_migrations']);
    expect(rows[0].found).not.toBeNull();
  });
  await fresh.drop();
  await expect(withClient(fresh.url, async () => {})).rejects.toThrow(/does not exist/);
});
