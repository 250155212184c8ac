'use client';

import { useActionState } from 'react';
import { emptyForm, type FormAction } from '@/app/_server/form-state';
import { Button } from '@/app/_ui/button';
import { type Option, SelectField, Tick } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';
import type { MailChoice } from '@/lib/mail/choice/rules';

export type LettersTexts = Readonly<
  Record<
    | 'tellsInquiries'
    | 'letter'
    | 'letterHint'
    | 'remindsIncome'
    | 'remindsIncomeHint'
    | 'save'
    | 'saving',
    string
  >
>;

/** Which letters and notices come by mail. */
export function LettersForm(props: {
  action: FormAction;
  stored: MailChoice;
  rhythms: readonly Option[];
  texts: LettersTexts;
}) {
  const { stored, texts } = props;
  const [state, submit, pending] = useActionState(props.action, emptyForm);
  // A box that is not ticked sends nothing, so an answer says nothing of it.
  const isTicked = (name: 'tellsInquiries' | 'remindsIncome') =>
    state.round > 0 ? state.values[name] === 'yes' : stored[name];
  return (
    <form action={submit} className="form" aria-busy={pending}>
      {state.message ? <FormMessage key={state.round} title={state.message} /> : null}
      {/* What was chosen is forgotten when an answer resets the form, unless drawn anew. */}
      <div className="fields" key={state.round}>
        <Tick
          name="tellsInquiries"
          label={texts.tellsInquiries}
          error={state.errors.tellsInquiries}
          defaultChecked={isTicked('tellsInquiries')}
        />
        <SelectField
          name="letter"
          label={texts.letter}
          hint={texts.letterHint}
          error={state.errors.letter}
          options={props.rhythms}
          defaultValue={state.values.letter ?? stored.letter}
        />
        <Tick
          name="remindsIncome"
          label={texts.remindsIncome}
          hint={texts.remindsIncomeHint}
          error={state.errors.remindsIncome}
          defaultChecked={isTicked('remindsIncome')}
        />
      </div>
      <Button disabled={pending}>{pending ? texts.saving : texts.save}</Button>
    </form>
  );
}
