import type { Texts } from '@/app/_text/texts';
import { type Inquiry, outcomes, type Through } from '@/lib/inquiry/state.rules';
import type { Locale } from '@/lib/locale';
import { hoursShown, titleOf } from '@/lib/milestone/rules';

/** The milestone somebody came through, by the name its owner knows it by. */
export function throughTitle(milestone: Through, locale: Locale, t: Texts): string {
  const title =
    titleOf(
      { title: milestone.title, stream: milestone.stream && { id: '', ...milestone.stream } },
      locale,
    ) || t(`kinds.${milestone.kind}`);
  return t(milestone.isGone ? 'inbox.through.gone' : 'inbox.through.milestone', { title });
}

/** How somebody came, in one line: what they read, by which share, from which site. */
export function cameBy(inquiry: Inquiry, locale: Locale, t: Texts): string {
  const { arrival, origin, milestone, share, source } = inquiry;
  if (arrival === 'hand') return `${t('inbox.through.hand')} · ${t(`streams.origins.${origin}`)}`;
  const parts = [
    milestone ? throughTitle(milestone, locale, t) : t('inbox.through.record'),
    share && t('inbox.through.share', { network: t(`shares.networks.${share.network}`) }),
    source && t('inbox.through.source', { source }),
  ];
  return parts.filter(Boolean).join(' · ');
}

/** A span of minutes as one says it: `35 minutes`, `3.5 hours`, from two days on `4 days`. */
export function spanOf(minutes: number, t: Texts): string {
  if (minutes < 60) return t('desk.minutes', { minutes });
  if (minutes < 48 * 60) return t('desk.hours', { hours: hoursShown(minutes) });
  return t('inbox.days', { days: Math.round(minutes / (24 * 60)) });
}

/** The outcomes to choose from, first of all that there is none yet. */
export function outcomeOptions(t: Texts): { value: string; label: string }[] {
  return [
    { value: '', label: t('inbox.unknownYet') },
    ...outcomes.map((value) => ({ value, label: t(`inbox.outcomes.${value}`) })),
  ];
}
