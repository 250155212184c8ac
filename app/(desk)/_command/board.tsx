'use client';

import { type RefObject, useEffect, useRef, useSyncExternalStore } from 'react';
import { type Captured, missingIn, parseCapture } from '@/lib/capture/rules';
import { paths, withQuery } from '@/lib/paths';
import { CaptureForm, captureField } from './capture-form';
import { CommandList } from './command-list';
import { matching } from './match';
import type { CaptureStart } from './start';

/**
 * What stands below the one line: what it was understood as, and the screens whose names it holds.
 * Enter in the line saves what is complete, else leads to the first field still to be filled, else to
 * the first screen. Drawn on the server too, from `line`, for who has no script.
 */
export function Board(props: {
  input: RefObject<HTMLInputElement | null>;
  start: CaptureStart;
  line: string;
}) {
  const { input, start } = props;
  const line = useTyped(input, props.line);
  const form = useRef<HTMLFormElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const captured = parseCapture(line, start);
  const isEmpty = line.trim() === '';
  const commands = matching(start.commands, line);
  const isRefused = !captured.ok && !isEmpty && commands.length === 0;

  useEffect(() => {
    if (isRefused) input.current?.setAttribute('aria-invalid', 'true');
    else input.current?.removeAttribute('aria-invalid');
  }, [input, isRefused]);

  useEffect(() => {
    const field = input.current;
    const entered = (event: Event) => {
      event.preventDefault();
      if (captured.ok) finish(captured, form.current);
      else if (!isEmpty) list.current?.querySelector<HTMLElement>('a, button')?.click();
    };
    const moved = (event: KeyboardEvent) => {
      // While kana are being turned into kanji the arrows choose among them.
      if (event.key !== 'ArrowDown' || event.isComposing) return;
      event.preventDefault();
      list.current?.querySelector<HTMLElement>('a, button')?.focus();
    };
    field?.form?.addEventListener('submit', entered);
    field?.addEventListener('keydown', moved);
    return () => {
      field?.form?.removeEventListener('submit', entered);
      field?.removeEventListener('keydown', moved);
    };
  });

  return (
    <div className="capture-board">
      <p
        className={isRefused ? 'capture-said field-error' : 'capture-said soft'}
        role="status"
        id="capture-said"
      >
        {isEmpty ? null : <Said captured={captured} start={start} isRefused={isRefused} />}
      </p>
      {captured.ok ? (
        <CaptureForm key={line} start={start} draft={captured.draft} form={form} />
      ) : null}
      {isEmpty ? <Examples start={start} input={input} /> : null}
      {commands.length > 0 ? (
        <CommandList
          commands={commands}
          texts={start.texts}
          list={list}
          input={input}
          isNext={!captured.ok && !isEmpty}
        />
      ) : null}
    </div>
  );
}

/** Saves, or leads to the first field that is still empty. */
function finish(captured: Captured & { ok: true }, form: HTMLFormElement | null): void {
  const [missing] = missingIn(captured.draft);
  if (missing) form?.querySelector<HTMLElement>(`#f-${captureField(missing)}`)?.focus();
  else form?.requestSubmit();
}

/** What Enter does, or why the line is not read; nothing while it may be the name of a screen. */
function Said(props: { captured: Captured; start: CaptureStart; isRefused: boolean }) {
  const { captured, start } = props;
  const { texts } = start;
  if (!captured.ok) {
    const { reason, part } = captured;
    return props.isRefused ? `${part ? `${part} — ` : ''}${start.reasons[reason]}` : null;
  }
  const labels: Readonly<Record<string, string>> = texts.labels;
  const missing = missingIn(captured.draft).map((name) => labels[name]);
  if (missing.length > 0) return `${texts.missing} ${missing.join(texts.also)}`;
  return texts.ready;
}

function Examples(props: { start: CaptureStart; input: RefObject<HTMLInputElement | null> }) {
  const { start, input } = props;
  return (
    <section className="capture-examples">
      <h2>{start.texts.examples}</h2>
      <ul className="capture-list">
        {start.examples.map((example) => (
          <li key={example}>
            <a
              href={withQuery(paths.capture, { line: example })}
              onClick={(event) => {
                if (!input.current) return;
                event.preventDefault();
                input.current.value = example;
                input.current.dispatchEvent(new Event('input', { bubbles: true }));
                input.current.focus();
              }}
            >
              {example}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the field holds, as it is typed; a field that is not controlled keeps what came before us. */
function useTyped(input: RefObject<HTMLInputElement | null>, first: string): string {
  return useSyncExternalStore(
    (changed) => {
      const field = input.current;
      field?.addEventListener('input', changed);
      return () => field?.removeEventListener('input', changed);
    },
    () => input.current?.value ?? first,
    () => first,
  );
}
