'use client';

import { useActionState } from 'react';
import { emptyForm, type FormAction } from '@/app/_server/form-state';
import { Button } from '@/app/_ui/button';
import { TextField } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';

/** The e-mail of an account. */
export function ForgotForm(props: {
  action: FormAction;
  texts: Readonly<Record<'email' | 'submit' | 'busy', string>>;
}) {
  const { texts } = props;
  const [state, send, pending] = useActionState(props.action, emptyForm);
  return (
    <form action={send} className="form" noValidate aria-busy={pending}>
      {state.message ? <FormMessage key={state.round} title={state.message} /> : null}
      <TextField
        name="email"
        label={texts.email}
        error={state.errors.email}
        defaultValue={state.values.email}
        type="email"
        autoComplete="username"
        required
        autoFocus
      />
      <Button disabled={pending}>{pending ? texts.busy : texts.submit}</Button>
    </form>
  );
}
