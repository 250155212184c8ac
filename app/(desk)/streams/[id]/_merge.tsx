'use client';

import { useActionState } from 'react';
import { emptyForm, type FormAction } from '@/app/_server/form-state';
import { Button } from '@/app/_ui/button';
import { type Option, SelectField } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';
import { Yes } from '../../_yes';

/** Chooses the stream that takes everything over. */
export function MergeForm(props: {
  action: FormAction;
  id: string;
  streams: readonly Option[];
  texts: { into: string; submit: string; saving: string; leakAccepted: string };
}) {
  const { texts } = props;
  const [state, submit, pending] = useActionState(props.action, emptyForm);
  const error = state.errors.into;
  return (
    <form action={submit} className="form" aria-busy={pending}>
      {state.message ? (
        <FormMessage
          key={state.round}
          title={state.message}
          problems={error ? [{ name: 'into', text: `${texts.into} — ${error}` }] : []}
        />
      ) : null}
      <input type="hidden" name="id" value={props.id} />
      {/* A select forgets what was chosen when an answer resets the form, unless drawn anew. */}
      <SelectField
        key={`into-${state.round}`}
        name="into"
        label={texts.into}
        error={error}
        defaultValue={state.values.into}
        options={props.streams}
      />
      <Yes state={state} name="leakAccepted" to="leaks" label={texts.leakAccepted} />
      <Button variant="danger" disabled={pending}>
        {pending ? texts.saving : texts.submit}
      </Button>
    </form>
  );
}
