import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import type { z } from 'zod';
import { en } from '@/app/_text/en';
import { textsIn } from '@/app/_text/texts';
import type { Viewer } from '@/lib/auth/viewer';
import type { Locale } from '@/lib/locale';
import type { FormAction, FormState, Reason } from './form-state';
import { requireFresh } from './fresh';
import { visitorLocale } from './locale';
import { requireViewer } from './session';

/** Why a field is refused, with what the words about it name. */
export type Refused =
  | Reason
  | { readonly reason: Reason; readonly values: Readonly<Record<string, string>> };

/** How a mutation ends: somewhere else, or refused with a reason for a field or the whole form. */
export type Ending =
  | { readonly redirectTo: string }
  | {
      readonly refused: Readonly<Record<string, Refused>>;
      readonly form?: Reason;
      /** Hidden values that the next try shall carry instead. */
      readonly values?: Readonly<Record<string, string>>;
    };

type Mutation<Schema extends z.ZodType, Who> = {
  /** Fixed, or made for who asks: their days are reckoned in their zone. */
  readonly schema: Schema | ((who: Who) => Schema);
  /** Fields whose text never goes back to the browser. */
  readonly secrets?: readonly string[];
  readonly run: (who: Who, input: z.output<Schema>) => Promise<Ending>;
};

/** The one way a signed-in person changes something: viewer, parse, run, form state. */
export function action<Schema extends z.ZodType>(mutation: Mutation<Schema, Viewer>): FormAction {
  return async (state, form) => {
    const viewer = await requireViewer();
    return perform(mutation, viewer, viewer.locale, state, form);
  };
}

/**
 * The same for what an open browser alone shall not do: whoever did not prove lately who they are is asked
 * to. Their page asks before it shows the form ({@link requireFresh}), so this meets forms left open.
 */
export function freshAction<Schema extends z.ZodType>(
  mutation: Mutation<Schema, Viewer>,
): FormAction {
  return async (state, form) => {
    const viewer = await requireViewer();
    await requireFresh(viewer);
    return perform(mutation, viewer, viewer.locale, state, form);
  };
}

/** The same for someone not signed in, who may only sign up, sign in and the like. */
export function publicAction<Schema extends z.ZodType>(
  mutation: Mutation<Schema, { locale: Locale }>,
): FormAction {
  return async (state, form) => {
    const locale = await visitorLocale();
    return perform(mutation, { locale }, locale, state, form);
  };
}

async function perform<Schema extends z.ZodType, Who>(
  { schema, secrets = [], run }: Mutation<Schema, Who>,
  who: Who,
  locale: Locale,
  state: FormState,
  form: FormData,
): Promise<FormState> {
  const fields = readFields(form);
  const parser = typeof schema === 'function' ? schema(who) : schema;
  const ending = fields ? await attempt(parser, fields, (input) => run(who, input)) : malformed;
  if ('redirectTo' in ending) {
    // What the browser kept of other pages may be out of date now.
    revalidatePath('/', 'layout');
    redirect(ending.redirectTo);
  }
  // Both texts are shown, so the page needs the other one; any other refusal leaves it as it is.
  if (ending.form === 'stale') revalidatePath('/', 'layout');

  const say = (refused: Refused) => {
    const { reason, values = {} } = typeof refused === 'string' ? { reason: refused } : refused;
    return textsIn(locale)(`errors.${reason}`, values);
  };
  const values = Object.entries(fields ?? {}).filter(([name]) => !secrets.includes(name));
  return {
    values: { ...Object.fromEntries(values), ...ending.values },
    errors: Object.fromEntries(
      Object.entries(ending.refused).map(([field, reason]) => [field, say(reason)]),
    ),
    message: say(ending.form ?? 'summary'),
    reason: ending.form ?? null,
    round: state.round + 1,
  };
}

const malformed: Ending = { refused: {}, form: 'form-malformed' };

async function attempt<Schema extends z.ZodType>(
  schema: Schema,
  fields: Record<string, string>,
  run: (input: z.output<Schema>) => Promise<Ending>,
): Promise<Ending> {
  const parsed = await schema.safeParseAsync(fields);
  if (parsed.success) return run(parsed.data);
  const refused: Record<string, Reason> = {};
  for (const issue of parsed.error.issues) {
    const field = issue.path[0];
    // Unknown or missing fields are no typing error: the form was tampered with or cut short.
    if (typeof field !== 'string' || !Object.hasOwn(fields, field) || !isReason(issue.message)) {
      return malformed;
    }
    refused[field] ??= issue.message;
  }
  return { refused };
}

function isReason(message: string): message is Reason {
  return Object.hasOwn(en.errors, message);
}

/** The fields of a form, each once and each a text; null when one is doubled or is a file. */
function readFields(form: FormData): Record<string, string> | null {
  const fields: Record<string, string> = {};
  for (const [name, value] of form) {
    if (name.startsWith('$ACTION')) continue;
    if (typeof value !== 'string' || Object.hasOwn(fields, name) || name === '__proto__')
      return null;
    fields[name] = value;
  }
  return fields;
}
