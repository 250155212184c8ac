import { monthsUntil } from '@/lib/calendar';
import type { PublicIncome } from '@/lib/record/public/shape';
import { drawnOf } from './amounts';
import { type CardSize, colours } from './card-frame';

/** Heights, widths and gaps of the bars in pixels. */
const shapes = {
  wide: { height: 150, bar: 20, gap: 12 },
  square: { height: 260, bar: 50, gap: 27 },
  tall: { height: 300, bar: 50, gap: 27 },
  story: { height: 360, bar: 50, gap: 25 },
} as const;

/**
 * The last twelve months of income, the best one in vermilion: certain up to the lower bound, light up
 * to the upper one, as in the chart of the page.
 */
export function CardBars({ income, size }: { income: PublicIncome; size: CardSize }) {
  const last = income.months.at(-1);
  if (!last) return null;
  const drawn = new Map(income.months.map(({ month, total }) => [month, drawnOf(total)]));
  const months = monthsUntil(last.month, 12).map((month) => {
    const { value, reach = value } = drawn.get(month) ?? { value: 0 };
    return { month, value, reach };
  });
  const most = Math.max(...months.map(({ value }) => value));
  const best = months.find(({ value }) => value > 0 && value === most)?.month;
  const top = Math.max(1, ...months.map(({ reach }) => reach));
  const { height, bar, gap } = shapes[size];
  const tall = (part: number) =>
    part > 0 ? Math.max(3, Math.round((part / top) * (height - 4))) : 0;
  return (
    <div
      style={{
        display: 'flex',
        alignItems: 'flex-end',
        height,
        alignSelf: size === 'wide' ? 'flex-end' : 'flex-start',
        borderBottom: `2px solid ${colours.ink}`,
      }}
    >
      {months.map(({ month, value, reach }) => (
        <div
          key={month}
          style={{ display: 'flex', flexDirection: 'column', width: bar, margin: `0 ${gap / 2}px` }}
        >
          <div style={{ height: tall(reach) - tall(value), background: colours.rule }} />
          <div
            style={{
              height: tall(value),
              background: month === best ? colours.vermilion : colours.ink,
            }}
          />
        </div>
      ))}
    </div>
  );
}
