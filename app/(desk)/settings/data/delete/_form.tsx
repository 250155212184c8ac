'use client';

import { useActionState } from 'react';
import { emptyForm, type FormAction } from '@/app/_server/form-state';
import { Button } from '@/app/_ui/button';
import { TextField } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';

export type ClosingTexts = Readonly<
  Record<
    | 'when'
    | 'later'
    | 'laterHint'
    | 'now'
    | 'nowHint'
    | 'handle'
    | 'handleHint'
    | 'submit'
    | 'busy',
    string
  >
>;

/** When the account goes, and its handle to confirm that. Planned already, only "now" is left. */
export function ClosingForm(props: {
  action: FormAction;
  isPlanned: boolean;
  texts: ClosingTexts;
}) {
  const { isPlanned, texts } = props;
  const [state, submit, pending] = useActionState(props.action, emptyForm);
  const chosen = state.values.when ?? 'later';
  const choice = (when: 'later' | 'now') => (
    <div className="field tick">
      <label>
        <input
          type="radio"
          name="when"
          value={when}
          defaultChecked={chosen === when}
          aria-describedby={`when-${when}-hint`}
        />
        <span>{texts[when]}</span>
      </label>
      <p className="field-hint" id={`when-${when}-hint`}>
        {texts[`${when}Hint`]}
      </p>
    </div>
  );
  return (
    <form action={submit} className="form" aria-busy={pending}>
      {state.message ? <FormMessage key={state.round} title={state.message} /> : null}
      {/* What was chosen is forgotten when an answer resets the form, unless drawn anew. */}
      <div className="fields" key={state.round}>
        {isPlanned ? (
          <input type="hidden" name="when" value="now" />
        ) : (
          <fieldset className="fields">
            <legend>{texts.when}</legend>
            {choice('later')}
            {choice('now')}
          </fieldset>
        )}
        <TextField
          name="handle"
          label={texts.handle}
          hint={texts.handleHint}
          error={state.errors.handle}
          defaultValue={state.values.handle ?? ''}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
      </div>
      <Button variant="danger" disabled={pending}>
        {pending ? texts.busy : texts.submit}
      </Button>
    </form>
  );
}
