import type { ReactNode } from 'react';

export type Step = { mark: string; title: string; text?: string; href?: string };

/** What a place says while it is empty: a heading, a line, up to a few steps, one action. */
export function EmptyState(props: {
  title: string;
  text?: string;
  steps?: readonly Step[];
  action?: ReactNode;
}) {
  return (
    <section className="empty">
      <h2>{props.title}</h2>
      {props.text ? <p className="lead">{props.text}</p> : null}
      {props.steps ? (
        <ol className="steps">
          {props.steps.map((step) => (
            <li key={step.title}>
              <span className="step-mark" aria-hidden="true">
                {step.mark}
              </span>
              <div>
                <h3>{step.href ? <a href={step.href}>{step.title}</a> : step.title}</h3>
                {step.text ? <p>{step.text}</p> : null}
              </div>
            </li>
          ))}
        </ol>
      ) : null}
      {props.action ? <div className="actions">{props.action}</div> : null}
    </section>
  );
}
