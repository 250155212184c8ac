import type { Messages } from '@/app/_text/texts';

/** A reason that `_text/<language>/errors` has words for. */
export type Reason = keyof Messages['errors'];

/** What a form shows: the typed text, and what is wrong beside each field. */
export type FormState = {
  readonly values: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
  /** About the form as a whole, and the reason it was said for. */
  readonly message: string | null;
  readonly reason: Reason | null;
  /** Rises with every answer, so that a form can tell a new one from the one it shows. */
  readonly round: number;
};

export const emptyForm: FormState = {
  values: {},
  errors: {},
  message: null,
  reason: null,
  round: 0,
};

/** A mutation as a form calls it; also what React calls without JavaScript. */
export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;
