import type { Month } from '../calendar';
import type { Purpose } from '../effort/rules';
import type { Kind } from '../milestone/rules';
import type { Currency } from '../money';

/** The milestones of one kind, currency and stream in one month, added up. Money in minor units. */
export type MilestoneSum = {
  readonly kind: Kind;
  /** Income only, as the stream. */
  readonly currency: Currency | null;
  readonly streamId: string | null;
  readonly month: Month;
  /** What came in before fees and costs. */
  readonly gross: bigint;
  readonly fees: bigint;
  readonly costs: bigint;
  /** Minutes typed with them. */
  readonly minutes: number;
  readonly milestones: number;
};

/** The efforts of one purpose and one stream, skill or neither in one month, added up. */
export type EffortSum = {
  readonly purpose: Purpose;
  readonly streamId: string | null;
  readonly skillId: string | null;
  readonly month: Month;
  readonly minutes: number;
  readonly efforts: number;
};
