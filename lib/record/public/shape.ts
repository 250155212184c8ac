import type { Day, Month, Precision } from '../../calendar';
import type { Kind } from '../../milestone/rules';
import type { Currency } from '../../money';
import type { PublicAmount } from '../disclosure';

/**
 * What a stranger may know. Every public document is made from these values and nothing else, and
 * `record.json` is this very shape. A field that was not filled in is left out; lists are always
 * there, empty or not.
 */
export type PublicRecord = {
  /** Changes with whatever is published, and with nothing else. Opaque. */
  readonly revision: string;
  readonly handle: string;
  readonly displayName: string;
  readonly headline?: PublicText;
  readonly about?: PublicText;
  readonly isExample: boolean;
  readonly publishedMonth: Month;
  /** Over everything that is public, not only the milestones of this page. */
  readonly totals: PublicTotals;
  /** A currency each, the one with most months of income first. */
  readonly income: readonly PublicIncome[];
  /** Which part of the public milestones `milestones` is, newest first. */
  readonly page: PublicPage;
  readonly milestones: readonly PublicMilestone[];
};

/** A text in the languages it exists in, one at least. */
export type PublicText = { readonly ja?: string; readonly en?: string };

export type PublicTotals = {
  readonly milestones: number;
  /** Of work, over the milestones that tell them. */
  readonly minutes: number;
  readonly byKind: readonly { readonly kind: Kind; readonly milestones: number }[];
  /** Newest first. */
  readonly byYear: readonly { readonly year: number; readonly milestones: number }[];
};

export type PublicIncome = {
  readonly currency: Currency;
  readonly total?: PublicAmount;
  /** The months with income, oldest first. */
  readonly months: readonly { readonly month: Month; readonly total: PublicAmount }[];
  /** The rungs reached of the owner's ladder, their own or the usual one; lowest first. */
  readonly rungs: readonly PublicRung[];
  /** The lowest rung not reached yet. */
  readonly next?: PublicAmount;
};

export type PublicRung = {
  readonly amount: PublicAmount;
  /** The first month at or above. */
  readonly reachedOn: Month;
  /** The latest three months or more in a row at or above. */
  readonly held?: { readonly since: Month; readonly until?: Month };
};

export type PublicPage = {
  /** The year asked for, when one was. */
  readonly year?: number;
  readonly number: number;
  readonly of: number;
  readonly size: number;
};

export type PublicMilestone = {
  readonly id: string;
  readonly kind: Kind;
  /** An income may go by its stream instead. */
  readonly title?: PublicText;
  readonly story?: PublicText;
  /** As exactly as it is known: `2026-08-12`, `2026-08` or `2026`. */
  readonly happenedOn: string;
  readonly precision: Precision;
  readonly stream?: PublicText;
  readonly amount?: PublicAmount;
  readonly minutes?: number;
  readonly measure?: { readonly name?: string; readonly value: number };
  readonly issuer?: string;
  readonly tags: readonly string[];
  /** Addresses, http or https. */
  readonly evidence: readonly string[];
  /** When it was written down, in Japan; later than it happened where it was back-dated. */
  readonly recordedOn: Day;
};

/** One milestone at its own address, with who it belongs to. */
export type PublicMilestonePage = {
  readonly revision: string;
  readonly handle: string;
  readonly displayName: string;
  readonly headline?: PublicText;
  readonly isExample: boolean;
  /** False: it is in no list and must not be indexed. */
  readonly listed: boolean;
  readonly milestone: PublicMilestone;
};
