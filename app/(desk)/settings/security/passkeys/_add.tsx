'use client';

import {
  type PublicKeyCredentialCreationOptionsJSON,
  startRegistration,
} from '@simplewebauthn/browser';
import { type FormEvent, startTransition, useActionState, useState } from 'react';
import { useAble } from '@/app/_passkey/able';
import { askedAt, type Trouble, troubleOf } from '@/app/_passkey/asking';
import type { PasskeyTexts } from '@/app/_passkey/button';
import { emptyForm, type FormAction } from '@/app/_server/form-state';
import { Button } from '@/app/_ui/button';
import { TextField } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';

/** Makes a passkey on this device, or on one beside it. Without script it does not show. */
export function AddPasskey(props: {
  action: FormAction;
  asksAt: string;
  /** What the name field shows at first. */
  name: string;
  texts: PasskeyTexts & Readonly<Record<'name' | 'nameHint' | 'unsupported' | 'noScript', string>>;
}) {
  const { action, asksAt, texts } = props;
  const [state, send, pending] = useActionState(action, emptyForm);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [tries, setTries] = useState(0);
  const [isAsking, setAsking] = useState(false);
  const isAble = useAble();

  async function make(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setAsking(true);
    setTrouble(null);
    try {
      const optionsJSON = await askedAt<PublicKeyCredentialCreationOptionsJSON>(asksAt);
      form.set('response', JSON.stringify(await startRegistration({ optionsJSON })));
      startTransition(() => send(form));
    } catch (error) {
      const met = troubleOf(error);
      // The page itself asks for the proof that is wanting, and leads back.
      if (met === 'stale') location.reload();
      setTrouble(met);
    } finally {
      setTries((count) => count + 1);
      setAsking(false);
    }
  }

  const isBusy = isAsking || pending;
  const said = trouble ? texts[trouble] : state.message;
  const isAboutName = state.errors.name !== undefined && !trouble;
  return (
    <>
      <div hidden={!isAble}>
        <form action={send} onSubmit={make} className="form" noValidate aria-busy={isBusy}>
          {said && !isBusy && !isAboutName ? (
            <FormMessage key={`${state.round} ${tries}`} title={said} />
          ) : null}
          <TextField
            key={`name-${state.round}`}
            name="name"
            label={texts.name}
            hint={texts.nameHint}
            error={state.errors.name}
            defaultValue={state.values.name ?? props.name}
            autoComplete="off"
            autoFocus={isAboutName}
          />
          <input type="hidden" name="response" />
          <Button disabled={isBusy}>{isBusy ? texts.busy : texts.submit}</Button>
        </form>
      </div>
      {isAble === false ? <p>{texts.unsupported}</p> : null}
      <noscript>
        <p>{texts.noScript}</p>
      </noscript>
    </>
  );
}
