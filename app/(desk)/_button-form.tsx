'use client';

import { useActionState } from 'react';
import { emptyForm, type FormAction } from '@/app/_server/form-state';
import { Button, type ButtonVariant } from '@/app/_ui/button';
import { FormMessage } from '@/app/_ui/form-message';

/**
 * One button that may be refused, with the reason above it. `carried` goes along unseen. With `asks`
 * the button is folded away behind a first press, for what cannot be taken back.
 */
export function ButtonForm(props: {
  action: FormAction;
  label: string;
  carried: Readonly<Record<string, string>>;
  variant?: ButtonVariant;
  small?: boolean;
  asks?: { first: string; lead: string };
}) {
  const { asks } = props;
  const [state, submit, pending] = useActionState(props.action, emptyForm);
  const button = (
    <Button variant={props.variant} small={props.small} disabled={pending}>
      {props.label}
    </Button>
  );
  return (
    <form action={submit} className="form" aria-busy={pending}>
      {state.message ? <FormMessage key={state.round} title={state.message} /> : null}
      {Object.entries(props.carried).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {asks ? (
        <details open={state.message !== null}>
          <summary>{asks.first}</summary>
          <div className="asked">
            <p className="soft">{asks.lead}</p>
            {button}
          </div>
        </details>
      ) : (
        button
      )}
    </form>
  );
}
