import { addMonths, firstOf, type Month } from '../calendar';
import { limits } from '../limits';
import type { Bilingual } from '../locale';
import type { Income, MilestoneDraft } from '../milestone/rules';
import type { Currency } from '../money';
import type { MilestoneSum } from '../progress/rules';
import type { Stream } from './rules';

/** Complete months in a row with income that let one expect the next. */
export const monthsToRecur = 3;

/** This month's entry of a stream that brings income every month, to be confirmed by its owner. */
export type Proposal = {
  readonly streamId: string;
  readonly month: Month;
  /** As last month: what its single entry said, or its entries together. */
  readonly income: Income;
};

/**
 * What is probably still to be logged for `thisMonth`: for every open stream and currency with
 * income in each of the last three complete months and none yet in this one, the same as last
 * month. In the order of `streams`.
 */
export function proposals(
  sums: readonly MilestoneSum[],
  streams: readonly Pick<Stream, 'id' | 'closedAt'>[],
  thisMonth: Month,
): Proposal[] {
  const byMonth = new Map<string, MilestoneSum>();
  const currencies = new Map<string, Set<Currency>>();
  for (const sum of sums) {
    const { kind, streamId, currency, month } = sum;
    if (kind !== 'income' || streamId === null || currency === null) continue;
    currencies.set(streamId, (currencies.get(streamId) ?? new Set()).add(currency));
    byMonth.set(`${streamId} ${currency} ${month}`, sum);
  }
  return streams
    .filter(({ closedAt }) => closedAt === null)
    .flatMap(({ id }) =>
      [...(currencies.get(id) ?? [])].flatMap((currency) => {
        const ago = (months: number) =>
          byMonth.get(`${id} ${currency} ${addMonths(thisMonth, -months)}`);
        const last = isDue(ago) ? ago(1) : undefined;
        return last && isLoggable(last)
          ? [{ streamId: id, month: thisMonth, income: incomeOf(last, currency) }]
          : [];
      }),
    );
}

function isDue(ago: (months: number) => MilestoneSum | undefined): boolean {
  const recent = Array.from({ length: monthsToRecur }, (_, i) => ago(i + 1));
  return ago(0) === undefined && recent.every((sum) => sum !== undefined);
}

/** Several entries may come to more than one can hold. */
function isLoggable({ gross, costs }: MilestoneSum): boolean {
  return gross <= limits.amountMinor && costs <= limits.amountMinor;
}

function incomeOf({ gross, fees, costs }: MilestoneSum, currency: Currency): Income {
  return { minor: gross, currency, fees: fees || null, costs: costs || null };
}

/** Whether two proposals would log the same. */
export function isSameProposal(a: Proposal, b: Proposal): boolean {
  return (
    a.streamId === b.streamId &&
    a.month === b.month &&
    a.income.currency === b.income.currency &&
    a.income.minor === b.income.minor &&
    a.income.fees === b.income.fees &&
    a.income.costs === b.income.costs
  );
}

/** The milestone a confirmed proposal becomes: known to the month, and private until its owner says. */
export function draftOf({ month, income }: Proposal, name: Bilingual): MilestoneDraft {
  return {
    kind: 'income',
    title: { ja: null, en: null },
    story: { ja: null, en: null },
    happened: { day: firstOf(month), precision: 'month' },
    income,
    streamName: name.ja ?? name.en,
    minutes: null,
    measure: null,
    issuer: null,
    tags: [],
    visibility: 'private',
    language: name.ja ? 'ja' : 'en',
    disclosure: null,
    visibleFrom: null,
    evidence: [],
  };
}
