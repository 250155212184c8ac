import { afterEach, expect, test, vi } from 'vitest';
import { freshDatabase } from '@/lib/testing/postgres';

const own = process.env.DATABASE_URL;
afterEach(() => {
  process.env.DATABASE_URL = own;
});

/** What a server with this database says. */
async function answer(url: string | undefined) {
  process.env.DATABASE_URL = url;
  // The settings are read once a process.
  vi.resetModules();
  const { GET } = await import('./route');
  const response = await GET();
  expect(response.headers.get('cache-control')).toBe('no-store');
  return [response.status, await response.json()];
}

test('ready when the database is as new as the code', async () => {
  expect(await answer(own)).toEqual([200, { ready: true, database: 'current' }]);
});

test('not ready when it is behind', async () => {
  const empty = await freshDatabase({ migrated: false });
  expect(await answer(empty.url)).toEqual([503, { ready: false, database: 'behind' }]);
  await empty.drop();
});

test('not ready when it is down', async () => {
  const down = [503, { ready: false, database: 'unreachable' }];
  expect(await answer('postgres://nobody:x@127.0.0.1:1/none')).toEqual(down);
});
