import { LadderView } from '@/app/_charts/ladder-view';
import type { Texts } from '@/app/_text/texts';
import { SectionHead } from '@/app/_ui/page-header';
import type { Locale } from '@/lib/locale';
import { paths, withQuery } from '@/lib/paths';
import { rungsInWords } from '../ladder/_words';
import type { CurrencyView } from './_currency.view';

/** Every rung with what is reached, held, and missing from the next. */
export function Ladder(props: { main: CurrencyView; locale: Locale; t: Texts }) {
  const { main, locale, t } = props;
  const { climb, currency, thisMonth } = main;
  return (
    <section className="section">
      <SectionHead
        title={t('dashboard.ladder')}
        aside={<a href={withQuery(paths.ladder, { currency })}>{t('dashboard.wholeLadder')}</a>}
      />
      <p className="soft">{t('dashboard.ladderHint')}</p>
      <LadderView rungs={rungsInWords({ climb, currency, soFar: thisMonth.minor, locale, t })} />
      {climb.next ? null : <p>{t('dashboard.topReached')}</p>}
    </section>
  );
}
