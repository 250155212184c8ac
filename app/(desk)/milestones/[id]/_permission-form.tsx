'use client';

import { useActionState } from 'react';
import { emptyForm, type FormAction } from '@/app/_server/form-state';
import { Button } from '@/app/_ui/button';
import { TextAreaField, TextField } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';

const names = [
  'anonymousTitleJa',
  'anonymousTitleEn',
  'anonymousStoryJa',
  'anonymousStoryEn',
] as const;
type Name = (typeof names)[number];

/** The texts for a client who wants no name, and the button that makes the link to send them. */
export function PermissionForm(props: {
  action: FormAction;
  id: string;
  stored: Readonly<Record<Name, string>>;
  /** The reader's own language first. */
  order: readonly Name[];
  texts: { labels: Record<Name, string>; lead: string; ask: string; saving: string };
}) {
  const { stored, texts, order } = props;
  const [state, submit, pending] = useActionState(props.action, emptyForm);
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
      <p className="soft">{texts.lead}</p>
      <input type="hidden" name="id" value={props.id} />
      {order.map((name) => {
        const field = {
          name,
          label: texts.labels[name],
          error: state.errors[name],
          defaultValue: state.values[name] ?? stored[name],
          lang: name.endsWith('Ja') ? 'ja' : 'en',
        };
        return name.includes('Title') ? (
          <TextField key={name} {...field} autoComplete="off" />
        ) : (
          <TextAreaField key={name} {...field} rows={2} />
        );
      })}
      <Button variant="quiet" disabled={pending}>
        {pending ? texts.saving : texts.ask}
      </Button>
    </form>
  );
}
