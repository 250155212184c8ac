import { type Month, monthsUntil } from '../calendar';
import type { Currency } from '../money';
import {
  type EffortSum,
  type HourlyRate,
  hourlyRate,
  type MilestoneSum,
  workMonths,
} from './rules';

/** Plans are reckoned with what an hour brings of late. */
export const presentMonths = 12;

/**
 * What an hour brought over the last twelve months up to `thisMonth`, of one stream or (null) of
 * everything; null without hours. The one rate that hours to go are told by, wherever they are told.
 */
export function presentRate(
  sums: readonly MilestoneSum[],
  efforts: readonly EffortSum[],
  currency: Currency,
  thisMonth: Month,
  streamId: string | null = null,
): HourlyRate | null {
  const recent = new Set(monthsUntil(thisMonth, presentMonths));
  const months = workMonths(sums, efforts, currency, streamId);
  return hourlyRate(months.filter(({ month }) => recent.has(month)));
}
