import { Line } from './line-chart';
import { type LinePoint, lineGeometry } from './line-geometry';

const height = 40;

/** A line as small as a word, for a list where its figure stands beside it: decoration, no axis. */
export function SmallLine(props: { points: readonly LinePoint[] }) {
  const { dots } = lineGeometry(props.points, [], { mayCut: true, top: 5, bottom: 35, end: 96 });
  const last = dots.at(-1);
  if (!last || dots.length < 2) return null;
  return (
    <svg className="chart-svg chart-small" width="100%" height={height} aria-hidden="true">
      <Line dots={dots} height={height} />
      <circle className="chart-dot chart-dot-last" cx={`${last.x}%`} cy={last.y} r={3.5} />
    </svg>
  );
}
