import { Seal } from '../_ui/seal';

export type RungState = 'held' | 'reached' | 'next' | 'ahead';

export type LadderRung = {
  label: string;
  state: RungState;
  /** "Reached May 2026"; shown as given. */
  reached?: string;
  /** "First held July 2025"; shown as given. */
  heldFirst?: string;
  /** "Held since July 2026"; shown as given. */
  held?: string;
  /** On the next rung: what is missing, "¥18,000 more". */
  missing?: string;
  /** On the next rung: 0 to 1. */
  progress?: number;
  /** On the next rung: accessible name of the meter. */
  progressLabel?: string;
  href?: string;
};

/**
 * The ladder, lowest rung first in `rungs`, drawn from the bottom up as a real list.
 * A rung reached is stamped in outline; a rung held is stamped solid. `state` is also said in
 * words by `reached` and `held`, so nothing is told by the seal alone.
 */
export function LadderView(props: { rungs: readonly LadderRung[]; compact?: boolean }) {
  return (
    <figure className={props.compact ? 'ladder ladder-compact' : 'ladder'}>
      <ol className="ladder-rungs" reversed>
        {[...props.rungs].reverse().map((rung) => (
          <Rung key={rung.label} rung={rung} />
        ))}
      </ol>
    </figure>
  );
}

function Rung({ rung }: { rung: LadderRung }) {
  const stamped = rung.state === 'held' || rung.state === 'reached';
  return (
    <li className={`rung rung-${rung.state}`}>
      <div className="rung-step" aria-hidden="true">
        {stamped ? (
          <Seal grade={rung.state === 'held' ? 'solid' : 'outline'} className="stamped" />
        ) : null}
      </div>
      <div className="rung-text">
        <p className="rung-label figure">
          {rung.href ? <a href={rung.href}>{rung.label}</a> : rung.label}
        </p>
        <p className="rung-note">
          {rung.reached ? <span>{rung.reached}</span> : null}
          {rung.heldFirst ? <span>{rung.heldFirst}</span> : null}
          {rung.held ? <span>{rung.held}</span> : null}
          {rung.missing ? <span>{rung.missing}</span> : null}
        </p>
        {rung.progress === undefined ? null : (
          <meter aria-label={rung.progressLabel ?? rung.label} value={clamp(rung.progress)} />
        )}
      </div>
    </li>
  );
}

function clamp(value: number): number {
  return Number.isFinite(value) ? Math.round(Math.min(1, Math.max(0, value)) * 1000) / 1000 : 0;
}
