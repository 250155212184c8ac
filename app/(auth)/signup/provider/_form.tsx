'use client';

import { useActionState } from 'react';
import { emptyForm, type FormAction } from '@/app/_server/form-state';
import { Button } from '@/app/_ui/button';
import { TextField } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';
import { BrowserZone } from '../../_browser-zone';

type Words = Readonly<Record<'displayName' | 'handle', string>>;

/** How somebody's record is called whose account elsewhere says the rest. */
export function ProviderSignUpForm(props: {
  action: FormAction;
  name: string;
  labels: Words;
  hints: Words;
  submit: string;
  busy: string;
}) {
  const { labels, hints } = props;
  const [state, send, pending] = useActionState(props.action, emptyForm);
  return (
    <form action={send} className="form" noValidate aria-busy={pending}>
      {state.message ? <FormMessage key={state.round} title={state.message} /> : null}
      <TextField
        name="displayName"
        label={labels.displayName}
        hint={hints.displayName}
        error={state.errors.displayName}
        defaultValue={state.values.displayName ?? props.name}
        autoComplete="nickname"
        required
      />
      <TextField
        name="handle"
        label={labels.handle}
        hint={hints.handle}
        error={state.errors.handle}
        defaultValue={state.values.handle}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        required
      />
      <BrowserZone />
      <Button disabled={pending}>{pending ? props.busy : props.submit}</Button>
    </form>
  );
}
