'use client';

import { useActionState } from 'react';
import { emptyForm, type FormAction } from '@/app/_server/form-state';
import { Button } from '@/app/_ui/button';
import { TextAreaField, TextField } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';

const names = ['nameJa', 'nameEn', 'levels'] as const;
type Name = (typeof names)[number];

export type SkillTexts = {
  labels: Record<Name, string>;
  levelsHint: string;
  save: string;
  saving: string;
  theirs: string;
  theirsHint: string;
};

/** Both names of a skill and its levels, one a line. The name in the reader's language comes first. */
export function SkillForm(props: {
  action: FormAction;
  stored: Readonly<Record<Name | 'id' | 'version', string>>;
  first: 'ja' | 'en';
  texts: SkillTexts;
}) {
  const { stored, texts, first } = props;
  const [state, submit, pending] = useActionState(props.action, emptyForm);
  const isStale = state.reason === 'stale';
  // An edit that lost goes on from the version that won, and only then.
  const version = isStale ? stored.version : (state.values.version ?? stored.version);
  const field = (name: Name) => ({
    name,
    label: texts.labels[name],
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
      <input type="hidden" name="id" value={stored.id} />
      <input type="hidden" name="version" value={version} />
      <TextField {...field(`name${own}`)} autoComplete="off" />
      <TextField {...field(`name${other}`)} lang={other.toLowerCase()} autoComplete="off" />
      <TextAreaField {...field('levels')} hint={texts.levelsHint} rows={4} autoComplete="off" />
      <Button disabled={pending}>{pending ? texts.saving : texts.save}</Button>
    </form>
  );
}
