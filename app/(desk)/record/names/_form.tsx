'use client';

import { useActionState } from 'react';
import { emptyForm, type FormAction } from '@/app/_server/form-state';
import { Button } from '@/app/_ui/button';
import { TextAreaField } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';

/** The names to keep out, one a line. */
export function NamesForm(props: {
  action: FormAction;
  names: string;
  texts: { label: string; hint: string; save: string; saving: string };
}) {
  const { texts } = props;
  const [state, submit, pending] = useActionState(props.action, emptyForm);
  return (
    <form action={submit} className="form" aria-busy={pending}>
      {state.message ? (
        <FormMessage
          key={state.round}
          title={state.message}
          problems={state.errors.names ? [{ name: 'names', text: state.errors.names }] : []}
        />
      ) : null}
      <TextAreaField
        name="names"
        label={texts.label}
        hint={texts.hint}
        error={state.errors.names}
        defaultValue={state.values.names ?? props.names}
        autoComplete="off"
        spellCheck={false}
        rows={8}
      />
      <Button disabled={pending}>{pending ? texts.saving : texts.save}</Button>
    </form>
  );
}
