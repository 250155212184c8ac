import type { Day } from '../calendar';
import type { Locale } from '../locale';
import { type MilestoneDraft, undoMilliseconds } from '../milestone/rules';
import type { Money } from '../money';

/** What work agreed becomes on the day its income is logged. */
export type Agreed = {
  readonly amount: Money;
  readonly streamName: string;
  readonly day: Day;
  readonly language: Locale;
};

/** Whether an income was deleted and can be taken back: until then no second one is made. */
export function canRestore({ deletedAt }: { readonly deletedAt: Date | null }, now: Date): boolean {
  return deletedAt !== null && now.getTime() - deletedAt.getTime() <= undoMilliseconds;
}

/**
 * The income that work agreed is logged as: private, and without a title, so that it goes by its
 * stream. Who agreed to it stands in the inquiry alone, never in what may be made public one day.
 */
export function incomeDraft({ amount, streamName, day, language }: Agreed): MilestoneDraft {
  return {
    kind: 'income',
    title: { ja: null, en: null },
    story: { ja: null, en: null },
    happened: { day, precision: 'day' },
    income: { minor: amount.minor, currency: amount.currency, fees: null, costs: null },
    streamName,
    minutes: null,
    measure: null,
    issuer: null,
    tags: [],
    visibility: 'private',
    language,
    disclosure: null,
    visibleFrom: null,
    evidence: [],
  };
}
