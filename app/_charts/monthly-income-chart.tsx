import { SealInDrawing } from '../_ui/seal';
import { ChartTable } from './chart-table';
import { type Bar, baseline, chartHeight, incomeGeometry, plotEnd } from './income-geometry';

export type IncomeMonth = {
  month: string;
  /** Short tick, such as "5月" or "May". */
  label: string;
  /** The month in full, such as "2026年5月"; for the table and the tooltip. */
  fullLabel?: string;
  /** The formatted sum, as exact as the reader may know it; empty where there is none to show. */
  total: string;
  /** The formatted sum, short, for the drawing; defaults to `total`. */
  shortTotal?: string;
  value: number;
  /** What the sum is less than, where only bounds are known. */
  reach?: number | undefined;
  href?: string;
  /** A rung was first reached in this month: its bar is stamped. */
  stamp?: boolean;
};

/**
 * Income by month as bars over rung lines, 12 or 24 months; the best month is vermilion.
 * Where only bounds are known, a bar is drawn to the lower one and on, lightly, to the upper one.
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
  /** What of the scale is drawn in any case. */
  least?: number;
  /** In a document, drawn light: `#id` of a seal's symbol on the page, and no areas to point at. */
  sealHref?: string;
}) {
  const { months, sealHref } = props;
  const { bars, rungs, best } = incomeGeometry(months, props.rungs, props.least);
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
            <line x2="100%" y1={Math.round(rung.y)} y2={Math.round(rung.y)} />
            <text x="100%" y={Math.round(rung.y - 5)} textAnchor="end">
              {rung.label}
            </text>
          </g>
        ))}
        <line className="chart-base" x2="100%" y1={baseline} y2={baseline} />
        {months.map((month, i) => {
          const bar = bars[i];
          if (!bar || month.total === '') return null;
          const drawing = (
            <MonthBar key={month.month} {...{ month, bar, sealHref }} best={month.month === best} />
          );
          return month.href ? (
            <a key={month.month} href={month.href} aria-label={`${fullName(month)} ${month.total}`}>
              {drawing}
            </a>
          ) : (
            drawing
          );
        })}
        <g textAnchor="middle">
          {months.map((month, i) => (
            <Tick key={month.month} month={month} bar={bars[i]} />
          ))}
        </g>
      </svg>
      <ChartTable
        summary={props.tableSummary}
        caption={props.title}
        labelHead={props.monthHead}
        valueHead={props.totalHead}
        rows={months
          .filter(({ total }) => total !== '')
          .map((m) => ({ key: m.month, label: fullName(m), value: m.total, href: m.href }))}
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

function MonthBar(props: {
  month: IncomeMonth;
  bar: Bar;
  best: boolean;
  sealHref: string | undefined;
}) {
  const { month, bar, best, sealHref } = props;
  const middle = bar.x + bar.width / 2;
  const anchor = middle < 12 ? 'start' : middle > plotEnd - 10 ? 'end' : 'middle';
  const edge = anchor === 'start' ? bar.x : anchor === 'end' ? bar.x + bar.width : middle;
  const { reachY = bar.y } = bar;
  const top = reachY - (month.stamp ? 22 : 0);
  return (
    <g className={best ? 'chart-month chart-best' : sealHref ? undefined : 'chart-month'}>
      <title>{`${fullName(month)} ${month.total}`}</title>
      {sealHref ? null : (
        <rect
          className="chart-hit"
          x={percent(bar.x - bar.width * 0.25)}
          width={percent(bar.width * 1.5)}
          height={baseline}
        />
      )}
      {reachY < bar.y ? (
        <rect
          className="chart-reach"
          x={percent(bar.x)}
          width={percent(bar.width)}
          y={Math.round(reachY)}
          height={Math.round(bar.y) - Math.round(reachY)}
        />
      ) : null}
      <rect
        className="chart-bar"
        x={percent(bar.x)}
        width={percent(bar.width)}
        y={Math.round(bar.y)}
        height={baseline - Math.round(bar.y)}
      />
      {month.stamp && sealHref ? (
        <use
          href={sealHref}
          x={percent(middle)}
          y={Math.round(reachY - 20)}
          width="16"
          height="16"
          transform="translate(-8)"
        />
      ) : null}
      {month.stamp && !sealHref ? (
        <SealInDrawing x={percent(middle)} y={reachY - 20} size={16} />
      ) : null}
      {best ? (
        <text className="chart-value" x={percent(edge)} y={Math.round(top - 7)} textAnchor={anchor}>
          {month.shortTotal ?? month.total}
        </text>
      ) : null}
    </g>
  );
}

function Tick({ month, bar }: { month: IncomeMonth; bar: Bar | undefined }) {
  if (!bar) return null;
  const x = percent(bar.x + bar.width / 2);
  const number = Number(month.month.slice(5, 7));
  return (
    <>
      <text className={number % 3 === 1 ? undefined : 'chart-tick-minor'} x={x} y={baseline + 18}>
        {month.label}
      </text>
      {number === 1 ? (
        <text x={x} y={baseline + 36}>
          {month.month.slice(0, 4)}
        </text>
      ) : null}
    </>
  );
}
