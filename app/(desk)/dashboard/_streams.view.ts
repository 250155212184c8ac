import type { Month } from '@/lib/calendar';
import type { Bilingual } from '@/lib/locale';
import type { Currency } from '@/lib/money';
import type { Progress } from '@/lib/progress/data';
import { type HourlyRate, hourlyRate, workMonths } from '@/lib/progress/rules';

/** What one stream left over the months shown, in one currency. */
export type StreamNet = {
  readonly id: string;
  readonly name: Bilingual;
  /** Minor units, after fees and costs. */
  readonly net: bigint;
  readonly entries: number;
  readonly rate: HourlyRate | null;
};

/** Streams with income or hours in `currency` during `months`, the largest net first. */
export function streamNets(
  { milestones, efforts, streams }: Pick<Progress, 'milestones' | 'efforts' | 'streams'>,
  currency: Currency,
  months: ReadonlySet<Month>,
): StreamNet[] {
  const inMonths = ({ month }: { month: Month }) => months.has(month);
  const shown = milestones.filter((sum) => sum.currency === currency && inMonths(sum));
  const worked = efforts.filter(inMonths);
  return streams
    .map(({ id, name }) => {
      const own = workMonths(
        shown.filter(({ streamId }) => streamId === id),
        worked.filter(({ streamId }) => streamId === id),
        currency,
        id,
      );
      return {
        id,
        name,
        net: own.reduce((sum, { net }) => sum + net, 0n),
        entries: own.reduce((sum, month) => sum + month.milestones, 0),
        rate: hourlyRate(own),
      };
    })
    .filter(({ entries }) => entries > 0)
    .sort((a, b) => (a.net < b.net ? 1 : -1));
}
