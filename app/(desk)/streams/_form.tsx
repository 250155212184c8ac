'use client';

import { useActionState } from 'react';
import { emptyForm, type FormAction } from '@/app/_server/form-state';
import { Button } from '@/app/_ui/button';
import { type Option, SelectField, TextField } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';
import { Yes } from '../_yes';

const names = ['nameJa', 'nameEn', 'origin'] as const;
type Name = (typeof names)[number];

export type StreamFormTexts = {
  labels: Record<Name, string>;
  hints: Record<Name, string>;
  submit: string;
  saving: string;
  leakAccepted: string;
  theirs: string;
  theirsHint: string;
};

/** Names and origin of a stream, of a new one where there is no version. Own language first. */
export function StreamForm(props: {
  action: FormAction;
  stored: Readonly<Record<Name | 'id', string>> & { readonly version?: string };
  origins: readonly Option[];
  first: 'ja' | 'en';
  texts: StreamFormTexts;
}) {
  const { stored, texts, first } = props;
  const [state, submit, pending] = useActionState(props.action, emptyForm);
  const isStale = state.reason === 'stale';
  // An edit that lost goes on from the version that won, and only then.
  const version = isStale ? stored.version : (state.values.version ?? stored.version);
  const field = (name: Name) => ({
    name,
    label: texts.labels[name],
    hint: texts.hints[name],
    error: state.errors[name],
    defaultValue: state.values[name] ?? stored[name],
  });
  const shown = (name: Name) =>
    name === 'origin'
      ? props.origins.find(({ value }) => value === stored.origin)?.label
      : stored[name] || '—';
  const [own, other] = first === 'ja' ? (['Ja', 'En'] as const) : (['En', 'Ja'] as const);
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
        <section className="notice stored-version">
          <div className="notice-text">
            <h3>{texts.theirs}</h3>
            <dl>
              {names
                .filter((name) => state.values[name] !== stored[name])
                .map((name) => (
                  <div key={name}>
                    <dt>{texts.labels[name]}</dt>
                    <dd>{shown(name)}</dd>
                  </div>
                ))}
            </dl>
            <p>{texts.theirsHint}</p>
          </div>
        </section>
      ) : null}
      <input type="hidden" name="id" value={state.values.id ?? stored.id} />
      {version ? <input type="hidden" name="version" value={version} /> : null}
      {/* A select forgets what was chosen when an answer resets the form, unless drawn anew. */}
      <div className="fields" key={`fields-${state.round}`} inert={pending}>
        <TextField {...field(`name${own}`)} autoComplete="off" />
        <TextField {...field(`name${other}`)} lang={other.toLowerCase()} autoComplete="off" />
        <SelectField {...field('origin')} options={props.origins} className="field-short" />
      </div>
      <Yes state={state} name="leakAccepted" to="leaks" label={texts.leakAccepted} />
      <Button disabled={pending}>{pending ? texts.saving : texts.submit}</Button>
    </form>
  );
}
