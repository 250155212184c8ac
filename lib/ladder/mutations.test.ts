import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '../auth/viewer';
import { asOwner } from '../db';
import { limits } from '../limits';
import { makePerson } from '../testing/people';
import { listLadders, listRungMarks } from './data';
import { markRungs, resetRungs, setRungs } from './mutations';

const now = new Date('2026-08-15T03:00:00Z');
const stale = { ok: false, reason: 'stale' };
const saved = { ok: true, value: null };

let hana: Viewer;
let ken: Viewer;

beforeAll(async () => {
  [hana, ken] = await Promise.all([makePerson(), makePerson()]);
});

describe('one’s own rungs', () => {
  test('are kept for each currency, and are nobody else’s', async () => {
    expect(await listLadders(hana)).toEqual([]);
    const most = Array.from(
      { length: limits.rungs },
      (_, i) => limits.amountMinor - 19n + BigInt(i),
    );
    expect(await setRungs(hana, 'USD', null, most)).toEqual(saved);
    expect(await setRungs(hana, 'JPY', null, [5_000n, 20_000n])).toEqual(saved);
    expect(await listLadders(hana)).toEqual([
      { currency: 'JPY', rungs: [5_000n, 20_000n], version: 1 },
      { currency: 'USD', rungs: most, version: 1 },
    ]);
    expect(await listLadders(ken)).toEqual([]);
  });

  test('another person edits and resets their own, of the same currency', async () => {
    await setRungs(ken, 'JPY', null, [7n]);
    expect(await setRungs(ken, 'JPY', 1, [8n])).toEqual(saved);
    await resetRungs(ken, 'JPY');
    expect(await listLadders(ken)).toEqual([]);
    // Hers is version 1 too, and stands.
    expect(await setRungs(ken, 'JPY', 1, [9n])).toEqual(stale);
    expect((await listLadders(hana))[0]).toMatchObject({ rungs: [5_000n, 20_000n], version: 1 });
  });

  test('an edit goes on from the version it was drawn from, or is told', async () => {
    const person = await makePerson();
    await setRungs(person, 'JPY', null, [1n, 10n]);
    expect(await setRungs(person, 'JPY', 1, [1n, 20n])).toEqual(saved);
    expect(await setRungs(person, 'JPY', 1, [1n, 30n])).toEqual(stale);
    // Drawn while there was none yet.
    expect(await setRungs(person, 'JPY', null, [1n, 40n])).toEqual(stale);
    expect(await listLadders(person)).toEqual([{ currency: 'JPY', rungs: [1n, 20n], version: 2 }]);
    await resetRungs(person, 'JPY');
    await resetRungs(person, 'JPY');
    expect(await setRungs(person, 'JPY', 2, [1n, 50n])).toEqual(stale);
    expect(await listLadders(person)).toEqual([]);
  });

  test('sent many times at once they are saved once, and of two edits one is told', async () => {
    const person = await makePerson();
    const same = await Promise.all(
      Array.from({ length: 8 }, () => setRungs(person, 'JPY', null, [1n, 2n])),
    );
    expect(same).toEqual(Array(8).fill(saved));
    expect(await listLadders(person)).toEqual([{ currency: 'JPY', rungs: [1n, 2n], version: 1 }]);

    const edits = await Promise.all([3n, 4n].map((rung) => setRungs(person, 'JPY', 1, [rung])));
    expect(edits.filter((edit) => edit.ok)).toHaveLength(1);
    expect(edits).toContainEqual(stale);
    const [ladder] = await listLadders(person);
    expect(ladder).toMatchObject({ rungs: [edits[0]?.ok ? 3n : 4n], version: 2 });
  });

  test('the store itself refuses none, too many, nothing and too much', async () => {
    const person = await makePerson();
    const many = Array.from({ length: limits.rungs + 1 }, (_, i) => BigInt(i + 1));
    for (const rungs of [[], many, [0n], [limits.amountMinor + 1n]]) {
      await expect(setRungs(person, 'JPY', null, rungs)).rejects.toThrow();
    }
  });
});

describe('crossings', () => {
  test('are marked once, however often at once, for that person and currency', async () => {
    const rungs = [1n, 10_000n, 30_000n];
    await Promise.all(Array.from({ length: 8 }, () => markRungs(hana, 'JPY', rungs, now)));
    await markRungs(hana, 'JPY', rungs, new Date('2026-09-01T00:00:00Z'));
    await markRungs(hana, 'USD', [100n], now);
    expect(await listRungMarks(hana)).toEqual([
      ...rungs.map((rung) => ({ currency: 'JPY', rung })),
      { currency: 'USD', rung: 100n },
    ]);
    expect(await listRungMarks(ken)).toEqual([]);
    const dates = await asOwner(hana, (tx) =>
      tx.rungMark.findMany({ where: { ownerId: hana.userId }, select: { markedAt: true } }),
    );
    expect(new Set(dates.map(({ markedAt }) => markedAt.toISOString()))).toEqual(
      new Set([now.toISOString()]),
    );
  });

  test('of another ladder: lower marks that are no rungs any more go, a higher one stays', async () => {
    const person = await makePerson();
    const marked = async () => (await listRungMarks(person)).map(({ rung }) => rung);
    await markRungs(person, 'JPY', [1n, 10_000n, 30_000n], now);
    await markRungs(person, 'JPY', [5_000n, 20_000n], now);
    expect(await marked()).toEqual([1n, 10_000n, 30_000n]);
    await markRungs(person, 'JPY', [10_000n, 40_000n], now);
    expect(await marked()).toEqual([10_000n, 40_000n]);
    await markRungs(person, 'JPY', [], now);
    expect(await marked()).toEqual([10_000n, 40_000n]);
  });
});
