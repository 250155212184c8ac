import type { Texts } from '@/app/_text/texts';
import { Button } from '@/app/_ui/button';
import { Seal } from '@/app/_ui/seal';
import type { Month } from '@/lib/calendar';
import type { Locale } from '@/lib/locale';
import type { Currency } from '@/lib/money';
import { closeCrossing, makeCrossingMilestone } from './_actions';
import { crossedLine } from './_words';

/**
 * A rung crossed, said once. Either answer marks it, so that it is not said again. `from` is the
 * page it stands on and goes back to.
 */
export function Crossing(props: {
  currency: Currency;
  /** Minor units. */
  rung: bigint;
  reachedOn: Month;
  from?: 'dashboard' | 'ladder';
  locale: Locale;
  t: Texts;
}) {
  const { currency, rung, reachedOn, from = 'dashboard', locale, t } = props;
  const asked = (
    <>
      <input type="hidden" name="currency" value={currency} />
      <input type="hidden" name="rung" value={rung.toString()} />
      <input type="hidden" name="from" value={from} />
    </>
  );
  return (
    <section className="crossing" aria-labelledby="crossing">
      <Seal className="stamped" />
      <div className="crossing-text">
        <h2 id="crossing">{crossedLine({ rung, reachedOn }, currency, locale, t)}</h2>
        <p className="soft">{t('ladder.crossedHint')}</p>
      </div>
      <div className="actions">
        <form action={makeCrossingMilestone}>
          {asked}
          <Button>{t('ladder.makeMilestone')}</Button>
        </form>
        <form action={closeCrossing}>
          {asked}
          <Button variant="quiet">{t('ladder.thanks')}</Button>
        </form>
      </div>
    </section>
  );
}
