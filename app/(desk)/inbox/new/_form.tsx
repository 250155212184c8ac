'use client';

import { useActionState } from 'react';
import { emptyForm, type FormAction } from '@/app/_server/form-state';
import { Button, ButtonLink } from '@/app/_ui/button';
import { type Option, SelectField, TextAreaField, TextField } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';

const names = ['name', 'email', 'subject', 'day', 'origin', 'note', 'outcome'] as const;
type Name = (typeof names)[number];

export type HandTexts = Readonly<Record<Name | 'add' | 'saving' | 'cancel', string>>;

/** Enters someone who came in another way. */
export function HandForm(props: {
  action: FormAction;
  id: string;
  today: string;
  subjects: readonly Option[];
  origins: readonly Option[];
  outcomes: readonly Option[];
  cancelHref: string;
  texts: HandTexts;
}) {
  const { texts } = props;
  const [state, submit, pending] = useActionState(props.action, emptyForm);
  const field = (name: Name, stored = '') => ({
    name,
    label: texts[name],
    error: state.errors[name],
    defaultValue: state.values[name] ?? stored,
  });
  return (
    <form action={submit} className="form" aria-busy={pending}>
      {state.message ? (
        <FormMessage
          key={state.round}
          title={state.message}
          problems={names.flatMap((name) => {
            const text = state.errors[name];
            return text ? [{ name, text: `${texts[name]} — ${text}` }] : [];
          })}
        />
      ) : null}
      <input type="hidden" name="id" value={state.values.id ?? props.id} />
      {/* A select forgets what was chosen when an answer resets the form, unless drawn anew. */}
      <div className="fields" key={state.round} inert={pending}>
        <TextField {...field('name')} autoComplete="off" />
        <TextField {...field('email')} type="email" autoComplete="off" />
        <SelectField
          {...field('subject', 'job')}
          options={props.subjects}
          className="field-short"
        />
        <TextField {...field('day', props.today)} type="date" className="field-short" />
        <SelectField {...field('origin', 'record')} options={props.origins} />
        <TextAreaField {...field('note')} rows={4} />
        <SelectField {...field('outcome')} options={props.outcomes} className="field-short" />
      </div>
      <div className="actions">
        <Button disabled={pending}>{pending ? texts.saving : texts.add}</Button>
        <ButtonLink variant="quiet" href={props.cancelHref}>
          {texts.cancel}
        </ButtonLink>
      </div>
    </form>
  );
}
