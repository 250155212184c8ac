import type { Viewer } from '../auth/viewer';
import { dateFromDay } from '../calendar';
import { asOwner } from '../db';
import { limits } from '../limits';
import type { Currency } from '../money';
import { ok, type Result, refuse } from '../result';
import type { Rate } from './rules';

/** Chooses the currency to reckon in, or none. Rates towards others are kept. */
export async function chooseBase(viewer: Viewer, base: Currency | null): Promise<void> {
  await asOwner(viewer, (tx) =>
    tx.user.updateMany({ where: { id: viewer.userId }, data: { baseCurrency: base } }),
  );
}

/** Enters a rate. The same currency and day again replaces what was entered, and says so. */
export async function enterRate(
  viewer: Viewer,
  rate: Rate,
  now: Date,
): Promise<Result<{ isReplaced: boolean }, 'too-many-rates'>> {
  const ownerId = viewer.userId;
  const { currency, base, nanos } = rate;
  const key = { ownerId, currency, base, validOn: dateFromDay(rate.day) };
  return asOwner(viewer, async (tx) => {
    const { count } = await tx.exchangeRate.updateMany({
      where: key,
      data: { nanos, recordedAt: now },
    });
    if (count > 0) return ok({ isReplaced: true });
    if ((await tx.exchangeRate.count({ where: { ownerId } })) >= limits.exchangeRates) {
      return refuse('too-many-rates');
    }
    const made = await tx.exchangeRate.createMany({
      data: [{ ...key, nanos, recordedAt: now }],
      skipDuplicates: true,
    });
    if (made.count > 0) return ok({ isReplaced: false });
    // Another form entered that day in the same moment; this one was sent later.
    await tx.exchangeRate.updateMany({ where: key, data: { nanos, recordedAt: now } });
    return ok({ isReplaced: true });
  });
}

/** Removes a rate. */
export async function removeRate(
  viewer: Viewer,
  rate: Omit<Rate, 'nanos'>,
): Promise<Result<null, 'missing'>> {
  const { currency, base } = rate;
  const { count } = await asOwner(viewer, (tx) =>
    tx.exchangeRate.deleteMany({
      where: { ownerId: viewer.userId, currency, base, validOn: dateFromDay(rate.day) },
    }),
  );
  return count > 0 ? ok(null) : refuse('missing');
}
