'use client';

import { useActionState } from 'react';
import { emptyForm, type FormAction } from '@/app/_server/form-state';
import { Button } from '@/app/_ui/button';
import { TextField } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';

/** The name of an account. */
export function AudienceForm(props: {
  action: FormAction;
  stored: Readonly<Record<'id' | 'version' | 'name', string>>;
  texts: {
    name: string;
    hint: string;
    save: string;
    saving: string;
    theirs: string;
    theirsHint: string;
  };
}) {
  const { stored, texts } = props;
  const [state, submit, pending] = useActionState(props.action, emptyForm);
  const isStale = state.reason === 'stale';
  // An edit that lost goes on from the version that won, and only then.
  const version = isStale ? stored.version : (state.values.version ?? stored.version);
  const isAboutName = state.errors.name !== undefined;
  return (
    <form action={submit} className="form" aria-busy={pending}>
      {state.message && !isAboutName ? (
        <FormMessage key={state.round} title={state.message} />
      ) : null}
      {isStale ? (
        <section className="notice stored-version">
          <div className="notice-text">
            <h3>{texts.theirs}</h3>
            <p>{stored.name}</p>
            <p>{texts.theirsHint}</p>
          </div>
        </section>
      ) : null}
      <input type="hidden" name="id" value={stored.id} />
      <input type="hidden" name="version" value={version} />
      <TextField
        key={`name-${state.round}`}
        name="name"
        label={texts.name}
        hint={texts.hint}
        error={state.errors.name}
        defaultValue={state.values.name ?? stored.name}
        autoComplete="off"
        autoFocus={isAboutName}
      />
      <Button disabled={pending}>{pending ? texts.saving : texts.save}</Button>
    </form>
  );
}
