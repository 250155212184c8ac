import type { Currency, Money } from '../money';

/** What stands between sharing and income, counted. */
export type Counts = {
  /** Published ones. */
  readonly shares: number;
  /** People, each once a day, document and share. */
  readonly visits: number;
  /** Link previews that networks fetched; in none of the visits. */
  readonly previews: number;
  /** Messages, and those entered by hand, because of the record. */
  readonly inquiries: number;
  /**
   * Who came by these: each once, with the first inquiry of the time that is looked at, so that parts
   * add up to the whole. Nobody who was blocked or reported.
   */
  readonly people: number;
  /** What became of them; the rest of `inquiries` is not known yet. */
  readonly nothing: number;
  readonly conversation: number;
  readonly collaboration: number;
  readonly agreed: number;
  /** From work agreed, a currency each, in the order of their codes. */
  readonly income: readonly Money[];
  /** The part of `income` that was agreed and is not logged as income yet. */
  readonly promised: readonly Money[];
};

/** The counts of one month, network, document or site; key null: by none of them. */
export type Line = Counts & { readonly key: string | null };

/** Some of the counts of a key, as one table of the store knows them. */
export type Part = { readonly key: string | null } & Partial<Counts>;

const numbers = [
  'shares',
  'visits',
  'previews',
  'inquiries',
  'people',
  'nothing',
  'conversation',
  'collaboration',
  'agreed',
] as const;

export const none: Counts = {
  shares: 0,
  visits: 0,
  previews: 0,
  inquiries: 0,
  people: 0,
  nothing: 0,
  conversation: 0,
  collaboration: 0,
  agreed: 0,
  income: [],
  promised: [],
};

function addMoney(a: readonly Money[], b: readonly Money[], sign: 1n | -1n = 1n): Money[] {
  const sums = new Map<Currency, bigint>(a.map(({ currency, minor }) => [currency, minor]));
  for (const { currency, minor } of b) {
    sums.set(currency, (sums.get(currency) ?? 0n) + sign * minor);
  }
  return [...sums]
    .map(([currency, minor]) => ({ currency, minor }))
    .filter(({ minor }) => minor !== 0n)
    .sort((one, other) => (one.currency < other.currency ? -1 : 1));
}

function combine(a: Counts, b: Partial<Counts>, sign: 1 | -1): Counts {
  const sums = { ...none };
  for (const name of numbers) sums[name] = a[name] + sign * (b[name] ?? 0);
  const of = BigInt(sign) as 1n | -1n;
  return {
    ...sums,
    income: addMoney(a.income, b.income ?? [], of),
    promised: addMoney(a.promised, b.promised ?? [], of),
  };
}

/** Everything of `lines` together; currencies stay apart. */
export function totalOf(lines: readonly Partial<Counts>[]): Counts {
  return lines.reduce<Counts>((sum, line) => combine(sum, line, 1), none);
}

/** What several tables say of each key, in one line a key, ranked. */
export function linesOf(parts: readonly Part[]): Line[] {
  const lines = new Map<string | null, Counts>();
  for (const part of parts) {
    lines.set(part.key, combine(lines.get(part.key) ?? none, part, 1));
  }
  return [...lines].map(([key, counts]) => ({ ...counts, key })).sort(byDraw);
}

/** Who drew the most people stands first, then the most visits, then the most shares. */
function byDraw(a: Line, b: Line): number {
  return (
    b.people - a.people ||
    b.visits - a.visits ||
    b.shares - a.shares ||
    b.previews - a.previews ||
    ((a.key ?? '') < (b.key ?? '') ? -1 : 1)
  );
}

/** Whether there is anything to say. */
export function isNothing(counts: Counts): boolean {
  return numbers.every((name) => counts[name] === 0) && counts.income.length === 0;
}

/**
 * The first `most` lines, and the remainder of `total` in one; null where nothing remains. So what is
 * shown always adds up to the whole, even where the store named only the greatest.
 */
export function shownOf(
  lines: readonly Line[],
  total: Counts,
  most: number,
): { shown: readonly Line[]; rest: Counts | null } {
  const shown = lines.slice(0, most);
  const rest = combine(total, totalOf(shown), -1);
  return { shown, rest: isNothing(rest) ? null : rest };
}

/** Inquiries of which something came: all but nothing, and but those of which it is not known yet. */
export function cameTo({ conversation, collaboration, agreed }: Counts): number {
  return conversation + collaboration + agreed;
}
