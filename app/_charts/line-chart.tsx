import { ChartTable } from './chart-table';
import { type Dot, type LineTick, lineGeometry, lineHeight } from './line-geometry';

export type LineChartPoint = {
  /** `YYYY-MM` or `YYYY-MM-DD`; points stand as far apart as their times do. */
  key: string;
  /** Short, for under the line. */
  label: string;
  /** In full, for the table and the tooltip; defaults to `label`. */
  fullLabel?: string;
  value: number;
  /** The formatted value. */
  shown: string;
  /** Said beside the value in the table. */
  note?: string;
};

/** Up to this many points have a dot each; more would be a rope. */
const dotsAtMost = 40;

/**
 * A figure over time as a line, its last value named. The axis begins at zero, unless `cutNote` is
 * given and all values lie close together; then it says so with `cutNote`. Tick values for an axis
 * come from `lineTicks`. Drawn in percent across and pixels down, so that text keeps its size.
 */
export function LineChart(props: {
  /** Accessible name of the drawing: what it shows, in a sentence. */
  title: string;
  caption?: string;
  tableSummary: string;
  labelHead: string;
  valueHead: string;
  points: readonly LineChartPoint[];
  ticks?: readonly LineTick[];
  cutNote?: string;
}) {
  const { points, cutNote } = props;
  const { dots, ticks, base, isCut, named } = lineGeometry(points, props.ticks, {
    mayCut: cutNote !== undefined,
  });
  const last = dots.at(-1);
  const caption = [props.caption, isCut ? cutNote : null].filter(Boolean);
  return (
    <figure className="chart">
      {caption.length > 0 ? (
        <figcaption>
          {caption.map((line) => (
            <span className="chart-caption" key={line}>
              {line}
            </span>
          ))}
        </figcaption>
      ) : null}
      {last ? (
        <svg
          className="chart-svg"
          width="100%"
          height={lineHeight}
          role="img"
          aria-label={props.title}
        >
          {ticks.map((tick) => (
            <g key={tick.label} className="chart-rung">
              {tick.y === base ? null : <line x1="0" x2="100%" y1={tick.y} y2={tick.y} />}
              <text x="100%" y={tick.y - 5} textAnchor="end">
                {tick.label}
              </text>
            </g>
          ))}
          <line
            className={isCut ? 'chart-base chart-base-cut' : 'chart-base'}
            x1="0"
            x2="100%"
            y1={base}
            y2={base}
          />
          <Line dots={dots} height={lineHeight} />
          {(dots.length > dotsAtMost ? [last] : dots).map((dot) => (
            <circle
              key={dot.at}
              className={dot === last ? 'chart-dot chart-dot-last' : 'chart-dot'}
              cx={percent(dot.x)}
              cy={round(dot.y)}
              r={dot === last ? 4.5 : 3}
            >
              <title>{told(points[dot.at])}</title>
            </circle>
          ))}
          <text
            className="chart-value"
            x={percent(last.x)}
            y={round(last.y) - 11}
            textAnchor={dots.length > 1 && last.x > 50 ? 'end' : 'middle'}
          >
            {points[last.at]?.shown}
          </text>
          {named.map(({ at, x, anchor, minor }) => (
            <g key={at} className={minor ? 'chart-tick chart-tick-minor' : 'chart-tick'}>
              <text x={percent(x)} y={lineHeight - 20} textAnchor={anchor}>
                {points[at]?.label}
              </text>
            </g>
          ))}
        </svg>
      ) : null}
      <ChartTable
        summary={props.tableSummary}
        caption={props.title}
        labelHead={props.labelHead}
        valueHead={props.valueHead}
        rows={dots.flatMap(({ at }) => {
          const point = points[at];
          return point
            ? [
                {
                  key: `${point.key} ${at}`,
                  label: point.fullLabel ?? point.label,
                  value: shownWithNote(point),
                },
              ]
            : [];
        })}
      />
    </figure>
  );
}

/** The line alone, in a frame of its own that stretches with the drawing while its ink does not. */
export function Line({ dots, height }: { dots: readonly Dot[]; height: number }) {
  const path = dots.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`);
  return (
    <svg
      className="chart-line"
      aria-hidden="true"
      width="100%"
      height={height}
      viewBox={`0 0 100 ${height}`}
      preserveAspectRatio="none"
    >
      <path d={path.join('')} vectorEffect="non-scaling-stroke" />
    </svg>
  );
}

function shownWithNote({ shown, note }: LineChartPoint): string {
  return note ? `${shown} · ${note}` : shown;
}

function told(point: LineChartPoint | undefined): string {
  return point ? `${point.fullLabel ?? point.label} ${shownWithNote(point)}` : '';
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function percent(value: number): string {
  return `${round(value)}%`;
}
