'use client';

import { useActionState } from 'react';
import { emptyForm, type FormAction } from '@/app/_server/form-state';
import { Button, ButtonLink } from '@/app/_ui/button';
import { type Option, SelectField, TextAreaField, TextField } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';
import { Yes } from '../_yes';
import {
  type FieldName,
  fieldNames,
  type MilestoneFormTexts,
  type MilestoneValues,
} from './_fields';

type Props = {
  action: FormAction;
  /** What the fields show until something else was typed: a new milestone, or the stored one. */
  stored: MilestoneValues;
  texts: MilestoneFormTexts;
  kinds: readonly Option[];
  currencies: readonly Option[];
  visibilities: readonly Option[];
  grains: readonly Option[];
  streams: readonly string[];
  cancelHref: string;
};

/** Logs or edits a milestone. Which fields show follows the kind, by style sheet alone. */
export function MilestoneForm(props: Props) {
  const { stored, texts } = props;
  const [state, submit, pending] = useActionState(props.action, emptyForm);
  const isStale = state.reason === 'stale';
  const field = (name: FieldName) => ({
    name,
    label: texts.labels[name],
    hint: texts.hints[name],
    error: state.errors[name],
    defaultValue: state.values[name] ?? stored[name],
  });
  // An edit that lost goes on from the version that won, and only then.
  const version = isStale ? stored.version : (state.values.version ?? stored.version);

  return (
    <form action={submit} className="form-sheet" aria-busy={pending}>
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
      {isStale ? (
        <Stored texts={texts} stored={stored} typed={state.values} options={props} />
      ) : null}
      <input type="hidden" name="id" value={state.values.id ?? stored.id} />
      <input type="hidden" name="language" value={stored.language} />
      {version ? <input type="hidden" name="version" value={version} /> : null}
      <div className="form-columns">
        {/* A select forgets what was chosen when an answer resets the form, unless drawn anew. What
          is typed while it is being saved would be lost to the answer, so nothing can be. */}
        <div className="fields" key={`needed-${state.round}`} inert={pending}>
          <SelectField {...field('kind')} options={props.kinds} className="field-short" />
          <div className="fields for-income">
            <TextField {...field('month')} type="month" className="field-short" />
            <div className="field-row-money">
              <TextField {...field('amount')} autoComplete="off" className="field-amount" />
              <SelectField {...field('currency')} options={props.currencies} />
            </div>
            <TextField {...field('stream')} autoComplete="off" suggestions={props.streams} />
          </div>
          <TextField {...field('title')} autoComplete="off" />
          <TextField
            {...field('date')}
            autoComplete="off"
            className="field-short for-skill for-work for-audience for-credential for-recognition"
          />
          <div className="field-row for-audience">
            <TextField {...field('measureName')} autoComplete="off" />
            <TextField {...field('measureValue')} inputMode="numeric" autoComplete="off" />
          </div>
          <TextField
            {...field('issuer')}
            autoComplete="off"
            className="for-credential for-recognition"
          />
          <SelectField
            {...field('visibility')}
            options={props.visibilities}
            className="field-short"
          />
          <SelectField
            {...field('disclosure')}
            options={props.grains}
            className="field-short for-income"
          />
          <Yes state={state} name="leakAccepted" to="leaks" label={texts.leakAccepted} />
        </div>
        <fieldset className="form-margin" key={`more-${state.round}`} inert={pending}>
          <legend>{texts.more}</legend>
          <TextField {...field('visibleFrom')} type="date" className="field-short" />
          <TextField {...field('hours')} autoComplete="off" className="field-short" />
          <div className="field-row for-income">
            <TextField {...field('fees')} autoComplete="off" />
            <TextField {...field('costs')} autoComplete="off" />
          </div>
          <TextAreaField {...field('evidence')} inputMode="url" autoComplete="off" rows={2} />
          <TextAreaField {...field('story')} rows={4} />
          <TextField {...field('tags')} autoComplete="off" />
          <TextField {...field('titleTranslated')} lang={texts.translatedLang} />
          <TextAreaField {...field('storyTranslated')} lang={texts.translatedLang} rows={3} />
        </fieldset>
      </div>
      <div className="actions">
        <Button disabled={pending}>{pending ? texts.saving : texts.save}</Button>
        <ButtonLink variant="quiet" href={props.cancelHref}>
          {texts.cancel}
        </ButtonLink>
      </div>
    </form>
  );
}

/** What the other edit saved, wherever it differs from what was typed. */
function Stored(props: {
  texts: MilestoneFormTexts;
  stored: MilestoneValues;
  typed: Readonly<Record<string, string>>;
  options: Pick<Props, 'kinds' | 'visibilities' | 'grains' | 'cancelHref'>;
}) {
  const { texts, stored, typed, options } = props;
  const chosen: Partial<Record<FieldName, readonly Option[]>> = {
    kind: options.kinds,
    visibility: options.visibilities,
    disclosure: options.grains,
  };
  const shown = (name: FieldName) =>
    chosen[name]?.find(({ value }) => value === stored[name])?.label ?? stored[name];
  const differing = (Object.keys(texts.labels) as FieldName[]).filter(
    (name) => (typed[name] ?? '') !== stored[name],
  );
  return (
    <section className="notice stored-version">
      <div className="notice-text">
        <h2>{texts.theirs}</h2>
        <dl>
          {differing.map((name) => (
            <div key={name}>
              <dt>{texts.labels[name]}</dt>
              <dd>{shown(name) || '—'}</dd>
            </div>
          ))}
        </dl>
        <p>{texts.theirsHint}</p>
      </div>
      <ButtonLink variant="quiet" small href={options.cancelHref}>
        {texts.useTheirs}
      </ButtonLink>
    </section>
  );
}
