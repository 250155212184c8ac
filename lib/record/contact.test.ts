import { beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '../auth/viewer';
import { openRecord } from '../testing/shown';
import { getRecord, getShowing } from './data';
import { reviseProfile, reviseShowing } from './mutations';
import { readPublicRecord } from './public';

const now = new Date();
const [a, b] = ['https://a.example/', 'https://b.example/'];
const done = { ok: true, value: null };
const unchecked = { ok: false, reason: 'links-unchecked' };

let person: Viewer;

beforeEach(async () => {
  person = await openRecord({ contactLinks: [a] });
});

async function link(contactLinks: string[], lookedAt?: string[]) {
  const { version, ...record } = await getRecord(person);
  return reviseProfile(person, version, { ...record, contactLinks }, now, lookedAt);
}

async function check(change: object, lookedAt?: string[]) {
  const { version } = await getRecord(person);
  const chosen = { ...(await getShowing(person)), ...change };
  return reviseShowing(person, version, chosen, now, lookedAt);
}

const shown = async () => (await readPublicRecord(person.handle))?.contact;

test('without the check, contact links show as they are typed', async () => {
  expect(await link([a, b])).toEqual(done);
  expect(await shown()).toEqual([a, b]);
});

describe('while only checked links show', () => {
  test('switching it on wants a look at each of them', async () => {
    await link([a, b]);
    expect(await check({ checksLinks: true })).toEqual(unchecked);
    expect(await check({ checksLinks: true }, [a])).toEqual(unchecked);
    expect((await getShowing(person)).checksLinks).toBe(false);
    expect(await check({ checksLinks: true }, [b, a])).toEqual(done);
    expect(await shown()).toEqual([a, b]);
    // Once is enough.
    expect(await check({ monthsOnly: true })).toEqual(done);
  });

  test('the employer-safe mode switches it on', async () => {
    const safe = { isEmployerSafe: true, penName: '山の人' };
    expect(await check(safe)).toEqual(unchecked);
    expect(await check(safe, [a])).toEqual(done);
    expect(await check({ isEmployerSafe: false, checksLinks: true })).toEqual(done);
  });

  test('a new one wants a look, the others none', async () => {
    await check({ checksLinks: true }, [a]);
    expect(await link([a, b])).toEqual(unchecked);
    expect(await link([a, b], [a])).toEqual(unchecked);
    expect(await shown()).toEqual([a]);
    expect(await link([a, b], [b])).toEqual(done);
    expect(await shown()).toEqual([a, b]);
    expect(await link([b])).toEqual(done);
    // Taken away and put back, it may lead elsewhere by now.
    expect(await link([a, b])).toEqual(unchecked);
  });

  test('of a link and the check set at once, the later is stale', async () => {
    const { version, ...record } = await getRecord(person);
    const chosen = { ...(await getShowing(person)), checksLinks: true };
    const both = await Promise.all([
      reviseProfile(person, version, { ...record, contactLinks: [a, b] }, now),
      reviseShowing(person, version, chosen, now, [a]),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both).toContainEqual({ ok: false, reason: 'stale' });
  });
});
