'use client';

import { useActionState } from 'react';
import { emptyForm, type FormAction } from '@/app/_server/form-state';
import { Button } from '@/app/_ui/button';
import { TextField } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';

/** The first code of the app, which shows that it has read the secret rightly. */
export function ConfirmTotpForm(props: {
  action: FormAction;
  texts: Readonly<Record<'code' | 'codeHint' | 'submit' | 'busy', string>>;
}) {
  const { texts } = props;
  const [state, send, pending] = useActionState(props.action, emptyForm);
  const isAboutCode = state.errors.code !== undefined;
  return (
    <form action={send} className="form" noValidate aria-busy={pending}>
      {state.message && !isAboutCode ? (
        <FormMessage key={`message-${state.round}`} title={state.message} />
      ) : null}
      <TextField
        // A refusal of the one field there is brings it back into use.
        key={`code-${state.round}`}
        name="code"
        label={texts.code}
        hint={texts.codeHint}
        error={state.errors.code}
        inputMode="numeric"
        autoComplete="one-time-code"
        spellCheck={false}
        required
        autoFocus={isAboutCode}
        className="field-short"
      />
      <Button disabled={pending}>{pending ? texts.busy : texts.submit}</Button>
    </form>
  );
}
