import { max } from 'd3-array';
import { scaleBand, scaleLinear } from 'd3-scale';

/** Minutes of one month on either side. */
export type BudgetPair = {
  readonly month: string;
  readonly building: number;
  readonly networking: number;
};

/** x and width are percent of the drawing, y and height are CSS pixels from its top. */
export type PairedBar = { x: number; width: number; y: number; height: number };
export type BudgetGeometry = {
  pairs: { month: string; x: number; width: number; building: PairedBar; networking: PairedBar }[];
  /** Lines across, by the minutes they stand for. */
  ticks: { minutes: number; y: number }[];
};

export const budgetHeight = 232;
export const budgetBase = 188;
/** Bars end here; tick labels stand in the gutter to the right. */
const plotEnd = 87;
const ceiling = 26;
const widestBar = 2.6;

/** Places both bars of every month over lines at whole hours. Survives no months and no hours. */
export function budgetGeometry(months: readonly BudgetPair[]): BudgetGeometry {
  const most = max(months, ({ building, networking }) => Math.max(building, networking)) ?? 0;
  const hours = scaleLinear([0, Math.max(1, most / 60)], [budgetBase, ceiling]).nice(5);
  const across = scaleBand(
    months.map(({ month }) => month),
    [0, plotEnd],
  )
    .paddingInner(0.3)
    .paddingOuter(0.2);
  const width = Math.min(across.bandwidth() / 2, widestBar);
  const bar = (x: number, minutes: number): PairedBar => {
    const height = minutes <= 0 ? 0 : Math.max(2, budgetBase - hours(minutes / 60));
    return { x, width, y: budgetBase - height, height };
  };
  return {
    pairs: months.map(({ month, building, networking }) => {
      const left = (across(month) ?? 0) + across.bandwidth() / 2 - width;
      return {
        month,
        x: left,
        width: width * 2,
        building: bar(left, building),
        networking: bar(left + width, networking),
      };
    }),
    ticks: hours
      .ticks(3)
      .filter((tick) => tick > 0 && Number.isInteger(tick))
      .map((tick) => ({ minutes: tick * 60, y: hours(tick) })),
  };
}
