import { expect, test } from 'vitest';
import { asOwner } from '../db';
import { accountIn, exportOf, withFile, withRows } from '../testing/exports';
import { makeFullPerson } from '../testing/full-person';
import { makePerson } from '../testing/people';
import { planRestore, restoreAccount } from './mutations';

test('another account’s ids are ids like any other: what they name there is out of reach', async () => {
  const victim = await makeFullPerson();
  const theirs = await exportOf(victim);
  const attacker = await makePerson();
  const forged = await withRows(theirs, 'milestone', (rows) =>
    rows.map((row) => ({ ...row, story_ja: 'OVERWRITTEN' })),
  );
  const choice = { takes: true, staysOpen: true };
  const done = await withFile(forged, (file) =>
    restoreAccount(attacker, file, choice, async () => {}),
  );
  expect(done.ok).toBe(true);
  expect((await exportOf(victim)).equals(theirs)).toBe(true);
  const { tables: own } = await accountIn(await exportOf(attacker));
  expect(new Set(own.milestone?.map((row) => row.story_ja))).toEqual(new Set(['OVERWRITTEN']));
  const owners = await asOwner(attacker, (tx) =>
    tx.milestone.findMany({ select: { ownerId: true }, distinct: ['ownerId'] }),
  );
  expect(owners).toEqual([{ ownerId: attacker.userId }]);
});

test('a connection that is killed in the midst of it leaves nothing, and it can be done again', async () => {
  const zip = await exportOf(await makeFullPerson());
  const who = await makePerson();
  const before = await exportOf(who);
  const choice = { takes: true, staysOpen: true };
  await withFile(zip, async (file) => {
    const killed = restoreAccount(who, file, choice, async (tx) => {
      const [row] = await tx.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`;
      await asOwner(who, (other) => other.$queryRaw`SELECT pg_terminate_backend(${row?.pid})`);
    });
    await expect(killed).rejects.toThrow();
    expect((await exportOf(who)).equals(before)).toBe(true);
    expect((await restoreAccount(who, file, choice, async () => {})).ok).toBe(true);
  });
  expect((await accountIn(await exportOf(who))).tables.milestone?.length).toBeGreaterThan(3);
});

test('two of one person are restored at a time, no more', async () => {
  const zip = await exportOf(await makeFullPerson());
  const who = await makePerson();
  await withFile(zip, async (file) => {
    const done = await Promise.all([1, 2, 3].map(() => planRestore(who, file)));
    expect(done.map(({ ok }) => ok).sort()).toEqual([false, true, true]);
    expect(done.find(({ ok }) => !ok)).toMatchObject({ reason: 'busy' });
  });
});
