'use client';

import { useActionState, useEffect, useRef } from 'react';
import { emptyForm, type FormAction } from '@/app/_server/form-state';
import { Button } from '@/app/_ui/button';
import { TextField } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';

const names = ['displayName', 'handle', 'email', 'password'] as const;
type Name = (typeof names)[number];

type Props = {
  action: FormAction;
  labels: Record<Name, string>;
  hints: Record<Name, string>;
  submit: string;
  busy: string;
};

export function SignUpForm({ action, labels, hints, submit, busy }: Props) {
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
      <Button disabled={pending}>{pending ? busy : submit}</Button>
    </form>
  );
}

/** The zone days are reckoned in, where the browser can say it; without script it is Japan's. */
function BrowserZone() {
  const zone = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (zone.current) zone.current.value = Intl.DateTimeFormat().resolvedOptions().timeZone;
  });
  return <input ref={zone} type="hidden" name="zone" defaultValue="" />;
}
