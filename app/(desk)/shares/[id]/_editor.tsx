'use client';

import { useActionState, useState } from 'react';
import { emptyForm, type FormAction } from '@/app/_server/form-state';
import { Button } from '@/app/_ui/button';
import { TextAreaField } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';
import { countFor, limitOf } from '@/lib/share/count.rules';
import { type Network, withLink } from '@/lib/share/networks.rules';
import { cleanBlock } from '@/lib/text';
import { Yes } from '../../_yes';
import { WaysOut, type WayTexts } from './_ways-out';

export type EditorTexts = WayTexts & {
  readonly text: string;
  readonly hint: string | undefined;
  /** With `{count}` and `{limit}` to be filled in. */
  readonly counted: string;
  readonly save: string;
  readonly saving: string;
  readonly saveFirst: string;
  readonly leakAccepted: string;
  readonly theirs: string;
  readonly theirsHint: string;
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
  /** False: nothing shows that a share would lead to, so it is not sent out. */
  isOffered: boolean;
  texts: EditorTexts;
}) {
  const { network, url, texts, stored } = props;
  const [state, submit, pending] = useActionState(props.action, emptyForm);
  // Refused, the typed text stands in the answer, also without JavaScript.
  const [text, setText] = useState(state.values.text ?? stored);
  const [base, setBase] = useState({
    version: state.values.version ?? String(props.version),
    text: stored,
    settled: 0,
  });
  const isUnsaved = text !== stored && cleanBlock(text) !== stored;
  const isOpen = state.round > base.settled;
  const isStale = isOpen && state.reason === 'stale';
  if (base.version !== String(props.version)) {
    // Another text was saved: our own, or one to begin with where nothing was typed. Else it waits.
    const isUntouched = !isOpen && text === base.text;
    if (!isUnsaved || isUntouched) {
      const settled = isUnsaved ? base.settled : state.round;
      setBase({ version: String(props.version), text: stored, settled });
      if (isUntouched) setText(stored);
    }
  }
  const limit = limitOf(network) ?? 0;
  const count = countFor(
    network,
    network === 'x' ? `${text} ${url}` : withLink(network, text, url),
  );
  return (
    <form action={submit} className="form" aria-busy={pending}>
      {state.message && isOpen ? (
        <FormMessage
          key={state.round}
          title={state.message}
          problems={state.errors.text ? [{ name: 'text', text: state.errors.text }] : []}
        />
      ) : null}
      {isStale ? (
        <section className="notice stored-version">
          <div className="notice-text">
            <h3>{texts.theirs}</h3>
            <dl>
              <div>
                <dt>{texts.text}</dt>
                <dd>{stored || '—'}</dd>
              </div>
            </dl>
            <p>{texts.theirsHint}</p>
          </div>
        </section>
      ) : null}
      <input type="hidden" name="id" value={props.id} />
      {/* An edit that lost goes on from the version that won, and only then. */}
      <input type="hidden" name="version" value={isStale ? props.version : base.version} />
      <TextAreaField
        name="text"
        label={texts.text}
        hint={texts.hint}
        error={isOpen ? state.errors.text : undefined}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        readOnly={pending}
        rows={6}
      />
      <p className={count > limit ? 'share-count share-over' : 'share-count soft'} role="status">
        {texts.counted.replace('{count}', String(count)).replace('{limit}', String(limit))}
      </p>
      {isOpen ? (
        <Yes state={state} name="leakAccepted" to="leaks" label={texts.leakAccepted} />
      ) : null}
      {props.isOffered && isUnsaved ? <p className="soft">{texts.saveFirst}</p> : null}
      <div className="actions">
        {props.isOffered && !isUnsaved ? <WaysOut {...props} text={stored} /> : null}
        <Button variant="quiet" disabled={pending}>
          {pending ? texts.saving : texts.save}
        </Button>
      </div>
    </form>
  );
}
