'use client';

import { useActionState } from 'react';
import { emptyForm, type FormAction } from '@/app/_server/form-state';
import { Button } from '@/app/_ui/button';
import { TextField } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';

/** Puts a goal's date off. */
export function ExtendForm(props: {
  action: FormAction;
  id: string;
  version: number;
  texts: { label: string; hint: string; extend: string; extending: string };
}) {
  const { id, version, texts } = props;
  const [state, submit, pending] = useActionState(props.action, emptyForm);
  return (
    <form action={submit} className="form goal-extend" aria-busy={pending}>
      {state.message ? <FormMessage key={state.round} title={state.message} /> : null}
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      <TextField
        name="extendTo"
        label={texts.label}
        hint={texts.hint}
        error={state.errors.extendTo}
        defaultValue={state.values.extendTo}
        autoComplete="off"
        className="field-short"
      />
      <Button variant="quiet" disabled={pending}>
        {pending ? texts.extending : texts.extend}
      </Button>
    </form>
  );
}
