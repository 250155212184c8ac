'use client';

import type { FormAction } from '@/app/_server/form-state';
import { Button } from '@/app/_ui/button';
import { type Option, SelectField, TextField } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';
import { isCurrency, parseAmount, writeAmount } from '@/lib/money';
import { fold } from '@/lib/text';
import { useDraft } from './_draft';
import { Theirs, type TheirsTexts } from './_theirs';

const names = ['outcome', 'amount', 'currency', 'stream'] as const;
type Name = (typeof names)[number];
type Values = Readonly<Record<Name, string>>;

export type OutcomeTexts = TheirsTexts &
  Readonly<Record<Name | 'amountHint' | 'streamHint' | 'save' | 'saving', string>>;

/** Whether what was typed is stored as that: 30万 as 300000, a stream by the name it has. */
function isSame(name: Name, typed: string, stored: string, all: Values): boolean {
  if (name === 'outcome') return typed === stored;
  // What belongs to work agreed is not stored with anything else.
  if (all.outcome !== 'work_agreed') return true;
  if (name === 'stream') return fold(typed) === fold(stored);
  if (name === 'currency') return all.amount.trim() === '';
  if (!isCurrency(all.currency)) return false;
  const minor = parseAmount(typed, all.currency);
  return minor.ok && writeAmount({ minor: minor.value, currency: all.currency }) === stored;
}

/** What became of it; work agreed with its amount and the stream it belongs to. */
export function OutcomeForm(props: {
  action: FormAction;
  id: string;
  version: number;
  stored: Values;
  outcomes: readonly Option[];
  currencies: readonly Option[];
  /** Names of open streams. */
  streams: readonly string[];
  texts: OutcomeTexts;
}) {
  const { action, id, stored, outcomes, texts } = props;
  const draft = useDraft({ action, names, stored, version: props.version, isSame });
  const { state, pending, isOpen, typed } = draft;
  const shown = (name: Name, value: string) =>
    name === 'outcome' ? (outcomes.find((one) => one.value === value)?.label ?? value) : value;
  const field = (name: Name) => ({
    name,
    label: texts[name],
    error: draft.error(name),
    value: typed[name],
  });
  return (
    <form action={draft.submit} className="form outcome-form" aria-busy={pending}>
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
        <SelectField
          {...field('outcome')}
          onChange={(event) => draft.set('outcome', event.currentTarget.value)}
          options={outcomes}
          className="field-short"
        />
        <div className="field-row-money for-agreed">
          <TextField
            {...field('amount')}
            hint={texts.amountHint}
            onChange={(event) => draft.set('amount', event.currentTarget.value)}
            autoComplete="off"
            className="field-amount"
          />
          <SelectField
            {...field('currency')}
            onChange={(event) => draft.set('currency', event.currentTarget.value)}
            options={props.currencies}
          />
        </div>
        <TextField
          {...field('stream')}
          hint={texts.streamHint}
          onChange={(event) => draft.set('stream', event.currentTarget.value)}
          autoComplete="off"
          suggestions={props.streams}
          className="for-agreed"
        />
      </div>
      <Button variant="quiet" disabled={pending}>
        {pending ? texts.saving : texts.save}
      </Button>
    </form>
  );
}
