import type { ReactNode } from 'react';
import { Seal } from './seal';

/** A line about what has just happened, polite to screen readers. `stamped` is for something done. */
export function Notice(props: { children: ReactNode; action?: ReactNode; stamped?: boolean }) {
  return (
    <div className="notice" role="status">
      {props.stamped ? <Seal className="stamped" /> : null}
      <div className="notice-text">{props.children}</div>
      {props.action ? <div className="notice-action">{props.action}</div> : null}
    </div>
  );
}
