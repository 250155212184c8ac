import { textsIn } from '@/app/_text/texts';
import type { SpecimenCopy } from '@/app/_ui/landing/specimen';
import type { Locale } from '@/lib/locale';
import type { PublicMilestone, PublicRecord } from '@/lib/record/public/shape';
import { rungsShown } from './income';
import { figureOf } from './milestone-parts';
import { happenedOn, say, timeSpent, titleOf } from './words';

/** The example record in miniature, so that the landing page never says other than it. */
export function specimenOf(
  record: PublicRecord,
  locale: Locale,
  words: Pick<SpecimenCopy, 'badge' | 'label'>,
): SpecimenCopy {
  const income = record.income[0];
  return {
    badge: words.badge,
    label: words.label,
    name: record.displayName,
    headline: say(record.headline, locale)?.text ?? '',
    rungs: income ? rungsShown(income, locale).slice(-3) : [],
    lines: chosen(record.milestones).map((milestone) => ({
      date: happenedOn(milestone, locale),
      dateTime: milestone.happenedOn,
      kind: milestone.kind,
      kindLabel: textsIn(locale)(`kinds.${milestone.kind}`),
      title: titleOf(milestone, locale).text,
      amount: figureOf(milestone, locale),
      amountNote:
        milestone.kind === 'income' && milestone.minutes !== undefined
          ? timeSpent(milestone.minutes, textsIn(locale))
          : undefined,
    })),
  };
}

/** The latest of the best known kinds, and how it began. */
function chosen(milestones: readonly PublicMilestone[]): PublicMilestone[] {
  const latest = (['income', 'work', 'audience'] as const).map((kind) =>
    milestones.find((milestone) => milestone.kind === kind),
  );
  const all = [...latest, milestones.at(-1)].filter((milestone) => milestone !== undefined);
  return [...new Set(all)].sort((a, b) => (a.happenedOn < b.happenedOn ? 1 : -1));
}
