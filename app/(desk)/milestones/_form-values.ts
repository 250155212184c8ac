import type { Texts } from '@/app/_text/texts';
import { type Day, monthOf, today, writeDatedOn } from '@/lib/calendar';
import type { Locale } from '@/lib/locale';
import type { Prefill } from '@/lib/milestone/prefill.schema';
import { type Milestone, type Visibility, writeHours } from '@/lib/milestone/rules';
import { type Currency, writeAmount } from '@/lib/money';
import {
  type FieldName,
  fieldNames,
  type MilestoneFormTexts,
  type MilestoneValues,
} from './_fields';

/** A form that nothing has been typed into; what the address gave is in its place. */
export function valuesOfNew(
  start: {
    id: string;
    language: Locale;
    today: Day;
    currency: Currency;
    stream: string;
    visibility: Visibility;
  },
  given: Omit<Prefill, 'stream'>,
): MilestoneValues {
  const empty = Object.fromEntries(fieldNames.map((name) => [name, '']));
  const filled = Object.fromEntries(Object.entries(given).filter(([, text]) => text));
  return {
    ...(empty as Record<FieldName, string>),
    id: start.id,
    version: '',
    language: start.language,
    kind: 'income',
    month: monthOf(start.today),
    date: start.today,
    currency: start.currency,
    stream: start.stream,
    visibility: start.visibility,
    leakAccepted: '',
    ...filled,
  };
}

/** A stored milestone as the form shows it, its original text in `language`. */
export function valuesOf(
  milestone: Milestone,
  language: Locale,
  start: { today: Day; zone: string; currency: Currency },
): MilestoneValues {
  const other = language === 'ja' ? 'en' : 'ja';
  const { income, happened, stream } = milestone;
  const money = (minor: bigint | null) =>
    income && minor !== null ? writeAmount({ minor, currency: income.currency }) : '';
  const when = writeDatedOn(happened);
  return {
    id: milestone.id,
    version: String(milestone.version),
    language,
    kind: milestone.kind,
    title: milestone.title[language] ?? '',
    titleTranslated: milestone.title[other] ?? '',
    story: milestone.story[language] ?? '',
    storyTranslated: milestone.story[other] ?? '',
    month: income ? monthOf(happened.day) : monthOf(start.today),
    date: when,
    amount: money(income?.minor ?? null),
    currency: income?.currency ?? start.currency,
    fees: money(income?.fees ?? null),
    costs: money(income?.costs ?? null),
    stream: stream?.name[language] ?? stream?.name[other] ?? '',
    hours: milestone.minutes === null ? '' : writeHours(milestone.minutes),
    measureName: milestone.measure?.name ?? '',
    measureValue: milestone.measure?.value.toString() ?? '',
    issuer: milestone.issuer ?? '',
    tags: milestone.tags.join(language === 'ja' ? '、' : ', '),
    visibility: milestone.visibility,
    disclosure: milestone.disclosure ?? '',
    visibleFrom: milestone.visibleFrom ? today(start.zone, milestone.visibleFrom) : '',
    leakAccepted: '',
    evidence: milestone.evidence.join('\n'),
  };
}

/** The form's words, picked out here so that the browser gets no others. `language`: of the original. */
export function milestoneFormTexts(t: Texts, language: Locale): MilestoneFormTexts {
  const other = language === 'ja' ? 'en' : 'ja';
  return {
    labels: {
      kind: t('milestones.kind'),
      month: t('milestones.month'),
      amount: t('milestones.amount'),
      currency: t('milestones.currency'),
      stream: t('milestones.stream'),
      title: t('milestones.name'),
      date: t('milestones.date'),
      measureName: t('milestones.measureName'),
      measureValue: t('milestones.measureValue'),
      issuer: t('milestones.issuerCredential'),
      visibility: t('milestones.visibility'),
      disclosure: t('milestones.disclosure'),
      visibleFrom: t('milestones.visibleFrom'),
      hours: t('milestones.hours'),
      fees: t('milestones.fees'),
      costs: t('milestones.costs'),
      evidence: t('milestones.evidence'),
      story: t('milestones.story'),
      tags: t('milestones.tags'),
      titleTranslated: t(`milestones.nameIn.${other}`),
      storyTranslated: t(`milestones.storyIn.${other}`),
    },
    hints: {
      amount: t('milestones.amountHint'),
      stream: t('milestones.streamHint'),
      title: t('milestones.nameHint'),
      date: t('milestones.dateHint'),
      measureName: t('milestones.measureNameHint'),
      visibility: t('milestones.visibilityHint'),
      disclosure: t('milestones.disclosureHint'),
      visibleFrom: t('milestones.visibleFromHint'),
      hours: t('milestones.hoursHint'),
      fees: t('milestones.feesHint'),
      costs: t('milestones.costsHint'),
      evidence: t('milestones.evidenceHint'),
      story: t('milestones.storyHint'),
      tags: t('milestones.tagsHint'),
    },
    more: t('milestones.more'),
    leakAccepted: t('milestones.leakAccepted'),
    save: t('desk.save'),
    saving: t('desk.saving'),
    cancel: t('desk.cancel'),
    theirs: t('milestones.theirs'),
    theirsHint: t('milestones.theirsHint'),
    useTheirs: t('milestones.useTheirs'),
    translatedLang: other,
  };
}
