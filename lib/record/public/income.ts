import type { Month } from '../../calendar';
import { climb, type OwnLadder, rungsFor } from '../../ladder/rules';
import { type Currency, currencies, isCurrency } from '../../money';
import {
  certainMinor,
  disclose,
  type Grain,
  type PublicAmount,
  publicMoney,
  type Scale,
} from '../disclosure.rules';
import type { Section } from '../sections.rules';
import type { PublicIncome, PublicRung } from './shape';
import type { StoredDocument } from './stored';

/** By what the amounts of a currency are measured. */
export function scaleOf(stored: StoredDocument, currency: Currency): Scale {
  const base = stored.bases?.[currency];
  return {
    rungs: rungsFor(currency, ownLadders(stored)),
    base: base === undefined ? undefined : BigInt(base),
  };
}

function ownLadders({ ladders = [] }: StoredDocument): OwnLadder[] {
  return ladders.flatMap(({ currency, rungs }) =>
    isCurrency(currency) ? [{ currency, rungs: rungs.map(BigInt) }] : [],
  );
}

type Sum = { readonly month: Month; readonly minor: bigint };

/** Every sum of income, the currency with most months first. `thisMonth` decides what is held still. */
export function assembleIncome(
  stored: StoredDocument,
  thisMonth: Month,
  shows: (section: Section) => boolean,
): PublicIncome[] {
  return currencies
    .map((currency) => ({ currency, sums: sumsOf(stored, currency) }))
    .filter(({ sums }) => sums.length > 0)
    .sort((a, b) => b.sums.length - a.sums.length)
    .map(({ currency, sums }) =>
      assembleCurrency(currency, sums, stored.disclosure, scaleOf(stored, currency), thisMonth),
    )
    .filter(({ months }) => months.length > 0)
    .map((income) => shownOf(income, shows))
    .filter(({ months, rungs }) => months.length > 0 || rungs.length > 0);
}

/** Without the chart no month and no sum, without the ladder no rung. */
function shownOf(income: PublicIncome, shows: (section: Section) => boolean): PublicIncome {
  const climbs = shows('climb') ? income : { ...income, rungs: [], next: undefined };
  return shows('income') ? climbs : { ...climbs, total: undefined, byYear: [], months: [] };
}

function sumsOf({ sums = [] }: StoredDocument, currency: Currency): Sum[] {
  return sums.flatMap(({ kind, currency: code, month, minor }) =>
    kind === 'income' && code === currency && minor !== undefined
      ? [{ month, minor: BigInt(minor) }]
      : [],
  );
}

/**
 * Months disclosed one by one; whatever is reckoned from them, the climb above all, is reckoned from
 * what was disclosed, so that it cannot tell more.
 */
function assembleCurrency(
  currency: Currency,
  sums: readonly Sum[],
  grain: Grain,
  scale: Scale,
  thisMonth: Month,
): PublicIncome {
  const show = (minor: bigint) => disclose({ minor, currency }, grain, scale);
  const months = sums.flatMap(({ month, minor }) => {
    const total = show(minor);
    return total ? [{ month, total }] : [];
  });
  const certain = months.flatMap(({ month, total }) => {
    const minor = certainMinor(total);
    return minor === null ? [] : [{ month, total: minor }];
  });
  return {
    currency,
    total: wholeSum(sums, show),
    byYear: byYear(sums, show),
    months,
    ...(certain.length > 0
      ? assembleClimb(currency, certain, scale.rungs, thisMonth)
      : { rungs: [] }),
  };
}

/** A rung or an index of many months would mean nothing; a range of their sum does. */
function wholeSum(
  sums: readonly Sum[],
  show: (minor: bigint) => PublicAmount | undefined,
): PublicAmount | undefined {
  const shown = show(sums.reduce((all, { minor }) => all + minor, 0n));
  return shown?.grain === 'exact' || shown?.grain === 'range' ? shown : undefined;
}

function byYear(
  sums: readonly Sum[],
  show: (minor: bigint) => PublicAmount | undefined,
): PublicIncome['byYear'] {
  const years = [...new Set(sums.map(({ month }) => Number(month.slice(0, 4))))].sort(
    (a, b) => b - a,
  );
  return years.flatMap((year) => {
    const total = wholeSum(
      sums.filter(({ month }) => Number(month.slice(0, 4)) === year),
      show,
    );
    return total ? [{ year, total }] : [];
  });
}

function assembleClimb(
  currency: Currency,
  certain: readonly { month: Month; total: bigint }[],
  ladder: readonly bigint[],
  thisMonth: Month,
): Pick<PublicIncome, 'rungs' | 'next'> {
  const { rungs, next } = climb(certain, ladder, thisMonth);
  return {
    rungs: rungs.flatMap(({ rung, reachedOn, hold }): PublicRung[] => {
      if (reachedOn === null) return [];
      const held = hold ? { since: hold.since, until: hold.until ?? undefined } : undefined;
      return [{ amount: publicMoney({ minor: rung, currency }), reachedOn, held }];
    }),
    next: next ? publicMoney({ minor: next.rung, currency }) : undefined,
  };
}
