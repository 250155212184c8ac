'use client';

import { useActionState } from 'react';
import { emptyForm, type FormAction } from '@/app/_server/form-state';
import { Button } from '@/app/_ui/button';
import { TextField } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';

type Props = {
  action: FormAction;
  /** What the e-mail field shows at first. */
  email: string;
  next: string;
  labels: { email: string; password: string };
  submit: string;
  busy: string;
};

export function SignInForm({ action, email, next, labels, submit, busy }: Props) {
  const [state, send, pending] = useActionState(action, emptyForm);
  const typed = state.values.email ?? email;
  return (
    <form action={send} className="form" noValidate aria-busy={pending}>
      {state.message ? <FormMessage key={state.round} title={state.message} /> : null}
      <TextField
        name="email"
        label={labels.email}
        error={state.errors.email}
        defaultValue={typed}
        type="email"
        // Where the browser also offers passkeys.
        autoComplete="username webauthn"
        required
        autoFocus={typed === ''}
      />
      <TextField
        name="password"
        label={labels.password}
        error={state.errors.password}
        type="password"
        autoComplete="current-password"
        required
        autoFocus={typed !== ''}
      />
      <input type="hidden" name="next" value={next} />
      <Button disabled={pending}>{pending ? busy : submit}</Button>
    </form>
  );
}
