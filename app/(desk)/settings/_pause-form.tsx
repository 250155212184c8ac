'use client';

import { useActionState } from 'react';
import { emptyForm, type FormAction } from '@/app/_server/form-state';
import { Button } from '@/app/_ui/button';
import { TextField } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';

/** One month to pause. */
export function PauseForm(props: {
  action: FormAction;
  thisMonth: string;
  texts: { month: string; hint: string; pause: string; saving: string };
}) {
  const { texts } = props;
  const [state, submit, pending] = useActionState(props.action, emptyForm);
  return (
    <form action={submit} className="form" aria-busy={pending}>
      {state.message ? <FormMessage key={state.round} title={state.message} /> : null}
      <TextField
        name="month"
        label={texts.month}
        hint={texts.hint}
        error={state.errors.month}
        defaultValue={state.values.month ?? props.thisMonth}
        type="month"
        autoComplete="off"
        className="field-short"
      />
      <Button variant="quiet" disabled={pending}>
        {pending ? texts.saving : texts.pause}
      </Button>
    </form>
  );
}
