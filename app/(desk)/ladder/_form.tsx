'use client';

import { useActionState } from 'react';
import { emptyForm, type FormAction } from '@/app/_server/form-state';
import { Button } from '@/app/_ui/button';
import { TextAreaField } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';

/** The rungs of one ladder, one a line. */
export function RungsForm(props: {
  action: FormAction;
  currency: string;
  /** What stands now, and its version; empty for the usual rungs. */
  stored: { rungs: string; version: string };
  texts: {
    field: string;
    hint: string;
    save: string;
    saving: string;
    theirs: string;
    theirsHint: string;
  };
}) {
  const { currency, stored, texts } = props;
  const [state, submit, pending] = useActionState(props.action, emptyForm);
  const isStale = state.reason === 'stale';
  // An edit that lost goes on from the version that won, and only then.
  const version = isStale ? stored.version : (state.values.version ?? stored.version);
  return (
    <form action={submit} className="form" aria-busy={pending}>
      {state.message ? <FormMessage key={state.round} title={state.message} /> : null}
      {isStale ? (
        <section className="notice stored-version">
          <div className="notice-text">
            <h3>{texts.theirs}</h3>
            <p className="rungs-stored">{stored.rungs}</p>
            <p>{texts.theirsHint}</p>
          </div>
        </section>
      ) : null}
      <input type="hidden" name="currency" value={currency} />
      <input type="hidden" name="version" value={version} />
      {/* Drawn anew when other rungs stand, by a reset for one: else it would keep the old text. */}
      <TextAreaField
        key={`${state.round} ${stored.version}`}
        name="rungs"
        label={texts.field}
        hint={texts.hint}
        error={state.errors.rungs}
        defaultValue={state.values.rungs ?? stored.rungs}
        rows={8}
        autoComplete="off"
        spellCheck={false}
        className="field-rungs"
      />
      <Button disabled={pending}>{pending ? texts.saving : texts.save}</Button>
    </form>
  );
}
