import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exportOf, withFile } from '../testing/exports';
import { makeFullPerson } from '../testing/full-person';
import { makePerson } from '../testing/people';
import { restoreAccount } from './mutations';

type KeyData = { processID: number; secretKey: number };
const client = pg.Client.prototype as unknown as { _handleBackendKeyData(data: KeyData): void };
const { _handleBackendKeyData: handle } = client;

/** As a pooler does: it ends statements by keys of its own, and names no process of the server. */
beforeAll(() => {
  process.env.DATABASE_URL += '?application_name=all';
  client._handleBackendKeyData = function (this: unknown, data) {
    handle.call(this, { ...data, processID: 1 });
  };
});
afterAll(() => {
  client._handleBackendKeyData = handle;
});

test('an account is restored through a pooler, which tells nobody the server’s processes', async () => {
  const zip = await exportOf(await makeFullPerson());
  const who = await makePerson();
  const choice = { takes: true, staysOpen: false };
  const restore = (file: string) => restoreAccount(who, file, choice, async () => {});
  expect(await withFile(zip, restore)).toMatchObject({ ok: true });
});
