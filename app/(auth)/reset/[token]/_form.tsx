'use client';

import { useActionState } from 'react';
import { emptyForm, type FormAction } from '@/app/_server/form-state';
import { Button } from '@/app/_ui/button';
import { TextField } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';

/** The password that is to be. */
export function ResetForm(props: {
  action: FormAction;
  token: string;
  texts: Readonly<Record<'password' | 'hint' | 'submit' | 'busy', string>>;
}) {
  const { texts } = props;
  const [state, send, pending] = useActionState(props.action, emptyForm);
  return (
    <form action={send} className="form" noValidate aria-busy={pending}>
      {state.message ? <FormMessage key={state.round} title={state.message} /> : null}
      <TextField
        name="password"
        label={texts.password}
        hint={texts.hint}
        error={state.errors.password}
        type="password"
        autoComplete="new-password"
        required
        autoFocus
      />
      <input type="hidden" name="token" value={props.token} />
      <Button disabled={pending}>{pending ? texts.busy : texts.submit}</Button>
    </form>
  );
}
