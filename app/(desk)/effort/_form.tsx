'use client';

import { useActionState } from 'react';
import { emptyForm, type FormAction, type FormState } from '@/app/_server/form-state';
import { Button, ButtonLink } from '@/app/_ui/button';
import { type Option, SelectField, TextField } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';
import { GroupedSelect } from '@/app/_ui/grouped-select';
import type { SubjectGroups } from './_tap';

const names = ['purpose', 'subject', 'newSkill', 'hours', 'date', 'note'] as const;
type Name = (typeof names)[number];
export type EffortValues = Readonly<Record<Name | 'id' | 'version', string>>;

export type EffortFormTexts = {
  labels: Record<Name, string>;
  hints: Partial<Record<Name, string>>;
  save: string;
  saving: string;
  cancel: string;
  theirs: string;
  theirsHint: string;
  useTheirs: string;
};

type Props = {
  action: FormAction;
  /** What the fields show until something else was typed. */
  stored: EffortValues;
  purposes: readonly Option[];
  subjects: SubjectGroups;
  texts: EffortFormTexts;
  /** Folds the form away under these words until it has something to say. */
  summary?: string;
  /** Where an edit is given up to. */
  cancelHref?: string;
};

/** Logs time in full, or edits it. */
export function EffortForm(props: Props) {
  const [state, submit, pending] = useActionState(props.action, emptyForm);
  const form = <Fields {...props} state={state} submit={submit} pending={pending} />;
  return props.summary ? (
    <details className="fold" open={state.message !== null}>
      <summary>{props.summary}</summary>
      {form}
    </details>
  ) : (
    form
  );
}

function Fields(
  props: Props & { state: FormState; submit: (form: FormData) => void; pending: boolean },
) {
  const { state, stored, texts, pending, cancelHref } = props;
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
  return (
    <form action={props.submit} className="form" aria-busy={pending}>
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
      {isStale ? <Stored {...props} typed={state.values} /> : null}
      <input type="hidden" name="id" value={state.values.id ?? stored.id} />
      {version ? <input type="hidden" name="version" value={version} /> : null}
      {/* A select forgets what was chosen when an answer resets the form, unless drawn anew. */}
      <div className="fields" key={`fields-${state.round}`} inert={pending}>
        <div className="field-row">
          <SelectField {...field('purpose')} options={props.purposes} />
          <GroupedSelect {...field('subject')} id="f-subject" groups={props.subjects} />
        </div>
        <TextField {...field('newSkill')} autoComplete="off" />
        <div className="field-row">
          <TextField {...field('hours')} autoComplete="off" />
          <TextField {...field('date')} type="date" />
        </div>
        <TextField {...field('note')} autoComplete="off" />
      </div>
      <div className="actions">
        <Button disabled={pending}>{pending ? texts.saving : texts.save}</Button>
        {cancelHref ? (
          <ButtonLink variant="quiet" href={cancelHref}>
            {texts.cancel}
          </ButtonLink>
        ) : null}
      </div>
    </form>
  );
}

/** What the other edit saved, wherever it differs from what was typed. */
function Stored(props: Props & { typed: Readonly<Record<string, string>> }) {
  const { texts, stored, typed, cancelHref } = props;
  const options = [...props.purposes, ...props.subjects.flatMap((group) => group.options)];
  const shown = (name: Name) =>
    (name === 'purpose' || name === 'subject'
      ? options.find(({ value }) => value === stored[name])?.label
      : stored[name]) || '—';
  const differing = names.filter((name) => (typed[name] ?? '') !== stored[name]);
  return (
    <section className="notice stored-version">
      <div className="notice-text">
        <h2>{texts.theirs}</h2>
        <dl>
          {differing.map((name) => (
            <div key={name}>
              <dt>{texts.labels[name]}</dt>
              <dd>{shown(name)}</dd>
            </div>
          ))}
        </dl>
        <p>{texts.theirsHint}</p>
      </div>
      {cancelHref ? (
        <ButtonLink variant="quiet" small href={cancelHref}>
          {texts.useTheirs}
        </ButtonLink>
      ) : null}
    </section>
  );
}
