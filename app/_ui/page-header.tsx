import type { ReactNode } from 'react';

/** The top of a desk page: its only h1, a line about it, its actions. */
export function PageHeader(props: { title: string; lead?: ReactNode; actions?: ReactNode }) {
  return (
    <header className="page-header">
      <div>
        <h1>{props.title}</h1>
        {props.lead ? <p className="soft">{props.lead}</p> : null}
      </div>
      {props.actions ? <div className="actions">{props.actions}</div> : null}
    </header>
  );
}

/** The head of a section of a page, ruled like a ledger's column head, with an aside at its end. */
export function SectionHead(props: { title: string; id?: string; aside?: ReactNode }) {
  return (
    <div className="section-head">
      <h2 id={props.id}>{props.title}</h2>
      {props.aside ? <div className="section-aside">{props.aside}</div> : null}
    </div>
  );
}
