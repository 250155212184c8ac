import { type Currency, exponentOf, type Money, writeAmount } from '../money';

/** How finely an amount is shown, from the whole truth to nothing. */
export const grains = ['exact', 'range', 'rung', 'index', 'hidden'] as const;
export type Grain = (typeof grains)[number];

export function isGrain(value: unknown): value is Grain {
  return grains.some((grain) => grain === value);
}

/** Whether `grain` tells more of an amount than `than` does. */
export function isFiner(grain: Grain, than: Grain): boolean {
  return grains.indexOf(grain) < grains.indexOf(than);
}

declare const disclosed: unique symbol;

/** A sum of money that may leave the house. `minor` counts minor units, `value` is the plain decimal. */
export type PublicMoney = {
  readonly minor: string;
  readonly currency: Currency;
  readonly value: string;
  readonly [disclosed]?: true;
};

/** An amount as finely as its owner shows it; only {@link disclose} makes one. */
export type PublicAmount =
  | ({ readonly grain: 'exact' } & PublicMoney)
  /** At least `from` and less than `below`. */
  | { readonly grain: 'range'; readonly from: PublicMoney; readonly below: PublicMoney }
  /** The highest rung of the owner's ladder that it reaches. */
  | ({ readonly grain: 'rung' } & PublicMoney)
  /** Against the first month of income, which is 100. */
  | { readonly grain: 'index'; readonly currency: Currency; readonly index: number };

/** What the grains between exact and hidden are measured by. */
export type Scale = {
  /** The owner's ladder in minor units, ascending. */
  readonly rungs: readonly bigint[];
  /** The first month of income shown as an index, in minor units. */
  readonly base?: bigint | undefined;
};

/**
 * What of `money` is shown at `grain`; undefined shows nothing. An amount below the lowest rung shows
 * nothing at `rung`, and nothing shows at `index` while there is no first month.
 */
export function disclose(money: Money, grain: Grain, scale: Scale): PublicAmount | undefined {
  switch (grain) {
    case 'exact':
      return { grain, ...publicMoney(money) };
    case 'range':
      return rangeOf(money);
    case 'rung': {
      const rung = scale.rungs.findLast((one) => one <= money.minor);
      return rung === undefined ? undefined : { grain, ...publicMoney({ ...money, minor: rung }) };
    }
    case 'index':
      if (!scale.base) return undefined;
      return { grain, currency: money.currency, index: indexOf(money.minor, scale.base) };
    case 'hidden':
      return undefined;
  }
}

/** A sum that is no secret, such as a rung of a ladder that shows. */
export function publicMoney(money: Money): PublicMoney {
  return { minor: money.minor.toString(), currency: money.currency, value: writeAmount(money) };
}

/** A disclosed sum for reckoning and formatting. */
export function moneyOf({ minor, currency }: PublicMoney): Money {
  return { minor: BigInt(minor), currency };
}

/**
 * What is certainly there of a disclosed amount, in minor units: the amount, the lower bound or the
 * rung. Null for an index, which says nothing of money. Whatever climbs or is drawn counts by this, so
 * that it cannot tell more than the amount beside it.
 */
export function certainMinor(amount: PublicAmount): bigint | null {
  if (amount.grain === 'index') return null;
  return BigInt(amount.grain === 'range' ? amount.from.minor : amount.minor);
}

/** Where ranges begin, times each power of ten; the usual rungs in yen are among them. */
const steps = [1n, 2n, 3n, 5n, 7n] as const;

function rangeOf({ minor, currency }: Money): PublicAmount {
  const unit = 10n ** BigInt(exponentOf(currency));
  let from = 0n;
  let below = unit;
  for (let power = unit; minor >= below; power *= 10n) {
    for (const [i, step] of steps.entries()) {
      from = step * power;
      below = (steps[i + 1] ?? 10n) * power;
      if (minor < below) break;
    }
  }
  return {
    grain: 'range',
    from: publicMoney({ minor: from, currency }),
    below: publicMoney({ minor: below, currency }),
  };
}

/**
 * Rounded half up to two figures: where the first month is known, or was one yen, more would be the
 * amount itself. What is there at all is at least 1.
 */
function indexOf(minor: bigint, base: bigint): number {
  let unit = 1n;
  while (minor * 100n >= base * 100n * unit) unit *= 10n;
  return Math.max(1, Number(((minor * 200n + base * unit) / (base * unit * 2n)) * unit));
}
