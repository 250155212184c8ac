import type { Texts } from '@/app/_text/texts';
import { type FigureItem, Figures } from '@/app/_ui/figures';
import type { Locale } from '@/lib/locale';
import { hoursShown } from '@/lib/milestone/rules';
import { formatAmount } from '@/lib/money';
import { paths, withQuery } from '@/lib/paths';
import { incomePerHour, minutesEach, type Sides } from '@/lib/response/sides.rules';
import type { Range } from '../dashboard/_range';
import { verdictOn } from '../response/_sides';

/** Who came by either of the two budgets, and what their hours were worth in people and income. */
export function CameBy(props: { sides: Sides; range: Range; locale: Locale; t: Texts }) {
  const { sides, range, locale, t } = props;
  const figure = (name: 'building' | 'networking'): FigureItem => {
    const side = sides[name];
    const each = minutesEach(side);
    const notes = [
      ...(each === null
        ? []
        : [t('response.effort.each', { hours: t('desk.hours', { hours: hoursShown(each) }) })]),
      ...incomePerHour(side).map((money) =>
        t('response.effort.perHour', { amount: formatAmount(money, locale) }),
      ),
    ];
    return {
      label: t(`effort.purposes.${name}`),
      value: t('response.effort.people', { count: side.people }),
      note: notes.length > 0 ? notes.join(' · ') : undefined,
    };
  };
  // The thesis page knows fewer ranges; what it does not know is a year there as here.
  const months = range === 'all' ? range : undefined;
  return (
    <div className="returns">
      <h3>{t('response.effort.title')}</h3>
      <p>{verdictOn(sides, locale, t)}</p>
      <Figures items={[figure('building'), figure('networking')]} />
      <p>
        <a href={withQuery(paths.response, { months })}>{t('response.effort.whole')}</a>
      </p>
    </div>
  );
}
