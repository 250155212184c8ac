'use client';

import { useActionState } from 'react';
import { emptyForm, type FormAction } from '@/app/_server/form-state';
import { Button } from '@/app/_ui/button';
import { type Option, SelectField, TextField } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';

export type NewShareTexts = {
  readonly network: string;
  readonly language: string;
  readonly server: string;
  readonly serverHint: string;
  readonly share: string;
  readonly saving: string;
};

/** Where to share it and in which language. */
export function NewShareForm(props: {
  action: FormAction;
  carried: Readonly<Record<'id' | 'milestone' | 'occasion', string>>;
  networks: readonly Option[];
  languages: readonly Option[];
  language: string;
  texts: NewShareTexts;
}) {
  const { texts } = props;
  const [state, submit, pending] = useActionState(props.action, emptyForm);
  const value = (name: string, fallback: string) => state.values[name] ?? fallback;
  return (
    <form action={submit} className="form share-new" aria-busy={pending}>
      {state.message ? (
        <FormMessage
          key={state.round}
          title={state.message}
          problems={
            state.errors.server
              ? [{ name: 'server', text: `${texts.server} — ${state.errors.server}` }]
              : []
          }
        />
      ) : null}
      {Object.entries(props.carried).map(([name, carried]) => (
        <input key={name} type="hidden" name={name} value={value(name, carried)} />
      ))}
      <div className="fields" key={state.round} inert={pending}>
        <SelectField
          name="network"
          label={texts.network}
          options={props.networks}
          defaultValue={value('network', 'x')}
          className="field-short"
        />
        <TextField
          name="server"
          label={texts.server}
          hint={texts.serverHint}
          error={state.errors.server}
          defaultValue={value('server', '')}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          className="for-mastodon"
        />
        <SelectField
          name="language"
          label={texts.language}
          options={props.languages}
          defaultValue={value('language', props.language)}
          className="field-short"
        />
      </div>
      <Button disabled={pending}>{pending ? texts.saving : texts.share}</Button>
    </form>
  );
}
