'use client';

import {
  browserSupportsWebAuthnAutofill,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  WebAuthnAbortService,
} from '@simplewebauthn/browser';
import { startTransition, useActionState, useEffect, useRef, useState } from 'react';
import { emptyForm, type FormAction } from '@/app/_server/form-state';
import { Button } from '@/app/_ui/button';
import { FormMessage } from '@/app/_ui/form-message';
import { useAble } from './able';
import { askedAt, type Trouble, troubleOf } from './asking';

export type PasskeyTexts = Readonly<Record<'submit' | 'busy' | Trouble, string>>;

/** A question waits ten minutes for its answer; a page that stays open asks anew before. */
const renewedAfter = 9 * 60_000;

/**
 * Proves by a passkey who somebody is. Without script, or where the browser knows none, it does not
 * show. With `fills` the browser also offers passkeys in the field whose autocomplete says `webauthn`.
 */
export function PasskeyButton(props: {
  action: FormAction;
  /** The address that answers a POST with what to ask for. */
  asksAt: string;
  next: string;
  fills?: boolean;
  texts: PasskeyTexts;
}) {
  const { action, asksAt, next, fills = false, texts } = props;
  const [state, send, pending] = useActionState(action, emptyForm);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [isAsking, setAsking] = useState(false);
  const [fillings, setFillings] = useState(0);
  const question = useRef<Promise<PublicKeyCredentialRequestOptionsJSON> | null>(null);
  const isAble = useAble();

  async function answer(useBrowserAutofill: boolean): Promise<void> {
    question.current ??= askedAt(asksAt);
    const optionsJSON = await question.current;
    const response = await startAuthentication({ optionsJSON, useBrowserAutofill });
    // One answer uses a question up.
    question.current = null;
    const form = new FormData();
    form.set('response', JSON.stringify(response));
    form.set('next', next);
    setTrouble(null);
    startTransition(() => send(form));
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: begun anew by what is listed alone
  useEffect(() => {
    if (!fills || !isAble) return;
    let isWanted = true;
    question.current = null;
    const offered = browserSupportsWebAuthnAutofill().then((isOffered) =>
      isOffered && isWanted ? answer(true) : undefined,
    );
    // Nobody asked for anything yet, so nobody is told what became of it.
    offered.catch(() => {});
    const renewal = setTimeout(() => setFillings((count) => count + 1), renewedAfter);
    return () => {
      isWanted = false;
      clearTimeout(renewal);
      WebAuthnAbortService.cancelCeremony();
    };
  }, [fills, isAble, fillings, state.round]);

  async function press(): Promise<void> {
    setAsking(true);
    setTrouble(null);
    try {
      await answer(false);
    } catch (error) {
      question.current = null;
      setTrouble(troubleOf(error));
      setFillings((count) => count + 1);
    } finally {
      setAsking(false);
    }
  }

  const isBusy = isAsking || pending;
  const said = trouble ? texts[trouble] : state.message;
  return (
    // Its place is kept until script runs: what stands below must not move away from a press.
    <div hidden={isAble === false} className="by-script">
      <form action={send} className="form" aria-busy={isBusy}>
        {said && !isBusy ? <FormMessage key={`${state.round} ${fillings}`} title={said} /> : null}
        <input type="hidden" name="response" />
        <input type="hidden" name="next" value={next} />
        <Button type="button" variant="quiet" disabled={isBusy || !isAble} onClick={press}>
          {isBusy ? texts.busy : texts.submit}
        </Button>
      </form>
    </div>
  );
}
