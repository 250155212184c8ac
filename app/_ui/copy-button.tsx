'use client';

import { useEffect, useState } from 'react';
import { Button } from './button';

/** Puts a text that stands on the page on the clipboard. Without script it does not show. */
export function CopyButton(props: { value: string; texts: { copy: string; copied: string } }) {
  const { value, texts } = props;
  const [isAble, setAble] = useState(false);
  const [isCopied, setCopied] = useState(false);
  // Known to the browser alone, once it runs: over http it gives no page its clipboard.
  useEffect(() => setAble('clipboard' in navigator), []);
  if (!isAble) return null;
  async function copy() {
    await navigator.clipboard.writeText(value);
    setCopied(true);
  }
  return (
    <Button type="button" variant="quiet" onClick={copy}>
      {isCopied ? texts.copied : texts.copy}
    </Button>
  );
}
