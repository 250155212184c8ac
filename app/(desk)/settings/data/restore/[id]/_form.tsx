'use client';

import { useActionState } from 'react';
import { emptyForm, type FormAction } from '@/app/_server/form-state';
import { Button } from '@/app/_ui/button';
import { Tick } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';

type Choice = 'keep' | 'take';

/** What becomes of what differs, and whether a published record goes on showing; asked where it matters. */
export function RestoreForm(props: {
  action: FormAction;
  id: string;
  asks: { readonly changed: boolean; readonly seen: boolean };
  usual: Choice;
  texts: Readonly<
    Record<
      | 'choice'
      | 'keep'
      | 'keepHint'
      | 'take'
      | 'takeHint'
      | 'seen'
      | 'seenHint'
      | 'submit'
      | 'busy',
      string
    >
  >;
}) {
  const { asks, texts } = props;
  const [state, submit, pending] = useActionState(props.action, emptyForm);
  const chosen = state.values.changed ?? props.usual;
  const choice = (changed: Choice) => (
    <div className="field tick">
      <label>
        <input
          type="radio"
          name="changed"
          value={changed}
          defaultChecked={chosen === changed}
          aria-describedby={`changed-${changed}-hint`}
        />
        <span>{texts[changed]}</span>
      </label>
      <p className="field-hint" id={`changed-${changed}-hint`}>
        {texts[`${changed}Hint`]}
      </p>
    </div>
  );
  return (
    <form action={submit} className="form" aria-busy={pending}>
      {state.message ? <FormMessage key={state.round} title={state.message} /> : null}
      <input type="hidden" name="upload" value={props.id} />
      {/* What was chosen is forgotten when an answer resets the form, unless drawn anew. */}
      <div className="fields" key={state.round}>
        {asks.changed ? (
          <fieldset className="fields">
            <legend>{texts.choice}</legend>
            {choice('keep')}
            {choice('take')}
          </fieldset>
        ) : null}
        {asks.seen ? (
          <Tick
            name="staysOpen"
            label={texts.seen}
            hint={texts.seenHint}
            error={state.errors.staysOpen}
            defaultChecked={state.values.staysOpen === 'yes'}
          />
        ) : null}
      </div>
      <Button disabled={pending}>{pending ? texts.busy : texts.submit}</Button>
    </form>
  );
}
