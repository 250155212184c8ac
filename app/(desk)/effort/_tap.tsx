'use client';

import { useActionState } from 'react';
import { emptyForm, type FormAction } from '@/app/_server/form-state';
import { Button } from '@/app/_ui/button';
import { type Option, SelectField } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';
import { GroupedSelect } from '@/app/_ui/grouped-select';

export type SubjectGroups = readonly { label: string; options: readonly Option[] }[];

/** What was chosen once serves both: starting the timer, or one tap for what is done already. */
export function TapForm(props: {
  action: FormAction;
  id: string;
  purposes: readonly Option[];
  subjects: SubjectGroups;
  stored: { purpose: string; subject: string };
  /** False while a timer runs. */
  canStart: boolean;
  texts: { purpose: string; subject: string; start: string; today: string };
  minutes: readonly Option[];
}) {
  const { texts, stored } = props;
  const [state, submit, pending] = useActionState(props.action, emptyForm);
  return (
    <form action={submit} className="fields" aria-busy={pending}>
      {state.message ? (
        <FormMessage
          key={state.round}
          title={state.message}
          problems={Object.values(state.errors).map((text) => ({ text }))}
        />
      ) : null}
      <input type="hidden" name="id" value={state.values.id ?? props.id} />
      {/* A select forgets what was chosen when an answer resets the form, unless drawn anew. */}
      <div className="field-row" key={`fields-${state.round}`}>
        <SelectField
          id="tap-purpose"
          name="purpose"
          label={texts.purpose}
          options={props.purposes}
          defaultValue={state.values.purpose ?? stored.purpose}
        />
        <GroupedSelect
          id="tap-subject"
          name="subject"
          label={texts.subject}
          groups={props.subjects}
          defaultValue={state.values.subject ?? stored.subject}
        />
      </div>
      {props.canStart ? (
        <div className="actions">
          <Button name="start" value="timer" disabled={pending}>
            {texts.start}
          </Button>
        </div>
      ) : null}
      <div className="tap">
        <p>{texts.today}</p>
        <div className="tap-minutes">
          {props.minutes.map(({ value, label }) => (
            <Button key={value} name="minutes" value={value} variant="quiet" disabled={pending}>
              {label}
            </Button>
          ))}
        </div>
      </div>
    </form>
  );
}
