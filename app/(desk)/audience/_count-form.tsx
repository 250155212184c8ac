'use client';

import { useActionState } from 'react';
import { emptyForm, type FormAction } from '@/app/_server/form-state';
import { Button } from '@/app/_ui/button';
import { TextField } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';

/** A count in one line: today's, or where `day` is given that day's. */
export function CountForm(props: {
  action: FormAction;
  audienceId: string;
  day?: string;
  texts: { day?: string; followers: string; hint?: string; record: string };
}) {
  const { audienceId, texts } = props;
  const [state, submit, pending] = useActionState(props.action, emptyForm);
  const { errors, values, round } = state;
  const first = errors.day ? 'day' : errors.followers ? 'followers' : null;
  const count = (
    <TextField
      key={`followers-${round}`}
      id={`followers-${audienceId}`}
      name="followers"
      label={texts.followers}
      hint={texts.hint}
      error={errors.followers}
      defaultValue={values.followers ?? ''}
      inputMode="numeric"
      autoComplete="off"
      autoFocus={first === 'followers'}
    />
  );
  return (
    <form
      action={submit}
      className={props.day === undefined ? 'line-form' : 'form'}
      aria-busy={pending}
    >
      {state.message && !first ? <FormMessage key={round} title={state.message} /> : null}
      <input type="hidden" name="id" value={audienceId} />
      {props.day === undefined ? (
        count
      ) : (
        <div className="field-row">
          <TextField
            key={`day-${round}`}
            name="day"
            type="date"
            label={texts.day ?? ''}
            error={errors.day}
            defaultValue={values.day ?? props.day}
            autoFocus={first === 'day'}
          />
          {count}
        </div>
      )}
      <Button variant="quiet" disabled={pending}>
        {texts.record}
      </Button>
    </form>
  );
}
