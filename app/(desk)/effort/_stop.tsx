'use client';

import { useActionState } from 'react';
import { emptyForm, type FormAction } from '@/app/_server/form-state';
import { Button } from '@/app/_ui/button';
import { TextField } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';

export type StopTexts = {
  stop: string;
  stopping: string;
  hours: string;
  hoursHint: string;
};

/** Stops the timer. It asks how long it really was where the clock alone cannot say. */
export function StopForm(props: {
  action: FormAction;
  id: string;
  /** Why it asks from the start; null where it does not. */
  asks: string | null;
  texts: StopTexts;
}) {
  const { texts, asks } = props;
  const [state, submit, pending] = useActionState(props.action, emptyForm);
  const isAsked = asks !== null || state.message !== null;
  return (
    <form action={submit} className="fields" aria-busy={pending}>
      {state.message ? <FormMessage key={state.round} title={state.message} /> : null}
      {asks && !state.message ? <p>{asks}</p> : null}
      <input type="hidden" name="id" value={props.id} />
      {isAsked ? (
        <TextField
          id="stop-hours"
          name="hours"
          label={texts.hours}
          hint={texts.hoursHint}
          error={state.errors.hours}
          defaultValue={state.values.hours ?? ''}
          autoComplete="off"
          className="field-short"
        />
      ) : null}
      <div className="actions">
        <Button disabled={pending}>{pending ? texts.stopping : texts.stop}</Button>
      </div>
    </form>
  );
}
