import { scaleBand } from 'd3-scale';
import { ChartTable } from './chart-table';

export type ActivityMonth = {
  month: string;
  /** Short, for the drawing: "5月". */
  label: string;
  /** In full, for the table: "2026年5月". */
  fullLabel?: string;
  total: string;
  href?: string;
};
export type ActivityDay = { date: string; count: number; label: string; href?: string };

const rowHeight = 18;
const head = 20;
const daysOfMonth = Array.from({ length: 31 }, (_, i) => i + 1);
const column = scaleBand(daysOfMonth, [9, 100]).paddingInner(0.22);

/**
 * A year as a ledger page: one row a month, one column a day, ink where something was logged.
 * `days` needs only the days with something in them; `months` gives the rows (12, oldest first)
 * and the table. Links in the drawing are for the pointer; the keyboard has them in the table.
 */
export function YearActivity(props: {
  title: string;
  caption?: string;
  tableSummary: string;
  monthHead: string;
  totalHead: string;
  months: readonly ActivityMonth[];
  days: readonly ActivityDay[];
}) {
  const { months, days } = props;
  const rows = new Map(months.map((month, i) => [month.month, head + i * rowHeight]));
  const height = head + months.length * rowHeight + 2;
  return (
    <figure className="chart activity">
      {props.caption ? <figcaption>{props.caption}</figcaption> : null}
      <p className="hidden-text">{props.title}</p>
      <svg className="chart-svg" width="100%" height={height} aria-hidden="true">
        {[1, 5, 10, 15, 20, 25, 30].map((day) => (
          <text key={day} className="activity-day" x={centre(day)} y={head - 8} textAnchor="middle">
            {day}
          </text>
        ))}
        {months.map((month, i) => (
          <g key={month.month}>
            <text className="activity-month" x="0" y={head + i * rowHeight + 13}>
              {month.label}
            </text>
            <line
              className="activity-rule"
              x1="9%"
              x2="100%"
              y1={head + (i + 1) * rowHeight - 1}
              y2={head + (i + 1) * rowHeight - 1}
            />
          </g>
        ))}
        {days.map((day) => {
          const top = rows.get(day.date.slice(0, 7));
          if (top === undefined || day.count <= 0) return null;
          const cell = <DayCell key={day.date} day={day} top={top} />;
          return day.href ? (
            <a key={day.date} href={day.href} tabIndex={-1}>
              {cell}
            </a>
          ) : (
            cell
          );
        })}
      </svg>
      <ChartTable
        summary={props.tableSummary}
        caption={props.title}
        labelHead={props.monthHead}
        valueHead={props.totalHead}
        rows={months.map((m) => ({
          key: m.month,
          label: m.fullLabel ?? `${m.month.slice(0, 4)} ${m.label}`,
          value: m.total,
          href: m.href,
        }))}
      />
    </figure>
  );
}

function left(day: number): number {
  return Math.round((column(day) ?? 0) * 100) / 100;
}

function centre(day: number): string {
  return `${left(day) + Math.round(column.bandwidth() * 50) / 100}%`;
}

/** Three heights of ink: one, two, three or more. They stand on the rule like tally strokes. */
function DayCell({ day, top }: { day: ActivityDay; top: number }) {
  const level = Math.min(3, day.count);
  const height = 2 + level * 4;
  return (
    <g className={`activity-cell activity-${level}`}>
      <title>{day.label}</title>
      <rect
        x={`${left(Number(day.date.slice(8, 10)))}%`}
        width={`${Math.round(column.bandwidth() * 100) / 100}%`}
        y={top + rowHeight - 2 - height}
        height={height}
      />
    </g>
  );
}
