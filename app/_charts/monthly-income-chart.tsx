import { SealInDrawing } from '../_ui/seal';
import { ChartTable } from './chart-table';
import { type Bar, baseline, chartHeight, incomeGeometry, plotEnd } from './income-geometry';

export type IncomeMonth = {
  month: string;
  /** Short tick, such as "5月" or "May". */
  label: string;
  /** The month in full, such as "2026年5月"; for the table and the tooltip. */
  fullLabel?: string;
  /** The formatted sum, exact. */
  total: string;
  /** The formatted sum, short, for the drawing; defaults to `total`. */
  shortTotal?: string;
  value: number;
  href?: string;
  /** A rung was first reached in this month: its bar is stamped. */
  stamp?: boolean;
};

/**
 * Income by month as bars over rung lines, 12 or 24 months; the best month is vermilion.
 * Drawn in percent across and pixels down, so that text keeps its size at every width.
 */
export function MonthlyIncomeChart(props: {
  /** Accessible name of the drawing: what it shows, in a sentence. */
  title: string;
  caption?: string;
  tableSummary: string;
  monthHead: string;
  totalHead: string;
  months: readonly IncomeMonth[];
  rungs: readonly { label: string; value: number }[];
}) {
  const { months } = props;
  const { bars, rungs, best } = incomeGeometry(months, props.rungs);
  const linked = months.some((month) => month.href);
  return (
    <figure className="chart">
      {props.caption ? <figcaption>{props.caption}</figcaption> : null}
      <svg
        className={months.length > 12 ? 'chart-svg chart-long' : 'chart-svg'}
        width="100%"
        height={chartHeight}
        role={linked ? 'group' : 'img'}
        aria-label={props.title}
      >
        {rungs.map((rung) => (
          <g key={rung.label} className="chart-rung">
            <line x1="0" x2="100%" y1={rung.y} y2={rung.y} />
            <text x="100%" y={rung.y - 5} textAnchor="end">
              {rung.label}
            </text>
          </g>
        ))}
        <line className="chart-base" x1="0" x2="100%" y1={baseline} y2={baseline} />
        {months.map((month, i) => {
          const bar = bars[i];
          if (!bar) return null;
          const drawing = (
            <MonthBar key={month.month} {...{ month, bar }} best={month.month === best} />
          );
          return month.href ? (
            <a key={month.month} href={month.href} aria-label={`${fullName(month)} ${month.total}`}>
              {drawing}
            </a>
          ) : (
            drawing
          );
        })}
        {months.map((month, i) => (
          <Tick key={month.month} month={month} bar={bars[i]} first={i === 0} />
        ))}
      </svg>
      <ChartTable
        summary={props.tableSummary}
        caption={props.title}
        labelHead={props.monthHead}
        valueHead={props.totalHead}
        rows={months.map((m) => ({
          key: m.month,
          label: fullName(m),
          value: m.total,
          href: m.href,
        }))}
      />
    </figure>
  );
}

function fullName(month: IncomeMonth): string {
  return month.fullLabel ?? `${month.month.slice(0, 4)} ${month.label}`;
}

function percent(value: number): string {
  return `${Math.round(value * 100) / 100}%`;
}

function MonthBar({ month, bar, best }: { month: IncomeMonth; bar: Bar; best: boolean }) {
  const middle = bar.x + bar.width / 2;
  const anchor = middle < 12 ? 'start' : middle > plotEnd - 10 ? 'end' : 'middle';
  const edge = anchor === 'start' ? bar.x : anchor === 'end' ? bar.x + bar.width : middle;
  const top = bar.y - (month.stamp ? 22 : 0);
  return (
    <g className={best ? 'chart-month chart-best' : 'chart-month'}>
      <title>{`${fullName(month)} ${month.total}`}</title>
      <rect
        className="chart-hit"
        x={percent(bar.x - bar.width * 0.25)}
        width={percent(bar.width * 1.5)}
        y="0"
        height={baseline}
      />
      <rect
        className="chart-bar"
        x={percent(bar.x)}
        width={percent(bar.width)}
        y={bar.y}
        height={bar.height}
      />
      {month.stamp ? <SealInDrawing x={percent(middle)} y={bar.y - 20} size={16} /> : null}
      {best ? (
        <text className="chart-value" x={percent(edge)} y={top - 7} textAnchor={anchor}>
          {month.shortTotal ?? month.total}
        </text>
      ) : null}
    </g>
  );
}

function Tick(props: { month: IncomeMonth; bar: Bar | undefined; first: boolean }) {
  const { month, bar } = props;
  if (!bar) return null;
  const x = percent(bar.x + bar.width / 2);
  const number = Number(month.month.slice(5, 7));
  return (
    <g className={number % 3 === 1 ? 'chart-tick' : 'chart-tick chart-tick-minor'}>
      <text x={x} y={baseline + 18} textAnchor="middle">
        {month.label}
      </text>
      {number === 1 ? (
        <text className="chart-year" x={x} y={baseline + 36} textAnchor="middle">
          {month.month.slice(0, 4)}
        </text>
      ) : null}
    </g>
  );
}
