'use client';

import { useActionState } from 'react';
import { emptyForm, type FormAction } from '@/app/_server/form-state';
import { Button } from '@/app/_ui/button';
import { TextAreaField } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';

export type SuspendTexts = Readonly<
  Record<'first' | 'lead' | 'words' | 'hint' | 'press' | 'pressing', string>
>;

/** Suspends a record with words for its owner, folded away behind a first press. */
export function SuspendForm(props: { action: FormAction; ownerId: string; texts: SuspendTexts }) {
  const { ownerId, texts } = props;
  const [state, submit, pending] = useActionState(props.action, emptyForm);
  return (
    <form action={submit} className="form" noValidate aria-busy={pending}>
      {state.message ? <FormMessage key={state.round} title={state.message} /> : null}
      <input type="hidden" name="ownerId" value={ownerId} />
      <details open={state.message !== null}>
        <summary>{texts.first}</summary>
        <div className="asked" key={state.round}>
          <p className="soft">{texts.lead}</p>
          <TextAreaField
            name="words"
            id={`f-words-${ownerId}`}
            label={texts.words}
            hint={texts.hint}
            error={state.errors.words}
            defaultValue={state.values.words}
            rows={3}
          />
          <Button variant="danger" small disabled={pending}>
            {pending ? texts.pressing : texts.press}
          </Button>
        </div>
      </details>
    </form>
  );
}
