'use client';

import { useActionState } from 'react';
import { emptyForm, type FormAction } from '@/app/_server/form-state';
import { Button } from '@/app/_ui/button';
import { TextField } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';

/** One line that adds something by its name. */
export function NameForm(props: {
  action: FormAction;
  texts: { name: string; hint: string; add: string };
}) {
  const { texts } = props;
  const [state, submit, pending] = useActionState(props.action, emptyForm);
  const isAboutName = state.errors.name !== undefined;
  return (
    <form action={submit} className="line-form" aria-busy={pending}>
      {state.message && !isAboutName ? (
        <FormMessage key={state.round} title={state.message} />
      ) : null}
      <TextField
        name="name"
        label={texts.name}
        hint={texts.hint}
        error={state.errors.name}
        defaultValue={state.values.name ?? ''}
        autoComplete="off"
        // A refusal of the one field there is brings it back into use.
        key={`name-${state.round}`}
        autoFocus={isAboutName}
      />
      <Button disabled={pending}>{texts.add}</Button>
    </form>
  );
}
