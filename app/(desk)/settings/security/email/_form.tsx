'use client';

import { useActionState } from 'react';
import { emptyForm, type FormAction } from '@/app/_server/form-state';
import { Button } from '@/app/_ui/button';
import { TextField } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';

/** The e-mail that is to be. */
export function EmailForm(props: {
  action: FormAction;
  texts: Readonly<Record<'email' | 'submit' | 'busy', string>>;
}) {
  const { texts } = props;
  const [state, submit, pending] = useActionState(props.action, emptyForm);
  return (
    <form action={submit} className="form" noValidate aria-busy={pending}>
      {state.message ? <FormMessage key={state.round} title={state.message} /> : null}
      <TextField
        name="email"
        label={texts.email}
        error={state.errors.email}
        defaultValue={state.values.email}
        type="email"
        autoComplete="email"
        required
      />
      <Button disabled={pending}>{pending ? texts.busy : texts.submit}</Button>
    </form>
  );
}
