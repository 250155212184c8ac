import type { Day, Month, Precision } from '../../calendar';
import type { Locale } from '../../locale';
import type { Kind } from '../../milestone/rules';
import type { Currency } from '../../money';
import type { Grain, PublicAmount, PublicMoney } from '../disclosure.rules';
import type { Section } from '../sections.rules';

/**
 * What a stranger may know. Every public document is made from these values and nothing else, and
 * `record.json` is this very shape. A field that was not filled in is left out; lists are always
 * there, empty or not.
 */
export type PublicRecord = {
  /** Changes with whatever is published, shown or not, and with nothing else. Opaque. */
  readonly revision: string;
  readonly handle: string;
  readonly displayName: string;
  /** The language headline and about were first written in. */
  readonly language: Locale;
  readonly headline?: PublicText;
  readonly about?: PublicText;
  readonly isExample: boolean;
  /** False: search engines shall not list it. */
  readonly isIndexed: boolean;
  readonly hasFeeds: boolean;
  readonly publishedMonth: Month;
  /** How amounts are shown that say nothing of their own. */
  readonly disclosure: Grain;
  /** The parts of the page that show, in their order. */
  readonly sections: readonly Section[];
  /** Addresses under which the person can be reached, http or https. */
  readonly contact: readonly string[];
  /** Whether strangers may write through the contact form. */
  readonly takesInquiries: boolean;
  /** Who came because of the record; left out unless its owner shows it. */
  readonly response?: PublicResponse;
  /** What stands at its head, last pinned first. */
  readonly pinned: readonly PublicMilestone[];
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

export type PublicResponse = {
  /** As many as wrote, or said in person, that they came because of the record. */
  readonly people: number;
  /**
   * To the first reply, in the middle of all: whole hours up to a day, whole days of 24 beyond. Left out
   * before the first reply.
   */
  readonly replyHours?: number;
};

export type PublicTotals = {
  readonly milestones: number;
  /** Of work, over the milestones that tell them; left out where hours are not shown. */
  readonly minutes?: number;
  readonly byKind: readonly { readonly kind: Kind; readonly milestones: number }[];
  /** Newest first. */
  readonly byYear: readonly { readonly year: number; readonly milestones: number }[];
};

/**
 * Sums of one currency, over the milestones that are shown as the record says: one with a grain of its
 * own stands for itself alone, so that no difference of two sums tells it.
 */
export type PublicIncome = {
  readonly currency: Currency;
  /** Over all months; shown exactly or as a range, or not at all. */
  readonly total?: PublicAmount;
  /** As `total`, newest first. */
  readonly byYear: readonly { readonly year: number; readonly total: PublicAmount }[];
  /** The months with income that shows, oldest first. */
  readonly months: readonly { readonly month: Month; readonly total: PublicAmount }[];
  /** The rungs reached of the owner's ladder, their own or the usual one; lowest first. */
  readonly rungs: readonly PublicRung[];
  /** The lowest rung not reached yet. */
  readonly next?: PublicMoney;
};

export type PublicRung = {
  readonly amount: PublicMoney;
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
  /** Of its address; tells nothing of when it was made. */
  readonly id: string;
  readonly kind: Kind;
  /** The language it was first written in. */
  readonly language: Locale;
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
  /** When it was written down, in Japan; later than it happened where it was back-dated. Left out where days are not shown. */
  readonly recordedOn?: Day;
  /** Since when strangers see it, in Japan: a day, or a month where days are not shown. */
  readonly publishedOn: string;
};

/** One milestone at its own address, with who it belongs to. */
export type PublicMilestonePage = {
  readonly revision: string;
  readonly handle: string;
  readonly displayName: string;
  readonly language: Locale;
  readonly headline?: PublicText;
  readonly isExample: boolean;
  readonly isIndexed: boolean;
  readonly hasFeeds: boolean;
  /** Whether strangers may write through the contact form. */
  readonly takesInquiries: boolean;
  /** False: it is in no list and must not be indexed. */
  readonly listed: boolean;
  readonly milestone: PublicMilestone;
};
