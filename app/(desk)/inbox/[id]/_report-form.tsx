'use client';

import { useActionState } from 'react';
import { emptyForm, type FormAction } from '@/app/_server/form-state';
import { Button } from '@/app/_ui/button';
import { type Option, SelectField, TextAreaField } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';

/** Reports a message, folded away behind a first press. */
export function ReportForm(props: {
  action: FormAction;
  id: string;
  reasons: readonly Option[];
  texts: Readonly<Record<'first' | 'lead' | 'reason' | 'text' | 'press', string>>;
}) {
  const { texts } = props;
  const [state, submit, pending] = useActionState(props.action, emptyForm);
  return (
    <form action={submit} className="form" aria-busy={pending}>
      {state.message ? <FormMessage key={state.round} title={state.message} /> : null}
      <input type="hidden" name="inquiryId" value={props.id} />
      <details open={state.message !== null}>
        <summary>{texts.first}</summary>
        <div className="fields inbox-report" key={state.round} inert={pending}>
          <p className="soft">{texts.lead}</p>
          <SelectField
            name="reason"
            id="f-report-reason"
            label={texts.reason}
            options={props.reasons}
            defaultValue={state.values.reason}
            className="field-short"
          />
          <TextAreaField
            name="text"
            id="f-report-text"
            label={texts.text}
            error={state.errors.text}
            defaultValue={state.values.text}
            rows={3}
          />
          <div>
            <Button variant="danger" small disabled={pending}>
              {texts.press}
            </Button>
          </div>
        </div>
      </details>
    </form>
  );
}
