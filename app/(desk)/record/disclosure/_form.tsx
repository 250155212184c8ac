'use client';

import { useActionState } from 'react';
import { emptyForm, type FormAction } from '@/app/_server/form-state';
import { Button } from '@/app/_ui/button';
import { type Option, SelectField, TextField, Tick } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';

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
};

/** How the record is shown: one switch for those who must not be recognised, and each choice by itself. */
export function ShowingForm(props: {
  action: FormAction;
  stored: Readonly<Record<Name | 'version', string>>;
  grains: readonly Option[];
  visibilities: readonly Option[];
  places: readonly Option[];
  texts: ShowingTexts;
}) {
  const { stored, texts } = props;
  const [state, submit, pending] = useActionState(props.action, emptyForm);
  const isAnswered = state.round > 0;
  // An edit that lost goes on from the version that won, and only then.
  const version =
    state.reason === 'stale' ? stored.version : (state.values.version ?? stored.version);
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
  // A box that is not ticked sends nothing, so an answer without it says no.
  const tick = (name: Name) => ({
    ...shared(name),
    defaultChecked: (isAnswered ? state.values[name] : stored[name]) === 'yes',
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
      <input type="hidden" name="version" value={version} />
      <div className="fields" key={state.round} inert={pending}>
        <div className="safe-mode">
          <Tick {...tick('isEmployerSafe')} />
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
      <Button disabled={pending}>{pending ? texts.saving : texts.save}</Button>
    </form>
  );
}
