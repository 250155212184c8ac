import type { LineTick } from '@/app/_charts/line-geometry';
import type { Locale } from '@/lib/locale';
import { type Currency, exponentOf, formatAmountBrief } from '@/lib/money';

/**
 * Ticks of an axis of money, minor units: those in whole units of the currency, because a label is
 * cut to them and a cut one would stand at the wrong height.
 */
export function moneyTicks(
  values: readonly number[],
  currency: Currency,
  locale: Locale,
): LineTick[] {
  const unit = 10 ** exponentOf(currency);
  return values
    .filter((value) => Number.isInteger(value / unit))
    .map((value) => ({
      value,
      label: formatAmountBrief({ minor: BigInt(value), currency }, locale),
    }));
}
