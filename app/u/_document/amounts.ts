import { textsIn } from '@/app/_text/texts';
import type { Locale } from '@/lib/locale';
import { formatAmount, formatAmountBrief, formatAmountShort } from '@/lib/money';
import { moneyOf, type PublicAmount, type PublicMoney } from '@/lib/record/disclosure.rules';

/** How long a figure may be: as on a bill, as in a chart, as in a headline. */
const forms = { full: formatAmount, short: formatAmountShort, brief: formatAmountBrief } as const;

/**
 * A disclosed amount in words: `¥312,500`, `¥300K–¥500K`, `¥300K or more`, `Index 320 (first month = 100)`.
 * Bounds are round and lose nothing by being brief; only the exact amount has a shorter form that does.
 */
export function amountShown(
  amount: PublicAmount,
  locale: Locale,
  form: keyof typeof forms = 'full',
): string {
  const t = textsIn(locale);
  const bound = (sum: PublicMoney) => formatAmountBrief(moneyOf(sum), locale);
  switch (amount.grain) {
    case 'exact':
      return forms[form](moneyOf(amount), locale);
    case 'range': {
      const below = bound(amount.below);
      return BigInt(amount.from.minor) === 0n
        ? t('document.under', { amount: below })
        : t('document.range', { from: bound(amount.from), below });
    }
    case 'rung':
      return t('document.atLeast', { amount: bound(amount) });
    case 'index':
      return t(form === 'full' ? 'document.indexFull' : 'document.index', { index: amount.index });
  }
}

/** What is drawn of an amount: certainly up to `value`, possibly on to `reach`. Never more than is told. */
export function drawnOf(amount: PublicAmount): { value: number; reach?: number } {
  switch (amount.grain) {
    case 'index':
      return { value: amount.index };
    case 'range':
      return { value: Number(amount.from.minor), reach: Number(amount.below.minor) };
    default:
      return { value: Number(amount.minor) };
  }
}
