import type { Texts } from '@/app/_text/texts';
import { type Range, ranges } from '../dashboard/_range';

/** How many months are shown; each choice is an address, a year the plain one. */
export function Ranges(props: {
  range: Range;
  href: (months: Range | undefined) => string;
  t: Texts;
}) {
  const { range, href, t } = props;
  return (
    <nav aria-label={t('dashboard.range')} className="ranges">
      {ranges.map((one) => (
        <a
          key={one}
          href={href(one === '12' ? undefined : one)}
          aria-current={one === range ? 'true' : undefined}
        >
          {one === 'all' ? t('dashboard.allMonths') : t('dashboard.months', { count: one })}
        </a>
      ))}
    </nav>
  );
}
