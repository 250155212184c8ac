'use client';

import { type RefObject, useActionState } from 'react';
import { emptyForm } from '@/app/_server/form-state';
import { Button } from '@/app/_ui/button';
import { SelectField, TextField } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';
import type { CaptureDraft } from '@/lib/capture/rules';
import { saveCapture } from '../capture/_actions';
import { type FieldName, fieldNames } from './form-texts';
import type { CaptureStart } from './start';
import { valuesOf } from './values';

/** Fields of the same name may stand on the page below. */
export const captureField = (name: string) => `capture-${name}`;

/** What a line was understood as, to correct and save. Which fields show follows the kind, by style sheet. */
export function CaptureForm(props: {
  start: CaptureStart;
  draft: CaptureDraft;
  form: RefObject<HTMLFormElement | null>;
}) {
  const { start, draft } = props;
  const { texts } = start;
  const [state, submit, pending] = useActionState(saveCapture, emptyForm);
  const stored = valuesOf(draft, start);
  const field = (name: FieldName) => ({
    name,
    id: `f-${captureField(name)}`,
    label: texts.labels[name],
    error: state.errors[name],
    defaultValue: state.values[name] ?? stored[name],
    autoComplete: 'off',
  });

  return (
    <form
      action={submit}
      ref={props.form}
      className="form capture-form"
      aria-busy={pending}
      aria-label={texts.preview}
    >
      {state.message ? (
        <FormMessage
          key={state.round}
          title={state.message}
          problems={fieldNames.flatMap((name) => {
            const text = state.errors[name];
            return text
              ? [{ name: captureField(name), text: `${texts.labels[name]} — ${text}` }]
              : [];
          })}
        />
      ) : null}
      <input type="hidden" name="id" value={state.values.id ?? start.id} />
      <input type="hidden" name="language" value={start.language} />
      {/* As in the milestone form: selects are drawn anew with every answer, and nothing can be
        typed while it is being saved. */}
      <div className="capture-fields" key={state.round} inert={pending}>
        <SelectField {...field('what')} options={start.whats} />
        <TextField {...field('month')} type="month" className="for-income" />
        <TextField
          {...field('date')}
          className="for-skill for-work for-audience for-credential for-recognition for-effort"
        />
        <TextField {...field('amount')} inputMode="decimal" className="for-income" />
        <SelectField {...field('currency')} options={start.currencies} className="for-income" />
        <TextField {...field('stream')} suggestions={start.streams} className="for-income" />
        <TextField
          {...field('title')}
          className="for-income for-skill for-work for-audience for-credential for-recognition"
        />
        <TextField {...field('measureName')} className="for-audience" />
        <TextField {...field('measureValue')} inputMode="numeric" className="for-audience" />
        <TextField {...field('subject')} className="for-effort" />
        <SelectField
          {...field('subjectIs')}
          options={start.subjectKinds}
          hint={texts.subjectIsHint}
          className="for-effort"
        />
        <TextField {...field('hours')} />
        <TextField {...field('fees')} inputMode="decimal" className="for-income" />
        <TextField {...field('costs')} inputMode="decimal" className="for-income" />
        <SelectField
          {...field('visibility')}
          options={start.visibilities}
          className="for-income for-skill for-work for-audience for-credential for-recognition"
        />
      </div>
      <Button disabled={pending}>{pending ? texts.saving : texts.save}</Button>
    </form>
  );
}
