import { beforeEach, expect, test, vi } from 'vitest';
import type { Viewer } from '../auth/viewer';
import { takePlace } from '../db-length';
import { plainMapping } from '../testing/csv';
import { makePerson } from '../testing/people';
import { lookAtTable } from './data';
import type { Mapping } from './mapping.schema';
import type { Load } from './reading';

const now = new Date('2026-11-30T03:00:00Z');
const mapping: Mapping = { ...plainMapping, columns: { date: 0, amount: 1, stream: 2 } };
const text = 'date,amount,stream\n2026-11-30,500,blog\n2026-11-29,-1,blog\n';
const load: Load = async () => Buffer.from(text);

let viewer: Viewer;
beforeEach(async () => {
  viewer = await makePerson();
});

const look = (from: Load, isSaid = true, how = mapping) =>
  lookAtTable(viewer, from, () => how, isSaid, now);

test('a look reads the file once, however much of it is shown', async () => {
  const read = vi.fn(load);
  expect(await look(read)).toMatchObject({
    ok: true,
    value: { forms: { rows: 2 }, unsaid: [], check: { fresh: 1, refused: 1 }, mapping },
  });
  expect(read).toHaveBeenCalledOnce();
});

test('what would come in is shown once it was said how to read it, all of it', async () => {
  expect(await look(load, false)).toMatchObject({ ok: true, value: { unsaid: [], check: null } });
  const open = { ...mapping, columns: {} };
  expect(await look(load, true, open)).toMatchObject({
    ok: true,
    value: { unsaid: ['date'], check: null },
  });
});

test('a file that went meanwhile is gone, and one that is no table is told so', async () => {
  expect(await look(async () => null)).toEqual({ ok: false, reason: 'upload-gone' });
  expect(await look(async () => Buffer.from('a,b\n1,"2'))).toMatchObject({
    reason: 'csv-quotes',
    line: 2,
  });
});

test('two looks of one person are under way at most, and their places are free again after', async () => {
  const read = vi.fn(load);
  const all = await Promise.all(Array.from({ length: 5 }, () => look(read)));
  expect(all.filter((one) => !one.ok && one.reason === 'busy')).toHaveLength(3);
  // Nothing is read for whoever has no place.
  expect(read).toHaveBeenCalledTimes(2);
  const broken = look(async () => Promise.reject(new Error('disk')));
  await expect(broken).rejects.toThrow('disk');
  for (let time = 0; time < 3; time += 1) expect(await look(load)).toMatchObject({ ok: true });
  const [one, two] = [takePlace(viewer), takePlace(viewer)];
  expect([one, two]).not.toContain(null);
  one?.();
  two?.();
});
