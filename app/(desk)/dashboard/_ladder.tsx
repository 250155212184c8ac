import { type LadderRung, LadderView } from '@/app/_charts/ladder-view';
import type { Texts } from '@/app/_text/texts';
import { SectionHead } from '@/app/_ui/page-header';
import { formatMonth } from '@/lib/calendar';
import { missingTo, type RungClimb } from '@/lib/ladder/rules';
import type { Locale } from '@/lib/locale';
import { formatAmount, formatAmountShort } from '@/lib/money';
import type { CurrencyView } from './_dashboard.view';
import { incomeHref } from './_summary';

/** Every rung with what is reached, held, and missing from the next. */
export function Ladder(props: { main: CurrencyView; locale: Locale; t: Texts }) {
  const { main, locale, t } = props;
  const { climb, currency } = main;
  const words = { main, locale, t };
  return (
    <section className="section">
      <SectionHead title={t('dashboard.ladder')} />
      <p className="soft">{t('dashboard.ladderHint')}</p>
      {climb.rungs.length === 0 ? (
        <p>{t('dashboard.noLadder', { currency })}</p>
      ) : (
        <LadderView rungs={climb.rungs.map((rung, index) => rungView(rung, index === 0, words))} />
      )}
      {climb.rungs.length > 0 && !climb.next ? <p>{t('dashboard.topReached')}</p> : null}
    </section>
  );
}

function rungView(
  { rung, reachedOn, hold }: RungClimb,
  isFirst: boolean,
  { main, locale, t }: { main: CurrencyView; locale: Locale; t: Texts },
): LadderRung {
  const { climb, currency, thisMonth } = main;
  const amount = formatAmountShort({ minor: rung, currency }, locale);
  const month = (value: Parameters<typeof formatMonth>[0]) => formatMonth(value, locale);
  const label = t(isFirst ? 'dashboard.firstRung' : 'dashboard.perMonth', { amount });
  if (reachedOn) {
    return {
      label,
      state: hold?.until === null ? 'held' : 'reached',
      reached: t('dashboard.reached', { month: month(reachedOn) }),
      held: hold
        ? hold.until
          ? t('dashboard.heldUntil', { since: month(hold.since), until: month(hold.until) })
          : t('dashboard.heldSince', { month: month(hold.since) })
        : undefined,
      href: incomeHref(currency, reachedOn),
    };
  }
  if (rung !== climb.next?.rung) return { label, state: 'ahead' };
  const missing = missingTo(rung, thisMonth.minor);
  return {
    label,
    state: 'next',
    missing: t('dashboard.missing', {
      amount: formatAmount({ minor: missing, currency }, locale),
    }),
    progress: Number(((rung - missing) * 1_000n) / rung) / 1_000,
    progressLabel: t('dashboard.towards', {
      rung: label,
      amount: formatAmount({ minor: thisMonth.minor, currency }, locale),
    }),
  };
}
