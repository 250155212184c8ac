'use client';

import { useActionState } from 'react';
import { emptyForm, type FormAction } from '@/app/_server/form-state';
import { Button } from '@/app/_ui/button';
import { type Option, SelectField } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';

/** Pours this skill into a chosen one. */
export function MergeForm(props: {
  action: FormAction;
  from: string;
  skills: readonly Option[];
  texts: { into: string; choose: string; merge: string };
}) {
  const { texts } = props;
  const [state, submit, pending] = useActionState(props.action, emptyForm);
  return (
    <form action={submit} className="form" aria-busy={pending}>
      {state.message && !state.errors.into ? (
        <FormMessage key={state.round} title={state.message} />
      ) : null}
      <input type="hidden" name="from" value={props.from} />
      <SelectField
        // A select forgets what was chosen when an answer resets the form, unless drawn anew.
        key={`into-${state.round}`}
        name="into"
        label={texts.into}
        error={state.errors.into}
        defaultValue={state.values.into ?? ''}
        options={[{ value: '', label: texts.choose }, ...props.skills]}
        autoFocus={state.errors.into !== undefined}
      />
      <Button variant="danger" disabled={pending}>
        {texts.merge}
      </Button>
    </form>
  );
}
