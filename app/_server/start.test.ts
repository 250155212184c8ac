import { expect, inject, test } from 'vitest';
import { databaseAnswers, unsafeConnection } from '@/lib/pulse';
import { testDatabaseUrl } from '@/lib/testing/postgres';

test('an ordinary role in UTC may serve', async () => {
  expect(await unsafeConnection(await testDatabaseUrl())).toBeNull();
  expect(await databaseAnswers()).toBe(true);
});

test('a superuser may not', async () => {
  expect(await unsafeConnection(inject('testPostgres').adminUrl)).toMatch(/row-level security/);
});

test('a session in another time zone may not', async () => {
  const url = new URL(await testDatabaseUrl());
  url.searchParams.set('options', '-c TimeZone=Asia/Tokyo');
  expect(await unsafeConnection(url.href)).toMatch(/Asia\/Tokyo/);
});

test('a database that does not answer is no verdict', async () => {
  await expect(unsafeConnection('postgres://nobody:x@127.0.0.1:1/none')).rejects.toThrow();
});
