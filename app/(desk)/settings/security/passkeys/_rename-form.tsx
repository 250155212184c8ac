'use client';

import { useActionState } from 'react';
import { emptyForm, type FormAction } from '@/app/_server/form-state';
import { Button } from '@/app/_ui/button';
import { TextField } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';

/** Another name for one passkey, folded away behind a first press. */
export function RenameForm(props: {
  action: FormAction;
  id: string;
  stored: string;
  texts: Readonly<Record<'rename' | 'name' | 'save' | 'saving', string>>;
}) {
  const { id, texts } = props;
  const [state, send, pending] = useActionState(props.action, emptyForm);
  const isAboutName = state.errors.name !== undefined;
  return (
    <details open={state.round > 0}>
      <summary>{texts.rename}</summary>
      <form action={send} className="form" noValidate aria-busy={pending}>
        {state.message && !isAboutName ? (
          <FormMessage key={`message-${state.round}`} title={state.message} />
        ) : null}
        <input type="hidden" name="id" value={id} />
        <TextField
          key={`name-${state.round}`}
          id={`f-name-${id}`}
          name="name"
          label={texts.name}
          error={state.errors.name}
          defaultValue={state.values.name ?? props.stored}
          autoComplete="off"
          autoFocus={isAboutName}
        />
        <Button small disabled={pending}>
          {pending ? texts.saving : texts.save}
        </Button>
      </form>
    </details>
  );
}
