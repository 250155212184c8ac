'use client';

import { useActionState } from 'react';
import { emptyForm, type FormAction } from '@/app/_server/form-state';
import { Button } from '@/app/_ui/button';
import { TextAreaField } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';

/** Answers by mail from here, under an id of its own so that a form sent twice answers once. */
export function ReplyForm(props: {
  action: FormAction;
  id: string;
  replyId: string;
  texts: Readonly<Record<'text' | 'hint' | 'send' | 'sending', string>>;
}) {
  const { texts } = props;
  const [state, submit, pending] = useActionState(props.action, emptyForm);
  return (
    // Once it was sent, the page brings another id, and the next answer begins empty.
    <form action={submit} className="form" aria-busy={pending}>
      {state.message ? <FormMessage key={state.round} title={state.message} /> : null}
      <input type="hidden" name="id" value={props.id} />
      <input type="hidden" name="replyId" value={state.values.replyId ?? props.replyId} />
      <div className="fields" key={state.round} inert={pending}>
        <TextAreaField
          name="text"
          label={texts.text}
          hint={texts.hint}
          error={state.errors.text}
          defaultValue={state.values.text}
          rows={8}
        />
      </div>
      <Button disabled={pending}>{pending ? texts.sending : texts.send}</Button>
    </form>
  );
}
