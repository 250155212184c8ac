'use client';

import { useActionState } from 'react';
import { emptyForm, type FormAction } from '@/app/_server/form-state';
import { Button } from '@/app/_ui/button';
import { type Option, SelectField, TextField, Tick } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';
import { Yes } from '../../_yes';
import { Looked } from '../_look';

const ticks = ['monthsOnly', 'isIndexed', 'hasFeeds', 'showsHours', 'checksLinks'] as const;
const sections = ['pinned', 'climb', 'income', 'milestones', 'contact'] as const;
const names = [
  'disclosure',
  'defaultVisibility',
  'delayDays',
  'penName',
  'isEmployerSafe',
  ...ticks,
  ...sections,
] as const;
type Name = (typeof names)[number];

export type ShowingTexts = {
  readonly labels: Readonly<Record<Name, string>>;
  readonly hints: Readonly<Partial<Record<Name, string>>>;
  readonly safe: string;
  readonly sections: string;
  readonly sectionsHint: string;
  readonly save: string;
  readonly saving: string;
  /** The deliberate yes to a name that is kept out otherwise. */
  readonly leakAccepted: string;
  /** The one to milestones that wait for their clients again. */
  readonly askedAgain: string;
  /** The word that one has looked at where links lead. */
  readonly linksChecked: string;
  readonly theirs: string;
  readonly theirsHint: string;
  readonly safeAsSaved: string;
  readonly on: string;
  readonly off: string;
};

type Shown = {
  readonly stored: Readonly<Record<Name | 'version', string>>;
  readonly grains: readonly Option[];
  readonly visibilities: readonly Option[];
  readonly places: readonly Option[];
  readonly texts: ShowingTexts;
};

/** How the record is shown: one switch for those who must not be recognised, and each choice by itself. */
export function ShowingForm(props: Shown & { action: FormAction }) {
  const { stored, texts } = props;
  const [state, submit, pending] = useActionState(props.action, emptyForm);
  const isAnswered = state.round > 0;
  const isStale = state.reason === 'stale';
  // An edit that lost goes on from the version that won, and only then.
  const version = isStale ? stored.version : (state.values.version ?? stored.version);
  const shared = (name: Name) => ({
    name,
    label: texts.labels[name],
    hint: texts.hints[name],
    error: state.errors[name],
  });
  const field = (name: Name) => ({
    ...shared(name),
    defaultValue: state.values[name] ?? stored[name],
  });
  const typed = (name: Name) => state.values[name] ?? '';
  // A box that is not ticked sends nothing, so an answer without it says no.
  const tick = (name: Name) => ({
    ...shared(name),
    defaultChecked: (isAnswered ? typed(name) : stored[name]) === 'yes',
  });
  // Switched on elsewhere in the meantime, the mode is not switched off by a form that never knew.
  const safe = isStale
    ? { ...tick('isEmployerSafe'), defaultChecked: stored.isEmployerSafe === 'yes' }
    : tick('isEmployerSafe');
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
        <div className="safe-mode">
          <Tick {...safe} />
          <TextField {...field('penName')} autoComplete="off" />
        </div>
        <SelectField {...field('disclosure')} options={props.grains} className="field-short" />
        {ticks.map((name) => (
          <Tick key={name} {...tick(name)} />
        ))}
        <TextField
          {...field('delayDays')}
          inputMode="numeric"
          autoComplete="off"
          className="field-short"
        />
        <SelectField
          {...field('defaultVisibility')}
          options={props.visibilities}
          className="field-short"
        />
        <fieldset className="sections-order">
          <legend>{texts.sections}</legend>
          <p className="field-hint">{texts.sectionsHint}</p>
          {sections.map((name) => (
            <SelectField key={name} {...field(name)} options={props.places} />
          ))}
        </fieldset>
      </div>
      <Yes state={state} name="leakAccepted" to="leaks" label={texts.leakAccepted} />
      <Yes state={state} name="askedAgain" to="ask-clients-again" label={texts.askedAgain} />
      <Looked state={state} label={texts.linksChecked} />
      <Button disabled={pending}>{pending ? texts.saving : texts.save}</Button>
    </form>
  );
}

/** What another edit saved while this form was filled in, as far as it says something else. */
function StoredMeanwhile({ names, ...shown }: Shown & { readonly names: readonly Name[] }) {
  const { texts } = shown;
  return (
    <section className="notice stored-version">
      <div className="notice-text">
        <h3>{texts.theirs}</h3>
        <dl>
          {names.map((name) => (
            <div key={name}>
              <dt>{texts.labels[name]}</dt>
              <dd>{inWords(name, shown)}</dd>
            </div>
          ))}
        </dl>
        <p>
          {texts.theirsHint} {names.includes('isEmployerSafe') ? texts.safeAsSaved : null}
        </p>
      </div>
    </section>
  );
}

/** A stored value as the form would say it. */
function inWords(name: Name, { stored, grains, visibilities, places, texts }: Shown): string {
  const value = stored[name];
  if (name === 'penName' || name === 'delayDays') return value || '—';
  if (name === 'isEmployerSafe' || ticks.some((one) => one === name)) {
    return value === 'yes' ? texts.on : texts.off;
  }
  const options =
    name === 'disclosure' ? grains : name === 'defaultVisibility' ? visibilities : places;
  return options.find((option) => option.value === value)?.label ?? value;
}
