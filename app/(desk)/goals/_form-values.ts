import type { Texts } from '@/app/_text/texts';
import { type Goal, measures, unitOf } from '@/lib/goal/rules';
import { type Bilingual, inLocale, type Locale } from '@/lib/locale';
import { kinds, writeHours } from '@/lib/milestone/rules';
import { type Currency, currencies, writeAmount } from '@/lib/money';
import { paths } from '@/lib/paths';
import type { FieldName, GoalChoices, GoalFormTexts, GoalValues } from './_fields';

/** A form that nothing has been typed into. */
export function valuesOfNew(
  id: string,
  start: Partial<Record<FieldName, string>> & { currency: Currency },
): GoalValues {
  return {
    id,
    version: '',
    measure: measures[0],
    stream: '',
    skill: '',
    audience: '',
    kind: kinds[0],
    target: '',
    every: '',
    by: '',
    since: '',
    ...start,
  };
}

/** A stored goal as the form shows it. */
export function valuesOf(goal: Goal): GoalValues {
  return {
    id: goal.id,
    version: String(goal.version),
    measure: goal.measure,
    stream: goal.streamId ?? '',
    skill: goal.skillId ?? '',
    audience: goal.audienceId ?? '',
    kind: goal.kind ?? kinds[0],
    target: writeTarget(goal),
    currency: goal.currency ?? '',
    every: goal.every ?? '',
    by: goal.dueOn ?? '',
    since: goal.since ?? '',
  };
}

function writeTarget({ measure, target, currency }: Goal): string {
  if (currency) return writeAmount({ minor: target, currency });
  return unitOf(measure) === 'minutes' ? writeHours(Number(target)) : target.toString();
}

type Named = { readonly id: string; readonly name: Bilingual };

/** What the form offers to choose from. A stream that is closed brings nothing any more. */
export function goalChoices(
  lists: {
    readonly streams: readonly (Named & { readonly closedAt: Date | null })[];
    readonly skills: readonly Named[];
    readonly audiences: readonly { readonly id: string; readonly name: string }[];
  },
  t: Texts,
  locale: Locale,
): GoalChoices {
  const named = ({ id, name }: Named) => ({ value: id, label: inLocale(name, locale) ?? '' });
  const first = (label: string) => ({ value: '', label });
  const open = lists.streams.filter(({ closedAt }) => closedAt === null);
  return {
    measures: measures.map((value) => ({ value, label: t(`goals.measures.${value}`) })),
    streams: [first(t('goals.allIncome')), ...open.map(named)],
    skills: [first(t('goals.choose')), ...lists.skills.map(named)],
    audiences: [
      first(t('goals.choose')),
      ...lists.audiences.map(({ id, name }) => ({ value: id, label: name })),
    ],
    kinds: kinds.map((value) => ({ value, label: t(`kinds.${value}`) })),
    currencies: currencies.map((value) => ({ value, label: value })),
    rhythms: [
      first(t('goals.once')),
      { value: 'month', label: t('goals.everyMonth') },
      { value: 'year', label: t('goals.everyYear') },
    ],
    noSkills: { text: t('goals.noSkills'), way: t('goals.nameSkill'), href: paths.skills },
    noAudiences: {
      text: t('goals.noAudiences'),
      way: t('goals.nameAudience'),
      href: paths.audience,
    },
  };
}

/** The form's words, picked out here so that the browser gets no others. */
export function goalFormTexts(t: Texts): GoalFormTexts {
  return {
    labels: {
      measure: t('goals.measure'),
      stream: t('goals.stream'),
      skill: t('goals.skill'),
      audience: t('goals.audience'),
      kind: t('goals.kind'),
      target: t('goals.target'),
      currency: t('goals.currency'),
      every: t('goals.every'),
      by: t('goals.by'),
      since: t('goals.since'),
    },
    hints: {
      every: t('goals.everyHint'),
      by: t('goals.byHint'),
      since: t('goals.sinceHint'),
    },
    targetHints: {
      income: t('goals.targetHints.income'),
      rate: t('goals.targetHints.rate'),
      minutes: t('goals.targetHints.minutes'),
      count: t('goals.targetHints.count'),
    },
    times: t('goals.times'),
    save: t('desk.save'),
    saving: t('desk.saving'),
    cancel: t('desk.cancel'),
    theirs: t('milestones.theirs'),
    theirsHint: t('milestones.theirsHint'),
  };
}
