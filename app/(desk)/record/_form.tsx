'use client';

import { useActionState } from 'react';
import { emptyForm, type FormAction } from '@/app/_server/form-state';
import { Button } from '@/app/_ui/button';
import { type Option, SelectField, TextAreaField, TextField } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';
import { Yes } from '../_yes';
import { Looked } from './_look';

const names = [
  'displayName',
  'handle',
  'headlineJa',
  'headlineEn',
  'aboutJa',
  'aboutEn',
  'language',
  'contactLinks',
] as const;
type Name = (typeof names)[number];

export type ProfileTexts = {
  labels: Record<Name, string>;
  hints: Partial<Record<Name, string>>;
  save: string;
  saving: string;
  /** The deliberate yes to a name that is kept out otherwise. */
  leakAccepted: string;
  /** The word that one has looked at where links lead. */
  linksChecked: string;
  theirs: string;
  theirsHint: string;
};

/** What the record says of the person. Fields of the reader's own language come first. */
export function ProfileForm(props: {
  action: FormAction;
  stored: Readonly<Record<Name | 'version', string>>;
  first: 'ja' | 'en';
  languages: readonly Option[];
  texts: ProfileTexts;
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
                    <dd>{stored[name] || '—'}</dd>
                  </div>
                ))}
            </dl>
            <p>{texts.theirsHint}</p>
          </div>
        </section>
      ) : null}
      <input type="hidden" name="version" value={version} />
      <TextField {...field('displayName')} autoComplete="nickname" />
      <TextField {...field('handle')} autoComplete="off" autoCapitalize="none" spellCheck={false} />
      <TextField {...field(`headline${own}`)} autoComplete="off" />
      <TextAreaField {...field(`about${own}`)} rows={5} />
      <TextField {...field(`headline${other}`)} lang={other.toLowerCase()} autoComplete="off" />
      <TextAreaField {...field(`about${other}`)} lang={other.toLowerCase()} rows={5} />
      <SelectField
        key={state.round}
        {...field('language')}
        options={props.languages}
        className="field-short"
      />
      <TextAreaField {...field('contactLinks')} inputMode="url" autoComplete="off" rows={2} />
      <Yes state={state} name="leakAccepted" to="leaks" label={texts.leakAccepted} />
      <Looked state={state} label={texts.linksChecked} />
      <Button disabled={pending}>{pending ? texts.saving : texts.save}</Button>
    </form>
  );
}
