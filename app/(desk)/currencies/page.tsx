import type { Metadata } from 'next';
import { readerTexts } from '@/app/_server/reader';
import { requireViewer } from '@/app/_server/session';
import { type Texts, textsIn } from '@/app/_text/texts';
import { Notice } from '@/app/_ui/notice';
import { PageHeader, SectionHead } from '@/app/_ui/page-header';
import { monthOf, today } from '@/lib/calendar';
import { getExchange } from '@/lib/exchange/data';
import type { Exchange } from '@/lib/exchange/rules';
import { type Currency, currencies } from '@/lib/money';
import { paths, withQuery } from '@/lib/paths';
import { getSums } from '@/lib/progress/data';
import { Desk } from '../_desk';
import { monthsOf, readRange } from '../dashboard/_range';
import { Ranges } from '../streams/_ranges';
import { StreamTabs } from '../streams/_tabs';
import { saveBase, saveRate } from './_actions';
import { BaseForm } from './_base';
import { RateForm } from './_rate-form';
import { Rates } from './_rates';
import { SumsTable } from './_sums';
import { sumsView } from './_sums.view';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readerTexts())('currencies.title') };
}

const changes = ['based', 'unbased', 'added', 'replaced', 'removed'] as const;

/** Sums of every currency, the rates between them, and the one they are converted to. */
export default async function CurrenciesPage(props: PageProps<'/currencies'>) {
  const viewer = await requireViewer();
  const search = await props.searchParams;
  const [sums, exchange] = await Promise.all([getSums(viewer), getExchange(viewer)]);
  const { base, rates } = exchange;
  const range = readRange(search.months);
  const day = today(viewer.zone, new Date());
  const months = new Set(monthsOf(range, sums.milestones, monthOf(day)));
  const change = changes.find((one) => one === search.now);
  const { locale } = viewer;
  const t = textsIn(locale);
  return (
    <Desk viewer={viewer} here="streams">
      <PageHeader title={t('currencies.title')} lead={t('currencies.lead')} />
      <StreamTabs here="currencies" t={t} />
      {change ? <Notice>{t(`currencies.now.${change}`, { base: base ?? '' })}</Notice> : null}
      <section className="section">
        <SectionHead
          title={t('currencies.sums')}
          aside={
            <Ranges
              range={range}
              href={(asked) => withQuery(paths.currencies, { months: asked })}
              t={t}
            />
          }
        />
        <SumsTable
          view={sumsView(sums.milestones, months, exchange)}
          base={base}
          locale={locale}
          t={t}
        />
      </section>
      <div className="split split-even">
        <section className="section">
          <SectionHead title={t('currencies.rates')} />
          <Rates rates={rates} locale={locale} t={t} />
        </section>
        <div className="column">
          <section className="section">
            <SectionHead title={t('currencies.converting')} />
            <BaseForm
              action={saveBase}
              stored={base ?? ''}
              currencies={[
                { value: '', label: t('currencies.none') },
                ...currencies.map((code) => ({ value: code, label: code })),
              ]}
              texts={{
                base: t('currencies.base'),
                hint: t('currencies.baseHint'),
                save: t('desk.save'),
                saving: t('desk.saving'),
              }}
            />
          </section>
          <section className="section">
            <SectionHead title={t('currencies.enter')} />
            {base ? (
              <RateForm
                key={base}
                action={saveRate}
                base={base}
                stored={{ currency: likely(base, exchange, sums.milestones), rate: '', day }}
                currencies={currencies
                  .filter((code) => code !== base)
                  .map((code) => ({ value: code, label: code }))}
                texts={rateTexts(base, t)}
              />
            ) : (
              <p className="soft">{t('currencies.ratesNoBase')}</p>
            )}
          </section>
        </div>
      </div>
    </Desk>
  );
}

/** The currency a rate is probably entered for: one with income and no rate yet, else with income. */
function likely(
  base: Currency,
  { rates }: Exchange,
  milestones: readonly { currency: Currency | null }[],
): Currency | '' {
  const own = milestones.flatMap(({ currency }) =>
    currency && currency !== base ? [currency] : [],
  );
  const isKnown = (code: Currency) =>
    rates.some((rate) => rate.currency === code && rate.base === base);
  return own.find((code) => !isKnown(code)) ?? own.at(-1) ?? '';
}

function rateTexts(base: Currency, t: Texts) {
  return {
    labels: {
      currency: t('currencies.one'),
      rate: t('currencies.rate', { base }),
      day: t('currencies.day'),
    },
    hints: { rate: t('currencies.rateHint'), day: t('currencies.dayHint') },
    submit: t('currencies.add'),
    saving: t('desk.saving'),
  };
}
