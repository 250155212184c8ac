import { expect, test } from 'vitest';
import { addMonths, type Day, dateFromDay, firstOf, type Month } from '../calendar';
import { asOwner } from '../db';
import { limits } from '../limits';
import { makePerson } from '../testing/people';
import { getExchange } from './data';
import { chooseBase, enterRate, removeRate } from './mutations';
import type { Rate } from './rules';

const now = new Date('2026-08-15T03:00:00Z');
const usd = (nanos: bigint, day: Day = '2026-08-01'): Rate => ({
  currency: 'USD',
  base: 'JPY',
  day,
  nanos,
});

test('a base is chosen and left again; rates are kept', async () => {
  const hana = await makePerson();
  expect(await getExchange(hana)).toEqual({ base: null, rates: [] });
  await chooseBase(hana, 'JPY');
  await enterRate(hana, usd(151_200_000_000n), now);
  await chooseBase(hana, 'USD');
  await chooseBase(hana, null);
  expect(await getExchange(hana)).toEqual({ base: null, rates: [usd(151_200_000_000n)] });
});

test('the same day again replaces, also when sent at once; another day stands beside it', async () => {
  const hana = await makePerson();
  const first = await Promise.all([1n, 2n, 3n].map((nanos) => enterRate(hana, usd(nanos), now)));
  expect(first.filter((answer) => answer.ok && !answer.value.isReplaced)).toHaveLength(1);
  expect(await enterRate(hana, usd(999_999_999_999_999n), now)).toEqual({
    ok: true,
    value: { isReplaced: true },
  });
  await enterRate(hana, usd(5n, '2026-08-02'), now);
  await enterRate(hana, { ...usd(6n), base: 'EUR' }, now);
  const { rates } = await getExchange(hana);
  expect(rates).toHaveLength(3);
  expect(rates[0]).toEqual(usd(5n, '2026-08-02'));
  expect(rates).toContainEqual(usd(999_999_999_999_999n));
});

test('a rate is removed once, and by its owner alone', async () => {
  const [hana, ken] = await Promise.all([makePerson(), makePerson()]);
  await enterRate(hana, usd(7n), now);
  expect(await removeRate(ken, usd(7n))).toEqual({ ok: false, reason: 'missing' });
  expect((await getExchange(ken)).rates).toEqual([]);
  expect((await getExchange(hana)).rates).toHaveLength(1);
  expect(await removeRate(hana, usd(7n))).toEqual({ ok: true, value: null });
  expect(await removeRate(hana, usd(7n))).toEqual({ ok: false, reason: 'missing' });
});

test('a full list takes no more, but lets be replaced', async () => {
  const hana = await makePerson();
  const first: Month = '1930-01';
  await asOwner(hana, (tx) =>
    tx.exchangeRate.createMany({
      data: Array.from({ length: limits.exchangeRates }, (_, i) => ({
        ownerId: hana.userId,
        currency: 'USD',
        base: 'JPY',
        validOn: dateFromDay(firstOf(addMonths(first, i))),
        nanos: 1n,
      })),
    }),
  );
  expect(await enterRate(hana, usd(1n), now)).toEqual({ ok: false, reason: 'too-many-rates' });
  expect((await enterRate(hana, usd(2n, '1930-01-01'), now)).ok).toBe(true);
});

test('the store holds no rate of nothing', async () => {
  const hana = await makePerson();
  await expect(enterRate(hana, usd(0n), now)).rejects.toThrow();
  await expect(enterRate(hana, { ...usd(1n), base: 'USD' }, now)).rejects.toThrow();
});
