'use client';

import { useActionState } from 'react';
import { emptyForm, type FormAction } from '@/app/_server/form-state';
import { Button } from '@/app/_ui/button';
import { TextField } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';

/** Makes an invitation, with a note of whom it is for. */
export function InvitationForm(props: {
  action: FormAction;
  texts: { note: string; hint: string; make: string; making: string };
}) {
  const { texts } = props;
  const [state, submit, pending] = useActionState(props.action, emptyForm);
  return (
    <form action={submit} className="form" noValidate aria-busy={pending}>
      {state.message ? <FormMessage key={state.round} title={state.message} /> : null}
      <TextField
        name="note"
        label={texts.note}
        hint={texts.hint}
        error={state.errors.note}
        defaultValue={state.values.note ?? ''}
        autoComplete="off"
      />
      <Button disabled={pending}>{pending ? texts.making : texts.make}</Button>
    </form>
  );
}
