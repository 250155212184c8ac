'use client';

import { useActionState } from 'react';
import { emptyForm, type FormAction } from '@/app/_server/form-state';
import { Button } from '@/app/_ui/button';
import { TextField } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';

/** The password once more, and the code where the account has a second factor. */
export function ConfirmForm(props: {
  action: FormAction;
  next: string;
  asksCode: boolean;
  texts: Readonly<Record<'password' | 'code' | 'codeHint' | 'submit' | 'busy', string>>;
}) {
  const { texts } = props;
  const [state, submit, pending] = useActionState(props.action, emptyForm);
  return (
    <form action={submit} className="form" noValidate aria-busy={pending}>
      {state.message ? <FormMessage key={state.round} title={state.message} /> : null}
      <TextField
        name="password"
        label={texts.password}
        error={state.errors.password}
        type="password"
        autoComplete="current-password"
        required
        autoFocus
      />
      {props.asksCode ? (
        <TextField
          name="code"
          label={texts.code}
          hint={texts.codeHint}
          error={state.errors.code}
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          required
        />
      ) : null}
      <input type="hidden" name="next" value={props.next} />
      <Button disabled={pending}>{pending ? texts.busy : texts.submit}</Button>
    </form>
  );
}
