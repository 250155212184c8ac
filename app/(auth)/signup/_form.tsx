'use client';

import { useActionState } from 'react';
import { emptyForm, type FormAction } from '@/app/_server/form-state';
import { Button } from '@/app/_ui/button';
import { TextField } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';
import { BrowserZone } from '../_browser-zone';

const names = ['displayName', 'handle', 'email', 'password'] as const;
type Name = (typeof names)[number];

type Props = {
  action: FormAction;
  labels: Record<Name, string>;
  hints: Record<Name, string>;
  submit: string;
  busy: string;
  /** The secret of the invitation that the address carries; absent: none is needed. */
  invite?: string;
};

export function SignUpForm({ action, labels, hints, submit, busy, invite }: Props) {
  const [state, send, pending] = useActionState(action, emptyForm);
  const field = (name: Name) => ({
    name,
    label: labels[name],
    hint: hints[name],
    error: state.errors[name],
    defaultValue: state.values[name],
  });
  const problems = names.flatMap((name) => {
    const text = state.errors[name];
    return text ? [{ name, text: `${labels[name]} — ${text}` }] : [];
  });

  return (
    <form action={send} className="form" noValidate aria-busy={pending}>
      {state.message ? (
        <FormMessage key={state.round} title={state.message} problems={problems} />
      ) : null}
      <TextField {...field('displayName')} autoComplete="nickname" required />
      <TextField
        {...field('handle')}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        required
      />
      <TextField {...field('email')} type="email" autoComplete="username" required />
      <TextField
        {...field('password')}
        defaultValue={undefined}
        type="password"
        autoComplete="new-password"
        required
      />
      <BrowserZone />
      {invite === undefined ? null : <input type="hidden" name="invite" value={invite} />}
      <Button disabled={pending}>{pending ? busy : submit}</Button>
    </form>
  );
}
