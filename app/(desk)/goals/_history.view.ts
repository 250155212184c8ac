import type { Texts } from '@/app/_text/texts';
import type { Day } from '@/lib/calendar';
import type { GoalChange } from '@/lib/goal/data';
import type { Goal } from '@/lib/goal/rules';
import type { Locale } from '@/lib/locale';
import { formatDay, formatValue } from './_goal.view';

export type HistoryFact = {
  readonly key: string;
  readonly day: Day;
  readonly date: string;
  readonly what: string;
  /** "target 50 → 60 · date Dec 31, 2026 → Mar 31, 2027". */
  readonly detail: string | null;
};

/**
 * What became of a goal, oldest first, from the day it was set. A change keeps what was before it;
 * what came after stands in the next change, or else in the goal. `dayOf`: the person's day of an
 * instant.
 */
export function historyOf(
  goal: Goal,
  changes: readonly GoalChange[],
  dayOf: (at: Date) => Day,
  words: { locale: Locale; t: Texts },
): HistoryFact[] {
  const { locale, t } = words;
  const fact = (key: string, at: Date, what: string, detail: string | null): HistoryFact => {
    const day = dayOf(at);
    return { key, day, date: formatDay(day, locale), what, detail };
  };
  const shown = (aim: Aim) => ({
    target: formatValue(goal, aim.target, words),
    due: aim.dueOn ? formatDay(aim.dueOn, locale) : t('goals.facts.noDate'),
  });
  return [
    fact('set', goal.createdAt, t('goals.facts.set'), null),
    ...changes.map((change, i) => {
      const before = aimBefore(change);
      if (!before) return fact(change.id, change.at, t(`goals.facts.${change.what}`), null);
      const after =
        changes
          .slice(i + 1)
          .map(aimBefore)
          .find(Boolean) ?? goal;
      const [old, now] = [shown(before), shown(after)];
      const details = (['target', 'due'] as const)
        .filter((part) => old[part] !== now[part])
        .map((part) => t(`goals.facts.${part}`, { before: old[part], after: now[part] }));
      return fact(change.id, change.at, t('goals.facts.extended'), details.join(' · '));
    }),
  ];
}

type Aim = Pick<Goal, 'target' | 'dueOn'>;

function aimBefore({ targetBefore, dueBefore }: GoalChange): Aim | null {
  return targetBefore === null ? null : { target: targetBefore, dueOn: dueBefore };
}
