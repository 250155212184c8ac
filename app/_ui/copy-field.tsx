'use client';

import { useId, useState } from 'react';

/** A text to take along, and a button that puts it on the clipboard; without JavaScript it is selected by hand. */
export function CopyField(props: {
  label: string;
  value: string;
  hint?: string;
  /** More than one line. */
  rows?: number;
  texts: { copy: string; copied: string };
}) {
  const { label, value, hint, rows, texts } = props;
  const id = useId();
  const [isCopied, setCopied] = useState(false);
  async function copy() {
    await navigator.clipboard.writeText(value);
    setCopied(true);
  }
  const wired = {
    id,
    readOnly: true,
    value,
    'aria-describedby': hint ? `${id}-hint` : undefined,
    onFocus: (event: { currentTarget: { select(): void } }) => event.currentTarget.select(),
  };
  return (
    <div className="field copy-field">
      <label htmlFor={id}>{label}</label>
      <div className="copy-row">
        {rows ? <textarea {...wired} rows={rows} spellCheck={false} /> : <input {...wired} />}
        <button type="button" className="button button-quiet button-small" onClick={copy}>
          {isCopied ? texts.copied : texts.copy}
        </button>
      </div>
      {hint ? (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
    </div>
  );
}
