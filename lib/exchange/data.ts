import type { Viewer } from '../auth/viewer';
import { dayFromDate } from '../calendar';
import { asOwner } from '../db';
import { limits } from '../limits';
import { isCurrency } from '../money';
import type { Exchange } from './rules';

/** The viewer's base currency, and every rate they entered, newest day first. */
export async function getExchange(viewer: Viewer): Promise<Exchange> {
  const ownerId = viewer.userId;
  return asOwner(viewer, async (tx) => {
    const { baseCurrency } = await tx.user.findUniqueOrThrow({
      where: { id: ownerId },
      select: { baseCurrency: true },
    });
    const rows = await tx.exchangeRate.findMany({
      where: { ownerId },
      orderBy: [{ validOn: 'desc' }, { currency: 'asc' }],
      take: limits.exchangeRates,
    });
    return {
      base: isCurrency(baseCurrency) ? baseCurrency : null,
      rates: rows.flatMap(({ currency, base, validOn, nanos }) =>
        isCurrency(currency) && isCurrency(base)
          ? [{ currency, base, day: dayFromDate(validOn), nanos }]
          : [],
      ),
    };
  });
}
