'use client';

import { useActionState } from 'react';
import { emptyForm, type FormAction } from '@/app/_server/form-state';
import { Button } from '@/app/_ui/button';
import { type Option, SelectField } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';

type Name = 'locale' | 'zone';

/** Language and zone of the account. */
export function PreferencesForm(props: {
  action: FormAction;
  stored: Record<Name, string>;
  locales: readonly Option[];
  zones: readonly Option[];
  texts: { language: string; zone: string; zoneHint: string; save: string; saving: string };
}) {
  const { texts, stored } = props;
  const [state, submit, pending] = useActionState(props.action, emptyForm);
  const field = (name: Name) => ({
    name,
    error: state.errors[name],
    defaultValue: state.values[name] ?? stored[name],
  });
  return (
    <form action={submit} className="form" aria-busy={pending}>
      {state.message ? <FormMessage key={state.round} title={state.message} /> : null}
      {/* A select forgets what was chosen when an answer resets the form, unless drawn anew. */}
      <div className="fields" key={state.round}>
        <SelectField {...field('locale')} label={texts.language} options={props.locales} />
        <SelectField
          {...field('zone')}
          label={texts.zone}
          hint={texts.zoneHint}
          options={props.zones}
        />
      </div>
      <Button disabled={pending}>{pending ? texts.saving : texts.save}</Button>
    </form>
  );
}
