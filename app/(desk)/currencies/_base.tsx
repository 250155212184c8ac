'use client';

import { useActionState } from 'react';
import { emptyForm, type FormAction } from '@/app/_server/form-state';
import { Button } from '@/app/_ui/button';
import { type Option, SelectField } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';

/** Chooses the currency that sums are converted to. */
export function BaseForm(props: {
  action: FormAction;
  stored: string;
  currencies: readonly Option[];
  texts: { base: string; hint: string; save: string; saving: string };
}) {
  const { texts } = props;
  const [state, submit, pending] = useActionState(props.action, emptyForm);
  return (
    <form action={submit} className="form" aria-busy={pending}>
      {state.message ? <FormMessage key={state.round} title={state.message} /> : null}
      {/* A select forgets what was chosen when an answer resets the form, unless drawn anew. */}
      <SelectField
        key={`base-${state.round}`}
        name="base"
        label={texts.base}
        hint={texts.hint}
        error={state.errors.base}
        defaultValue={state.values.base ?? props.stored}
        options={props.currencies}
        className="field-short"
      />
      <Button disabled={pending}>{pending ? texts.saving : texts.save}</Button>
    </form>
  );
}
