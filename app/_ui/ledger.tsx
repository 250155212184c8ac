import type { ReactNode } from 'react';
import { type Kind, KindMark } from './kind-mark';

/** One page of the account book: its lines. */
export function Ledger(props: { children: ReactNode }) {
  return (
    <section className="ledger">
      <ol className="ledger-lines">{props.children}</ol>
    </section>
  );
}

/**
 * One line: date, kind, title, amount. Everything comes formatted. `kindLabel` is read out in place
 * of the mark.
 */
export function LedgerRow(props: {
  date: string;
  dateTime: string;
  kind: Kind;
  kindLabel: string;
  title: string;
  href?: string;
  amount?: string;
  amountNote?: string;
  note?: ReactNode;
  actions?: ReactNode;
}) {
  const title = props.href ? <a href={props.href}>{props.title}</a> : props.title;
  return (
    <li className="ledger-row">
      <time className="ledger-date" dateTime={props.dateTime}>
        {props.date}
      </time>
      <div className="ledger-what">
        <KindMark kind={props.kind} />
        <div className="ledger-text">
          <p className="ledger-title">
            <span className="hidden-text">{props.kindLabel} </span>
            {title}
          </p>
          {props.note ? <div className="ledger-note">{props.note}</div> : null}
        </div>
      </div>
      <div className="ledger-amount">
        {props.amount ? <span className="figure">{props.amount}</span> : null}
        {props.amountNote ? <small className="soft">{props.amountNote}</small> : null}
      </div>
      {props.actions ? <div className="ledger-actions">{props.actions}</div> : null}
    </li>
  );
}
