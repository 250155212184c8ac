'use client';

import type { KeyboardEvent, RefObject } from 'react';
import { leave } from './actions';
import type { Command } from './match';
import type { CaptureStart } from './start';

/** Screens as links: Tab reaches them, and the arrow keys walk from the line to them and back. */
export function CommandList(props: {
  commands: readonly Command[];
  texts: Pick<CaptureStart['texts'], 'menu' | 'opens'>;
  list: RefObject<HTMLUListElement | null>;
  input: RefObject<HTMLInputElement | null>;
  /** Whether Enter in the line opens the first. */
  isNext: boolean;
}) {
  const { commands, texts, list, input, isNext } = props;

  function walk(event: KeyboardEvent<HTMLUListElement>): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const all = [...(list.current?.querySelectorAll<HTMLElement>('a, button') ?? [])];
    const at = all.findIndex((one) => one.matches(':focus'));
    const to =
      { Home: all[0], End: all.at(-1) }[event.key] ??
      (step === undefined ? undefined : at + step < 0 ? input.current : all[at + step]);
    if (step !== undefined || to) event.preventDefault();
    to?.focus();
  }

  return (
    <nav className="commands" aria-labelledby="commands-title">
      <h2 id="commands-title">{texts.menu}</h2>
      <ul ref={list} className="capture-list" onKeyDown={walk}>
        {commands.map(({ href, label }, index) => (
          <li key={label}>
            {href === null ? (
              <form action={leave}>
                <button type="submit">{label}</button>
              </form>
            ) : (
              <a href={href}>{label}</a>
            )}
            {isNext && index === 0 ? <small aria-hidden="true">{texts.opens}</small> : null}
          </li>
        ))}
      </ul>
    </nav>
  );
}
