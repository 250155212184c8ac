import type { ReactNode } from 'react';
import { Seal } from './seal';

/** A page that stands in for another: what is wrong, and the ways on. */
export function Problem(props: { title: string; text: string; children: ReactNode }) {
  return (
    <main className="plain" id="main">
      <Seal className="lost-mark stamped" grade="outline" />
      <header>
        <h1>{props.title}</h1>
        <p className="soft">{props.text}</p>
      </header>
      <div className="actions">{props.children}</div>
    </main>
  );
}
