import { ShareBars } from '@/app/_charts/share-bars';
import type { Texts } from '@/app/_text/texts';
import { SectionHead } from '@/app/_ui/page-header';
import { inLocale, type Locale } from '@/lib/locale';
import { type Currency, formatAmount } from '@/lib/money';
import { paths } from '@/lib/paths';
import type { StreamNet } from './_streams.view';

/** What each stream left over the months shown, and what an hour of it brought. */
export function Streams(props: {
  streams: readonly StreamNet[];
  currency: Currency;
  /** The first and the last month, as a reader writes them. */
  span: { from: string; to: string };
  locale: Locale;
  t: Texts;
}) {
  const { streams, currency, span, locale, t } = props;
  const money = (minor: bigint) => formatAmount({ minor, currency }, locale);
  return (
    <section className="section">
      <SectionHead
        title={t('dashboard.streams')}
        aside={<a href={paths.streams}>{t('desk.streams')}</a>}
      />
      {streams.length === 0 ? (
        <p className="soft">{t('dashboard.streamsNone')}</p>
      ) : (
        <ShareBars
          caption={t('dashboard.streamsTitle', { currency, ...span })}
          labelHead={t('milestones.stream')}
          valueHead={t('dashboard.net')}
          asideHead={t('dashboard.rate')}
          bars={streams.map(({ id, name, net, rate }) => ({
            key: id,
            label: inLocale(name, locale) ?? '',
            href: paths.stream(id),
            value: Number(net),
            shown: money(net),
            aside: rate ? money(rate.perHour) : undefined,
            asideNote:
              rate && rate.months < rate.of
                ? t('dashboard.rateNote', { months: rate.months, of: rate.of })
                : undefined,
          }))}
        />
      )}
    </section>
  );
}
