import type { ReactNode } from 'react';
import { type Kind, KindMark } from './kind-mark';
import { Seal, type SealGrade } from './seal';

/** One page of the account book: an optional head with its total, then the lines. */
export function Ledger(props: {
  children: ReactNode;
  title?: string;
  total?: string;
  totalLabel?: string;
  level?: 2 | 3;
}) {
  const Heading = props.level === 2 ? 'h2' : 'h3';
  return (
    <section className="ledger">
      {props.title ? (
        <div className="ledger-head">
          <Heading>{props.title}</Heading>
          {props.total ? (
            <p className="ledger-total">
              {props.totalLabel} <span className="figure">{props.total}</span>
            </p>
          ) : null}
        </div>
      ) : null}
      <ol className="ledger-lines">{props.children}</ol>
    </section>
  );
}

/**
 * One line: date, kind, title, amount. Everything comes formatted.
 * `kindLabel` is read out in place of the mark; `seal` with `sealLabel` shows the evidence grade.
 */
export function LedgerRow(props: {
  date: string;
  dateTime: string;
  kind: Kind;
  kindLabel: string;
  title: string;
  titleLang?: string;
  href?: string;
  amount?: string;
  amountNote?: string;
  note?: ReactNode;
  seal?: SealGrade;
  sealLabel?: string;
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
          <p className="ledger-title" lang={props.titleLang}>
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
      {props.seal ? (
        <Seal grade={props.seal} className="ledger-seal stamped" label={props.sealLabel} />
      ) : null}
      {props.actions ? <div className="ledger-actions">{props.actions}</div> : null}
    </li>
  );
}
