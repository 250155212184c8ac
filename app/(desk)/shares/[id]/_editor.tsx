'use client';

import { useActionState, useEffect, useState } from 'react';
import { emptyForm, type FormAction } from '@/app/_server/form-state';
import { Button, ButtonLink } from '@/app/_ui/button';
import { TextAreaField, Tick } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';
import { countFor, limitOf } from '@/lib/share/count.rules';
import { intentOf, type Network, withLink } from '@/lib/share/networks.rules';

export type EditorTexts = {
  readonly text: string;
  readonly hint: string | undefined;
  /** With `{count}` and `{limit}` to be filled in. */
  readonly counted: string;
  readonly save: string;
  readonly saving: string;
  readonly open: string;
  readonly system: string;
  readonly leakAccepted: string;
};

/** The text of a share, counted by its network's own rule, and the way to the network's composer. */
export function ShareEditor(props: {
  action: FormAction;
  id: string;
  version: number;
  network: Network;
  server: string | null;
  stored: string;
  url: string;
  title: string;
  texts: EditorTexts;
}) {
  const { network, url, title, texts } = props;
  const [state, submit, pending] = useActionState(props.action, emptyForm);
  const [text, setText] = useState(props.stored);
  const [canShare, setCanShare] = useState(false);
  // Known to the browser alone, once it runs.
  useEffect(() => setCanShare(typeof navigator.share === 'function'), []);
  const intent = intentOf(network, { text, url, title, server: props.server ?? undefined });
  const limit = limitOf(network) ?? 0;
  const count = countFor(
    network,
    network === 'x' ? `${text} ${url}` : withLink(network, text, url),
  );
  const version =
    state.reason === 'stale' ? props.version : (state.values.version ?? props.version);
  return (
    <form action={submit} className="form" aria-busy={pending}>
      {state.message ? (
        <FormMessage
          key={state.round}
          title={state.message}
          problems={state.errors.text ? [{ name: 'text', text: state.errors.text }] : []}
        />
      ) : null}
      <input type="hidden" name="id" value={props.id} />
      <input type="hidden" name="version" value={version} />
      <TextAreaField
        name="text"
        label={texts.text}
        hint={texts.hint}
        error={state.errors.text}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        rows={6}
      />
      <p className={count > limit ? 'share-count share-over' : 'share-count soft'} role="status">
        {texts.counted.replace('{count}', String(count)).replace('{limit}', String(limit))}
      </p>
      {state.reason === 'leaks' ? <Tick name="leakAccepted" label={texts.leakAccepted} /> : null}
      <div className="actions">
        {intent ? (
          <ButtonLink href={intent} target="_blank" rel="noopener noreferrer">
            {texts.open}
          </ButtonLink>
        ) : null}
        {canShare ? (
          <Button
            type="button"
            variant={intent ? 'quiet' : 'primary'}
            onClick={() => navigator.share({ text, title }).catch(() => undefined)}
          >
            {texts.system}
          </Button>
        ) : null}
        <Button variant="quiet" disabled={pending}>
          {pending ? texts.saving : texts.save}
        </Button>
      </div>
    </form>
  );
}
