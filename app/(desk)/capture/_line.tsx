'use client';

import { useRef } from 'react';
import { Button } from '@/app/_ui/button';
import { TextField } from '@/app/_ui/field';
import { paths } from '@/lib/paths';
import { Board } from '../_command/board';
import type { CaptureStart } from '../_command/start';

/** The line and what it was understood as; without script, the preview is one more page. */
export function CaptureLine(props: {
  start: CaptureStart;
  line: string;
  texts: { label: string; hint: string; preview: string };
}) {
  const { start, line, texts } = props;
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="capture">
      <form action={paths.capture} method="get" className="capture-line">
        <TextField
          ref={input}
          name="line"
          label={texts.label}
          hint={texts.hint}
          defaultValue={line}
          autoComplete="off"
          autoCapitalize="none"
          enterKeyHint="done"
        />
        <noscript>
          <Button>{texts.preview}</Button>
        </noscript>
      </form>
      <Board input={input} start={start} line={line} />
    </div>
  );
}
