import type { Day, Month, Precision } from '../../calendar';
import type { Locale } from '../../locale';
import type { Kind } from '../../milestone/rules';
import type { Grain } from '../disclosure.rules';
import type { PublicResponse, PublicText } from './shape';

/** What lib/record/public/query.ts builds, nulls stripped. */
export type StoredDocument = {
  handle: string;
  displayName: string;
  isExample: boolean;
  language: Locale;
  headline: PublicText;
  about: PublicText;
  isIndexed: boolean;
  hasFeeds: boolean;
  monthsOnly: boolean;
  checksLinks: boolean;
  showsHours: boolean;
  disclosure: Grain;
  sections: string[];
  contact: string[];
  takesInquiries: boolean;
  /** Where its owner shows it. */
  response?: PublicResponse;
  publishedMonth: Month;
  /** The owner's own, rungs in minor units and ascending. */
  ladders?: { currency: string; rungs: string[] }[];
  sums?: StoredSum[];
  /** By currency, in minor units: the first month of the income that is shown as an index. */
  bases?: Record<string, string>;
  pinned?: StoredMilestone[];
  milestones?: StoredMilestone[];
};

export type StoredSum = {
  kind: Kind;
  currency?: string;
  month: Month;
  milestones: number;
  minutes?: number;
  /** Of the milestones that are shown as the record says. */
  minor?: string;
};

export type StoredMilestone = {
  id: string;
  kind: Kind;
  listed: boolean;
  language: Locale;
  isAnonymous?: boolean;
  isPinned: boolean;
  title: PublicText;
  story: PublicText;
  anonymousTitle: PublicText;
  anonymousStory: PublicText;
  day: Day;
  precision: Precision;
  grain: Grain;
  stream: PublicText;
  minor?: string;
  currency?: string;
  minutes?: number;
  measureName?: string;
  measureValue?: number;
  issuer?: string;
  tags: string[];
  evidence?: { url: string; isChecked: boolean }[];
  recordedOn: Day;
  publishedOn: Day;
};
