'use client';

import { useActionState } from 'react';
import { emptyForm, type FormAction } from '@/app/_server/form-state';
import { Button } from '@/app/_ui/button';
import { TextField } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';

/** The password there is, where there is one, and the one that is to be. */
export function PasswordForm(props: {
  action: FormAction;
  hasPassword: boolean;
  /** Unseen, for the browser that keeps passwords by it. */
  email: string;
  texts: Readonly<Record<'current' | 'password' | 'hint' | 'submit' | 'busy', string>>;
}) {
  const { texts } = props;
  const [state, submit, pending] = useActionState(props.action, emptyForm);
  return (
    <form action={submit} className="form" noValidate aria-busy={pending}>
      {state.message ? <FormMessage key={state.round} title={state.message} /> : null}
      <input type="email" autoComplete="username" value={props.email} readOnly hidden />
      {props.hasPassword ? (
        <TextField
          name="current"
          label={texts.current}
          error={state.errors.current}
          type="password"
          autoComplete="current-password"
          required
        />
      ) : null}
      <TextField
        name="password"
        label={texts.password}
        hint={texts.hint}
        error={state.errors.password}
        type="password"
        autoComplete="new-password"
        required
      />
      <Button disabled={pending}>{pending ? texts.busy : texts.submit}</Button>
    </form>
  );
}
