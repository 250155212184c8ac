import { type BudgetPair, budgetBase, budgetGeometry, budgetHeight } from './budget-geometry';

export type BudgetChartMonth = BudgetPair & {
  /** Short tick, such as "5月" or "May". */
  readonly label: string;
  /** The month in full, for the table and the tooltip. */
  readonly fullLabel: string;
};

/** More months than this are named by their years alone. */
const namedAtMost = 24;

/**
 * Two budgets of hours by month as bars side by side: building in ink, networking in outline.
 * Drawn in percent across and pixels down, so that text keeps its size at every width.
 */
export function BudgetChart(props: {
  /** Accessible name of the drawing: what it shows, in a sentence. */
  title: string;
  tableSummary: string;
  monthHead: string;
  totalHead: string;
  names: { building: string; networking: string };
  /** Minutes in words. */
  shown: (minutes: number) => string;
  months: readonly BudgetChartMonth[];
}) {
  const { months, names, shown } = props;
  const { pairs, ticks } = budgetGeometry(months);
  const isLong = months.length > 12;
  return (
    <figure className="chart budget-chart">
      <figcaption>
        <span className="budget-key budget-key-building">{names.building}</span>
        <span className="budget-key budget-key-networking">{names.networking}</span>
      </figcaption>
      <svg
        className={isLong ? 'chart-svg chart-long' : 'chart-svg'}
        width="100%"
        height={budgetHeight}
        role="img"
        aria-label={props.title}
      >
        {ticks.map(({ minutes, y }) => (
          <g key={minutes} className="chart-rung">
            <line x1="0" x2="100%" y1={y} y2={y} />
            <text x="100%" y={y - 5} textAnchor="end">
              {shown(minutes)}
            </text>
          </g>
        ))}
        {pairs.map((pair, i) => {
          const month = months[i];
          return month ? (
            <g key={pair.month} className="chart-month">
              <title>{`${month.fullLabel} · ${names.building} ${shown(month.building)} · ${names.networking} ${shown(month.networking)}`}</title>
              <rect
                className="chart-hit"
                x={percent(pair.x)}
                width={percent(pair.width)}
                y="0"
                height={budgetBase}
              />
              {(['building', 'networking'] as const).map((side) => (
                <rect
                  key={side}
                  className={`budget-${side}`}
                  x={percent(pair[side].x)}
                  width={percent(pair[side].width)}
                  y={pair[side].y}
                  height={pair[side].height}
                />
              ))}
              <Tick
                month={month}
                middle={pair.x + pair.width / 2}
                byYear={months.length > namedAtMost}
              />
            </g>
          ) : null;
        })}
        <line className="chart-base" x1="0" x2="100%" y1={budgetBase} y2={budgetBase} />
      </svg>
      <details className="chart-table">
        <summary>{props.tableSummary}</summary>
        <table>
          <caption className="hidden-text">{props.title}</caption>
          <thead>
            <tr>
              <th scope="col">{props.monthHead}</th>
              {[names.building, names.networking, props.totalHead].map((head) => (
                <th key={head} scope="col" className="number">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {months.map(({ month, fullLabel, building, networking }) => (
              <tr key={month}>
                <th scope="row">{fullLabel}</th>
                <td className="number">{shown(building)}</td>
                <td className="number">{shown(networking)}</td>
                <td className="number">{shown(building + networking)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

/** The name of a month under its bars; that of a year under its January. */
function Tick(props: { month: BudgetChartMonth; middle: number; byYear: boolean }) {
  const { month, middle, byYear } = props;
  const number = Number(month.month.slice(5, 7));
  const year = number === 1 ? month.month.slice(0, 4) : null;
  return (
    <g className={number % 3 === 1 ? 'chart-tick' : 'chart-tick chart-tick-minor'}>
      {byYear ? null : (
        <text x={percent(middle)} y={budgetBase + 18} textAnchor="middle">
          {month.label}
        </text>
      )}
      {year ? (
        <text
          className="chart-year"
          x={percent(middle)}
          y={budgetBase + (byYear ? 18 : 36)}
          textAnchor="middle"
        >
          {year}
        </text>
      ) : null}
    </g>
  );
}

function percent(value: number): string {
  return `${Math.round(value * 100) / 100}%`;
}
