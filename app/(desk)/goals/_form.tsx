'use client';

import { type ReactNode, useActionState } from 'react';
import { emptyForm, type FormAction } from '@/app/_server/form-state';
import { Button, ButtonLink } from '@/app/_ui/button';
import { fieldId, SelectField, TextField } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';
import {
  type FieldName,
  fieldNames,
  type GoalChoices,
  type GoalFormTexts,
  type GoalValues,
  type Lack,
} from './_fields';

/** What a goal measures stays as it was set, so an edit carries it along unseen. */
const fixed = ['measure', 'stream', 'skill', 'audience', 'kind', 'currency'] as const;

type Props = {
  action: FormAction;
  /** What the fields show until something else was typed: a new goal, or the stored one. */
  stored: GoalValues;
  texts: GoalFormTexts;
  choices: GoalChoices;
  cancelHref: string;
};

/** Sets a goal or edits one. Which fields show follows the measure, by style sheet alone. */
export function GoalForm(props: Props) {
  const { stored, texts, choices } = props;
  const [state, submit, pending] = useActionState(props.action, emptyForm);
  const isNew = stored.version === '';
  const isStale = state.reason === 'stale';
  const field = <Name extends FieldName>(name: Name) => ({
    name,
    label: texts.labels[name],
    hint: texts.hints[name],
    error: state.errors[name],
    defaultValue: state.values[name] ?? stored[name],
  });
  // An edit that lost goes on from the version that won, and only then.
  const version = isStale ? stored.version : (state.values.version ?? stored.version);
  const target = (currency: ReactNode) => (
    <div className="field-row-money">
      <TextField
        {...field('target')}
        hint={<TargetHint hints={texts.targetHints} />}
        autoComplete="off"
        className="field-amount"
      />
      {currency}
    </div>
  );
  const times = (
    <>
      <TextField {...field('by')} autoComplete="off" className="field-short goal-for-date" />
      <SelectField
        {...field('every')}
        options={choices.rhythms}
        className="field-short goal-for-rhythm"
      />
      <TextField {...field('since')} type="month" className="field-short goal-for-start" />
    </>
  );
  return (
    <form
      action={submit}
      className={`${isNew ? 'form-sheet' : 'form'} goal-form`}
      aria-busy={pending}
    >
      {state.message ? (
        <FormMessage
          key={state.round}
          title={state.message}
          problems={fieldNames.flatMap((name) => {
            const text = state.errors[name];
            return text ? [{ name, text: `${texts.labels[name]} — ${text}` }] : [];
          })}
        />
      ) : null}
      {isStale ? <Stored stored={stored} typed={state.values} {...{ texts, choices }} /> : null}
      <input type="hidden" name="id" value={state.values.id ?? stored.id} />
      {isNew ? null : <input type="hidden" name="version" value={version} />}
      {isNew
        ? null
        : fixed.map((name) => <input key={name} type="hidden" name={name} value={stored[name]} />)}
      {/* A select forgets what was chosen when an answer resets the form, unless drawn anew. What is
          typed while it is being saved would be lost to the answer, so nothing can be. */}
      {isNew ? (
        <div className="form-columns" key={`fields-${state.round}`} inert={pending}>
          <div className="fields">
            <SelectField {...field('measure')} options={choices.measures} />
            <SelectField
              {...field('stream')}
              options={choices.streams}
              className="goal-for-money"
            />
            <Subject {...field('skill')} options={choices.skills} lack={choices.noSkills} />
            <Subject
              {...field('audience')}
              options={choices.audiences}
              lack={choices.noAudiences}
            />
            <SelectField {...field('kind')} options={choices.kinds} className="goal-for-kind" />
            {target(
              <SelectField
                {...field('currency')}
                options={choices.currencies}
                className="goal-for-money"
              />,
            )}
          </div>
          <fieldset className="form-margin">
            <legend>{texts.times}</legend>
            {times}
          </fieldset>
        </div>
      ) : (
        <div className="fields" key={`fields-${state.round}`} inert={pending}>
          {target(<p className="goal-currency">{stored.currency}</p>)}
          {times}
        </div>
      )}
      <div className="actions">
        <Button disabled={pending}>{pending ? texts.saving : texts.save}</Button>
        <ButtonLink variant="quiet" href={props.cancelHref}>
          {texts.cancel}
        </ButtonLink>
      </div>
    </form>
  );
}

function TargetHint({ hints }: { hints: GoalFormTexts['targetHints'] }) {
  return (
    <span className="goal-hint">
      <span className="goal-in-income">{hints.income} </span>
      <span className="goal-in-rate">{hints.rate} </span>
      <span className="goal-in-minutes">{hints.minutes} </span>
      <span className="goal-in-count">{hints.count}</span>
    </span>
  );
}

/** The skill or audience a goal is about; where there is none yet, the way to one. */
function Subject(props: {
  name: 'skill' | 'audience';
  label: string;
  error?: string;
  defaultValue: string;
  options: GoalChoices['skills'];
  lack: Lack;
}) {
  const { lack, ...field } = props;
  const className = `goal-for-${field.name}`;
  if (field.options.length > 1) return <SelectField {...field} className={className} />;
  return (
    <div className={`field ${className}`}>
      <input type="hidden" name={field.name} value="" />
      <p id={fieldId(field.name)} tabIndex={-1}>
        {lack.text} <a href={lack.href}>{lack.way}</a>
      </p>
      {field.error ? <p className="field-error">{field.error}</p> : null}
    </div>
  );
}

/** What the other edit saved, wherever it differs from what was typed. */
function Stored(props: {
  stored: GoalValues;
  typed: Readonly<Record<string, string>>;
  texts: GoalFormTexts;
  choices: GoalChoices;
}) {
  const { stored, typed, texts, choices } = props;
  const shown = (name: FieldName) =>
    name === 'every'
      ? choices.rhythms.find(({ value }) => value === stored.every)?.label
      : stored[name];
  return (
    <section className="notice stored-version">
      <div className="notice-text">
        <h2>{texts.theirs}</h2>
        <dl>
          {(['target', 'every', 'by', 'since'] as const)
            .filter((name) => (typed[name] ?? '') !== stored[name])
            .map((name) => (
              <div key={name}>
                <dt>{texts.labels[name]}</dt>
                <dd>{shown(name) || '—'}</dd>
              </div>
            ))}
        </dl>
        <p>{texts.theirsHint}</p>
      </div>
    </section>
  );
}
