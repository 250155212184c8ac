'use client';

import { type FormEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Button, type ButtonVariant } from '@/app/_ui/button';
import { TextField } from '@/app/_ui/field';
import { paths } from '@/lib/paths';
import { sizeRefusal } from './_size.rules';

/**
 * Sends one file to where files come in. One that would be refused for its size is not sent: its field says
 * why at once. Without JavaScript it is a form like any other, and the answer says it.
 */
export function FileForm(props: {
  kind: 'csv' | 'export';
  label: string;
  hint: string;
  /** What browsers offer to choose from. */
  accept: string;
  /** Bytes of the largest file that is kept. */
  most: number;
  refused: Readonly<Record<'too-large' | 'empty', string>>;
  button: string;
  variant?: ButtonVariant;
}) {
  const { kind, most } = props;
  const field = useRef<HTMLInputElement>(null);
  const [why, setWhy] = useState<'too-large' | 'empty' | null>(null);

  function look(): 'too-large' | 'empty' | null {
    const file = field.current?.files?.[0];
    const found = file ? sizeRefusal(file.size, most) : null;
    setWhy(found);
    return found;
  }

  function send(event: FormEvent) {
    // The field is described by what is wrong before it is read out.
    if (!flushSync(look)) return;
    event.preventDefault();
    field.current?.focus();
  }

  return (
    <form
      action={paths.upload}
      method="post"
      encType="multipart/form-data"
      className="form"
      onSubmit={send}
    >
      {/* What it is to become stands before the file: it is read as it comes. */}
      <input type="hidden" name="kind" value={kind} />
      <TextField
        ref={field}
        name="file"
        id={`f-${kind}`}
        type="file"
        label={props.label}
        hint={props.hint}
        error={why ? props.refused[why] : undefined}
        accept={props.accept}
        onChange={look}
        required
      />
      <Button variant={props.variant}>{props.button}</Button>
    </form>
  );
}
