import type { Visibility } from '../milestone/rules';
import { type Grain, isFiner } from './disclosure.rules';
import type { Section } from './sections.rules';

/** What its owner decides of how a record is shown. */
export type Showing = {
  readonly disclosure: Grain;
  /** Of a new milestone. */
  readonly defaultVisibility: Visibility;
  /** Strangers read months, never days. */
  readonly monthsOnly: boolean;
  /** Days between making a milestone public and its being seen. */
  readonly delayDays: number;
  readonly isIndexed: boolean;
  readonly hasFeeds: boolean;
  readonly showsHours: boolean;
  /** Links show once their owner has looked at where they lead. */
  readonly checksLinks: boolean;
  readonly penName: string | null;
  readonly isEmployerSafe: boolean;
  /** The parts of the page that show, in their order. */
  readonly sections: readonly Section[];
};

/** The least delay of the employer-safe mode, days. */
export const safeDelayDays = 14;

/**
 * What the employer-safe mode makes of the other choices: whatever could be recognised is held back at
 * least as far as it promises; who chose to hold back more keeps that. The store has the same as a CHECK.
 */
export function madeSafe(showing: Showing): Showing {
  if (!showing.isEmployerSafe) return showing;
  return {
    ...showing,
    disclosure: showing.disclosure === 'exact' ? 'range' : showing.disclosure,
    monthsOnly: true,
    delayDays: Math.max(safeDelayDays, showing.delayDays),
    isIndexed: false,
    hasFeeds: false,
    checksLinks: true,
  };
}

/**
 * Of the grains that a milestone may have of its own (null: none), those whose amounts `after` shows
 * finer than `before` did. The others stay as they say themselves, whatever the record does.
 */
export function madeFiner(before: Grained, after: Grained): ('exact' | null)[] {
  return ([null, 'exact'] as const).filter((own) =>
    isFiner(grainOf(own, after), grainOf(own, before)),
  );
}

type Grained = Pick<Showing, 'disclosure' | 'isEmployerSafe'>;

/** What lib/record/public/seen.ts decides too: in the employer-safe mode nothing shows exactly. */
function grainOf(own: 'exact' | null, { disclosure, isEmployerSafe }: Grained): Grain {
  return own === null || isEmployerSafe ? disclosure : own;
}
