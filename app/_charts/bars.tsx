import { type BarTick, barsEnd, barsFoot, barsGeometry, barsHeight } from './bars-geometry';

export type BarMonth = {
  /** `YYYY-MM`. */
  key: string;
  /** Short, for under the bar. */
  label: string;
  /** In full, for the tooltip. */
  fullLabel: string;
  /** Below zero hangs from the base line. */
  value: number;
  /** The formatted value, exact. */
  shown: string;
  /** The formatted value, short, for the drawing. */
  shortShown: string;
};

/**
 * A figure of each month as bars, up or down from a base line; the best month is vermilion. Values
 * for `ticks` come from `barTicks`. The table behind it stands beside it, because it says more than
 * one figure a month. Drawn in percent across and pixels down, so that text keeps its
 * size at every width.
 */
export function Bars(props: {
  /** Accessible name of the drawing: what it shows, in a sentence. */
  title: string;
  caption?: string;
  months: readonly BarMonth[];
  ticks?: readonly BarTick[];
}) {
  const { months } = props;
  const { bars, ticks, base, best, names } = barsGeometry(months, props.ticks);
  return (
    <figure className="chart">
      {props.caption ? <figcaption>{props.caption}</figcaption> : null}
      <svg
        className={months.length > 12 ? 'chart-svg chart-long' : 'chart-svg'}
        width="100%"
        height={barsHeight}
        role="img"
        aria-label={props.title}
      >
        {ticks.map((tick) => (
          <g key={tick.label} className="chart-rung">
            <line x1="0" x2="100%" y1={tick.y} y2={tick.y} />
            <text x="100%" y={tick.y - 5} textAnchor="end">
              {tick.label}
            </text>
          </g>
        ))}
        <line className="chart-base" x1="0" x2="100%" y1={base} y2={base} />
        {bars.map((bar, i) => {
          const month = months[i];
          if (!month) return null;
          const isBest = bar.key === best;
          const middle = bar.x + bar.width / 2;
          const anchor = middle < 12 ? 'start' : middle > barsEnd - 10 ? 'end' : 'middle';
          const edge = { start: bar.x, middle, end: bar.x + bar.width }[anchor];
          return (
            <g key={bar.key} className={isBest ? 'chart-month chart-best' : 'chart-month'}>
              <title>{`${month.fullLabel} ${month.shown}`}</title>
              <rect
                className="chart-hit"
                x={percent(bar.x - bar.width * 0.25)}
                width={percent(bar.width * 1.5)}
                y="0"
                height={barsFoot}
              />
              <rect
                className="chart-bar"
                x={percent(bar.x)}
                width={percent(bar.width)}
                y={bar.y}
                height={bar.height}
              />
              {isBest ? (
                <text className="chart-value" x={percent(edge)} y={bar.y - 7} textAnchor={anchor}>
                  {month.shortShown}
                </text>
              ) : null}
            </g>
          );
        })}
        {names.map(({ key, x, isMinor }, i) => (
          <g key={key} className={isMinor ? 'chart-tick chart-tick-minor' : 'chart-tick'}>
            <text x={percent(x)} y={barsFoot + 20} textAnchor="middle">
              {months[i]?.label}
            </text>
          </g>
        ))}
        {names.map(({ key, x, year }) =>
          year ? (
            <g key={key} className="chart-tick">
              <text className="chart-year" x={percent(x)} y={barsFoot + 38} textAnchor="middle">
                {year}
              </text>
            </g>
          ) : null,
        )}
      </svg>
    </figure>
  );
}

function percent(value: number): string {
  return `${Math.round(value * 100) / 100}%`;
}
