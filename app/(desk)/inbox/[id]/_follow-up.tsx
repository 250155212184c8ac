'use client';

import type { FormAction } from '@/app/_server/form-state';
import { Button } from '@/app/_ui/button';
import { type Option, SelectField, TextAreaField, TextField } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';
import { cleanBlock, cleanLine } from '@/lib/text';
import { useDraft } from './_draft';
import { Theirs, type TheirsTexts } from './_theirs';

const names = ['note', 'nextStep', 'nextStepOn', 'origin'] as const;
type Name = (typeof names)[number];

export type FollowUpTexts = TheirsTexts &
  Readonly<Record<Name | 'noteHint' | 'originHint' | 'save' | 'saving', string>>;

function isSame(name: Name, typed: string, stored: string): boolean {
  return (name === 'note' ? cleanBlock(typed) : cleanLine(typed)) === stored;
}

/** Note, next step with its day, and what the person came because of. */
export function FollowUpForm(props: {
  action: FormAction;
  id: string;
  version: number;
  stored: Readonly<Record<Name, string>>;
  origins: readonly Option[];
  texts: FollowUpTexts;
}) {
  const { action, id, stored, origins, texts } = props;
  const draft = useDraft({ action, names, stored, version: props.version, isSame });
  const { state, pending, isOpen, typed } = draft;
  const shown = (name: Name, value: string) =>
    name === 'origin' ? (origins.find((one) => one.value === value)?.label ?? value) : value;
  const field = (name: Name) => ({
    name,
    label: texts[name],
    error: draft.error(name),
    value: typed[name],
  });
  return (
    <form action={draft.submit} className="form" aria-busy={pending}>
      {state.message && isOpen ? (
        <FormMessage
          key={state.round}
          title={state.message}
          problems={names.flatMap((name) => {
            const text = state.errors[name];
            return text ? [{ name, text: `${texts[name]} — ${text}` }] : [];
          })}
        />
      ) : null}
      {draft.isStale ? (
        <Theirs
          texts={texts}
          lines={names.map((name) => ({
            label: texts[name],
            typed: shown(name, typed[name]),
            stored: shown(name, stored[name]),
          }))}
        />
      ) : null}
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={draft.version} />
      {/* A select forgets what was chosen when an answer resets the form, unless drawn anew. */}
      <div className="fields" key={state.round} inert={pending}>
        <TextAreaField
          {...field('note')}
          hint={texts.noteHint}
          onChange={(event) => draft.set('note', event.currentTarget.value)}
          rows={4}
        />
        <TextField
          {...field('nextStep')}
          onChange={(event) => draft.set('nextStep', event.currentTarget.value)}
          autoComplete="off"
        />
        <TextField
          {...field('nextStepOn')}
          onChange={(event) => draft.set('nextStepOn', event.currentTarget.value)}
          type="date"
          className="field-short"
        />
        <SelectField
          {...field('origin')}
          hint={texts.originHint}
          onChange={(event) => draft.set('origin', event.currentTarget.value)}
          options={origins}
        />
      </div>
      <Button variant="quiet" disabled={pending}>
        {pending ? texts.saving : texts.save}
      </Button>
    </form>
  );
}
