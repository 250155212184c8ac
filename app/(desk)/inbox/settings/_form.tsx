'use client';

import { useActionState } from 'react';
import { emptyForm, type FormAction } from '@/app/_server/form-state';
import { Button } from '@/app/_ui/button';
import { TextField, Tick } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';

const ticks = ['takesInquiries', 'showsResponse'] as const;
const names = [...ticks, 'inquiryDays'] as const;
type Name = (typeof names)[number];

type Shown = {
  readonly stored: Readonly<Record<Name | 'version', string>>;
  readonly texts: {
    readonly labels: Readonly<Record<Name, string>>;
    readonly hints: Readonly<Record<Name, string>>;
    readonly save: string;
    readonly saving: string;
    readonly theirs: string;
    readonly theirsHint: string;
    readonly on: string;
    readonly off: string;
    readonly always: string;
  };
};

/** Who may write, what strangers read of how it went, and how long it is kept. */
export function InquirySettingsForm(props: Shown & { action: FormAction }) {
  const { stored, texts } = props;
  const [state, submit, pending] = useActionState(props.action, emptyForm);
  const isAnswered = state.round > 0;
  const isStale = state.reason === 'stale';
  // An edit that lost goes on from the version that won, and only then.
  const version = isStale ? stored.version : (state.values.version ?? stored.version);
  const typed = (name: Name) => (isAnswered ? (state.values[name] ?? '') : stored[name]);
  const shared = (name: Name) => ({
    name,
    label: texts.labels[name],
    hint: texts.hints[name],
    error: state.errors[name],
  });
  return (
    <form action={submit} className="form" aria-busy={pending}>
      {state.message ? (
        <FormMessage
          key={state.round}
          title={state.message}
          problems={names.flatMap((name) => {
            const text = state.errors[name];
            return text ? [{ name, text: `${texts.labels[name]} — ${text}` }] : [];
          })}
        />
      ) : null}
      {isStale ? (
        <StoredMeanwhile {...props} names={names.filter((name) => typed(name) !== stored[name])} />
      ) : null}
      <input type="hidden" name="version" value={version} />
      <div className="fields" key={state.round} inert={pending}>
        {ticks.map((name) => (
          // A box that is not ticked sends nothing, so an answer without it says no.
          <Tick key={name} {...shared(name)} defaultChecked={typed(name) === 'yes'} />
        ))}
        <TextField
          {...shared('inquiryDays')}
          defaultValue={typed('inquiryDays')}
          inputMode="numeric"
          autoComplete="off"
          className="field-short"
        />
      </div>
      <Button disabled={pending}>{pending ? texts.saving : texts.save}</Button>
    </form>
  );
}

/** What another edit saved while this form was filled in, as far as it says something else. */
function StoredMeanwhile({ names: differing, stored, texts }: Shown & { names: readonly Name[] }) {
  const said = (name: Name) =>
    name === 'inquiryDays' ? stored[name] || texts.always : stored[name] ? texts.on : texts.off;
  return (
    <section className="notice stored-version">
      <div className="notice-text">
        <h3>{texts.theirs}</h3>
        <dl>
          {differing.map((name) => (
            <div key={name}>
              <dt>{texts.labels[name]}</dt>
              <dd>{said(name)}</dd>
            </div>
          ))}
        </dl>
        <p>{texts.theirsHint}</p>
      </div>
    </section>
  );
}
