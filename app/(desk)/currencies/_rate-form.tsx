'use client';

import { useActionState } from 'react';
import { emptyForm, type FormAction } from '@/app/_server/form-state';
import { Button } from '@/app/_ui/button';
import { type Option, SelectField, TextField } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';

const names = ['currency', 'rate', 'day'] as const;
type Name = (typeof names)[number];

/** Enters what one unit of a currency is worth in `base` from a day on. */
export function RateForm(props: {
  action: FormAction;
  base: string;
  stored: Readonly<Record<Name, string>>;
  currencies: readonly Option[];
  texts: {
    labels: Record<Name, string>;
    hints: Partial<Record<Name, string>>;
    submit: string;
    saving: string;
  };
}) {
  const { texts, stored } = props;
  const [state, submit, pending] = useActionState(props.action, emptyForm);
  const field = (name: Name) => ({
    name,
    label: texts.labels[name],
    hint: texts.hints[name],
    error: state.errors[name],
    defaultValue: state.values[name] ?? stored[name],
  });
  return (
    <form action={submit} className="form" aria-busy={pending}>
      {state.message ? (
        <FormMessage
          key={state.round}
          title={state.message}
          problems={names.flatMap((name) => {
            const text = state.errors[name];
            return text ? [{ name, text: `${texts.labels[name]} — ${text}` }] : [];
          })}
        />
      ) : null}
      <input type="hidden" name="base" value={props.base} />
      {/* A select forgets what was chosen when an answer resets the form, unless drawn anew. */}
      <div className="fields" key={`fields-${state.round}`} inert={pending}>
        <SelectField {...field('currency')} options={props.currencies} className="field-short" />
        <TextField
          {...field('rate')}
          inputMode="decimal"
          autoComplete="off"
          className="field-short"
        />
        <TextField {...field('day')} type="date" className="field-short" />
      </div>
      <Button disabled={pending}>{pending ? texts.saving : texts.submit}</Button>
    </form>
  );
}
