import type { LadderRung } from '@/app/_charts/ladder-view';
import type { Texts } from '@/app/_text/texts';
import { addMonths, formatMonth, type Month } from '@/lib/calendar';
import {
  type Climb,
  isFirstEarned,
  missingTo,
  monthsToHold,
  type RungClimb,
} from '@/lib/ladder/rules';
import type { Locale } from '@/lib/locale';
import { type Currency, formatAmount, formatAmountBrief } from '@/lib/money';
import { paths, withQuery } from '@/lib/paths';

/** A rung by its amount: `¥100K a month`; the lowest usual one by what it means, `First ¥1`. */
export function rungLabel(rung: bigint, currency: Currency, locale: Locale, t: Texts): string {
  const amount = formatAmountBrief({ minor: rung, currency }, locale);
  return t(isFirstEarned(rung, currency) ? 'ladder.firstRung' : 'ladder.perMonth', { amount });
}

/** What is said of a crossing, in a sentence. */
export function crossedLine(
  { rung, reachedOn }: { rung: bigint; reachedOn: Month },
  currency: Currency,
  locale: Locale,
  t: Texts,
): string {
  return t(isFirstEarned(rung, currency) ? 'ladder.crossedFirst' : 'ladder.crossed', {
    amount: formatAmountBrief({ minor: rung, currency }, locale),
    month: formatMonth(reachedOn, locale),
  });
}

/** The title of the milestone that a crossing may become. */
export function milestoneTitle(rung: bigint, currency: Currency, locale: Locale, t: Texts): string {
  const amount = formatAmountBrief({ minor: rung, currency }, locale);
  const isFirst = isFirstEarned(rung, currency);
  return t(isFirst ? 'ladder.milestoneTitleFirst' : 'ladder.milestoneTitle', { amount });
}

type Shown = { climb: Climb; currency: Currency; soFar: bigint; locale: Locale; t: Texts };

/** Every rung, lowest first, in words. `soFar`: minor units of the running month. */
export function rungsInWords(shown: Shown): LadderRung[] {
  return shown.climb.rungs.map((rung) => rungInWords(rung, shown));
}

function rungInWords(climbed: RungClimb, { climb, currency, soFar, locale, t }: Shown): LadderRung {
  const { rung, reachedOn, hold } = climbed;
  const label = rungLabel(rung, currency, locale, t);
  if (reachedOn !== null) {
    return {
      label,
      state: hold?.until === null ? 'held' : 'reached',
      reached: t('ladder.reached', { month: formatMonth(reachedOn, locale) }),
      heldFirst: heldFirst(climbed, locale, t),
      held: held(climbed, locale, t),
      href: withQuery(paths.milestones, { kind: 'income', currency, month: reachedOn }),
    };
  }
  if (rung !== climb.next?.rung) return { label, state: 'ahead' };
  const missing = missingTo(rung, soFar);
  return {
    label,
    state: 'next',
    missing: t('ladder.missing', { amount: formatAmount({ minor: missing, currency }, locale) }),
    progress: Number(((rung - missing) * 1_000n) / rung) / 1_000,
    progressLabel: t('ladder.towards', {
      rung: label,
      amount: formatAmount({ minor: soFar, currency }, locale),
    }),
  };
}

/** Only where it was lost and held again since: else the stretch shown tells it. */
function heldFirst({ heldOn, hold }: RungClimb, locale: Locale, t: Texts): string | undefined {
  if (heldOn === null || hold === null) return undefined;
  if (heldOn === addMonths(hold.since, monthsToHold - 1)) return undefined;
  return t('ladder.heldFirst', { month: formatMonth(heldOn, locale) });
}

function held({ hold }: RungClimb, locale: Locale, t: Texts): string | undefined {
  if (hold === null) return undefined;
  const since = formatMonth(hold.since, locale);
  return hold.until === null
    ? t('ladder.heldSince', { month: since })
    : t('ladder.heldUntil', { since, until: formatMonth(hold.until, locale) });
}
