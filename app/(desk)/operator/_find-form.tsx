'use client';

import { useActionState } from 'react';
import { emptyForm, type FormAction } from '@/app/_server/form-state';
import { Button } from '@/app/_ui/button';
import { TextField } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';

/** One account by what it is called. */
export function FindForm(props: {
  action: FormAction;
  texts: { named: string; hint: string; find: string };
}) {
  const { texts } = props;
  const [state, submit, pending] = useActionState(props.action, emptyForm);
  const isAboutName = state.errors.named !== undefined;
  return (
    <form action={submit} className="line-form operator-find" noValidate aria-busy={pending}>
      {state.message && !isAboutName ? (
        <FormMessage key={state.round} title={state.message} />
      ) : null}
      <TextField
        key={`named-${state.round}`}
        name="named"
        label={texts.named}
        hint={texts.hint}
        error={state.errors.named}
        defaultValue={state.values.named ?? ''}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        // A refusal of the one field there is brings it back into use.
        autoFocus={isAboutName}
      />
      <Button variant="quiet" disabled={pending}>
        {texts.find}
      </Button>
    </form>
  );
}
