import type { Locale } from '@/lib/locale';

/** In the order of the form. */
export const fieldNames = [
  'kind',
  'month',
  'amount',
  'currency',
  'stream',
  'title',
  'date',
  'measureName',
  'measureValue',
  'issuer',
  'visibility',
  'disclosure',
  'visibleFrom',
  'hours',
  'fees',
  'costs',
  'evidence',
  'story',
  'tags',
  'titleTranslated',
  'storyTranslated',
] as const;

export type FieldName = (typeof fieldNames)[number];

/** The text of every field, and the hidden ones. */
export type MilestoneValues = Readonly<
  Record<FieldName | 'id' | 'language' | 'version' | 'leakAccepted', string>
>;

export type MilestoneFormTexts = {
  readonly labels: Readonly<Record<FieldName, string>>;
  readonly hints: Readonly<Partial<Record<FieldName, string>>>;
  readonly more: string;
  /** The deliberate yes to a name that is kept out otherwise. */
  readonly leakAccepted: string;
  readonly save: string;
  readonly saving: string;
  readonly cancel: string;
  readonly theirs: string;
  readonly theirsHint: string;
  readonly useTheirs: string;
  /** The language of the translated fields. */
  readonly translatedLang: Locale;
};
