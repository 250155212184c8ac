import type { Texts } from '@/app/_text/texts';
import { type FigureItem, Figures } from '@/app/_ui/figures';
import { SectionHead } from '@/app/_ui/page-header';
import type { Locale } from '@/lib/locale';
import { formatAmount } from '@/lib/money';
import type { LadderPageView } from './_ladder.view';
import { rungLabel } from './_words';

/** What this month lacks of the next rung, in money and in hours at one's own rate. */
export function NextRung(props: { view: LadderPageView; locale: Locale; t: Texts }) {
  const { view, locale, t } = props;
  const { climb, currency, soFar, rate, hours } = view;
  const amount = (minor: bigint) => formatAmount({ minor, currency }, locale);
  const { next } = climb;
  if (next === null) {
    return (
      <section className="section">
        <SectionHead title={t('ladder.next')} />
        <p>{t('ladder.top')}</p>
      </section>
    );
  }
  const items: FigureItem[] = [
    {
      label: t('ladder.nextMissing'),
      value: amount(next.missing),
      note: t('ladder.nextSoFar', {
        rung: rungLabel(next.rung, currency, locale, t),
        amount: amount(soFar),
      }),
    },
  ];
  if (rate && hours !== null) {
    items.push({
      label: t('ladder.nextHours'),
      value: t('ladder.about', { hours: t('ladder.hours', { hours }) }),
      note: t('ladder.rate', { rate: amount(rate.perHour) }),
    });
  }
  return (
    <section className="section">
      <SectionHead title={t('ladder.next')} />
      <div className="figures-stacked">
        <Figures items={items} />
      </div>
      <p className="soft">
        {rate && hours !== null
          ? t('ladder.restsOn', { months: rate.months, of: rate.of })
          : t(rate ? 'ladder.noRate' : 'ladder.noHours')}
      </p>
    </section>
  );
}
