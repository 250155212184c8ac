import type { Texts } from '@/app/_text/texts';
import { paths, withQuery } from '@/lib/paths';
import { type Range, ranges } from './_range';

/** How many months are added up; each choice is an address. */
export function Ranges({ range, t }: { range: Range; t: Texts }) {
  return (
    <nav aria-label={t('dashboard.range')} className="ranges">
      {ranges.map((one) => (
        <a
          key={one}
          href={withQuery(paths.response, { months: one === '12' ? undefined : one })}
          aria-current={one === range ? 'true' : undefined}
        >
          {one === 'all' ? t('dashboard.allMonths') : t('dashboard.months', { count: one })}
        </a>
      ))}
    </nav>
  );
}
