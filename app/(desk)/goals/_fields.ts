/** In the order of the form. */
export const fieldNames = [
  'measure',
  'stream',
  'skill',
  'audience',
  'kind',
  'target',
  'currency',
  'by',
  'every',
  'since',
] as const;

export type FieldName = (typeof fieldNames)[number];

/** The text of every field, and the hidden ones. */
export type GoalValues = Readonly<Record<FieldName | 'id' | 'version', string>>;

export type GoalFormTexts = {
  readonly labels: Readonly<Record<FieldName, string>>;
  readonly hints: Readonly<Partial<Record<FieldName, string>>>;
  /** Of the target, by what it is counted in. */
  readonly targetHints: Readonly<Record<'income' | 'rate' | 'minutes' | 'count', string>>;
  readonly times: string;
  readonly save: string;
  readonly saving: string;
  readonly cancel: string;
  readonly theirs: string;
  readonly theirsHint: string;
};

/** What there is to choose from; of skills and audiences the way to make one where there is none. */
export type GoalChoices = Readonly<
  Record<
    'measures' | 'streams' | 'skills' | 'audiences' | 'kinds' | 'currencies' | 'rhythms',
    readonly { readonly value: string; readonly label: string }[]
  >
> & {
  readonly noSkills: Lack;
  readonly noAudiences: Lack;
};

export type Lack = { readonly text: string; readonly way: string; readonly href: string };
