import { type Currency, type Money, writeAmount } from '../money';

/** How finely an amount is shown, from the whole truth to nothing. */
export const grains = ['exact', 'range', 'rung', 'index', 'hidden'] as const;
export type Grain = (typeof grains)[number];

declare const disclosed: unique symbol;

/**
 * An amount that may leave the house; only {@link disclose} makes one, so no document can show a
 * figure that was not decided on. `minor` counts minor units, `value` is the plain decimal.
 */
export type PublicAmount = {
  readonly minor: string;
  readonly currency: Currency;
  readonly value: string;
  readonly [disclosed]?: true;
};

/**
 * What of `money` is shown at `grain`; undefined shows nothing. The grains between exact and hidden
 * show nothing until they have a form of their own: too little is safe, too much is not.
 */
export function disclose(money: Money, grain: Grain): PublicAmount | undefined {
  if (grain !== 'exact') return undefined;
  return { minor: money.minor.toString(), currency: money.currency, value: writeAmount(money) };
}

/** A disclosed amount for reckoning and formatting. */
export function moneyOf(amount: PublicAmount): Money {
  return { minor: BigInt(amount.minor), currency: amount.currency };
}
