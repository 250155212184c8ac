import { ChainView } from '@/app/_charts/chain-view';
import type { Texts } from '@/app/_text/texts';
import type { Locale } from '@/lib/locale';
import { formatAmount, type Money } from '@/lib/money';
import { paths, withQuery } from '@/lib/paths';
import { chainOf, type Step } from '@/lib/response/rate.rules';
import type { Counts } from '@/lib/response/rules';
import { becameOf } from './_lines.view';

type Shared = { total: Counts; locale: Locale; t: Texts };

/** Carved into the seals: told, visited, asked, became, came in. */
const marks = {
  shares: '伝',
  visits: '訪',
  inquiries: '問',
  outcomes: '結',
  income: '収',
} as const;

const behind = {
  shares: paths.shares,
  visits: '#by-document',
  inquiries: withQuery(paths.inbox, { origin: 'record' }),
  outcomes: withQuery(paths.inbox, { origin: 'record' }),
  income: withQuery(paths.milestones, { kind: 'income' }),
} as const;

/** Shares → visits → inquiries → outcomes → income as one picture, every number a way to what is behind it. */
export function Chain(props: Shared & { span: { from: string; to: string } }) {
  const { total, span, locale, t } = props;
  const steps = chainOf(total);
  const isReached = ({ name, count }: Step) =>
    name === 'income' ? total.income.length > 0 : count > 0;
  const value = ({ name, count }: Step) =>
    name === 'income' ? allOf(total.income, locale) : t('response.number', { count });
  return (
    <ChainView
      title={t('response.chain.title', span)}
      links={steps.map((step) => ({
        key: step.name,
        mark: marks[step.name],
        label: t(`response.chain.${step.name}`),
        figures:
          step.name === 'income' && total.income.length > 0
            ? total.income.map((money) => ({
                shown: formatAmount(money, locale),
                href: behind.income,
              }))
            : [
                {
                  shown: value(step),
                  href: isReached(step) ? behind[step.name] : undefined,
                },
              ],
        notes: [...notesOn(step, props), ...rateOn(step, locale, t)],
        isReached: isReached(step),
      }))}
      table={{
        summary: t('desk.table'),
        labelHead: t('response.chain.step'),
        valueHead: t('response.chain.count'),
        rows: [
          ...steps.map((step) => ({
            key: step.name,
            label: t(`response.chain.${step.name}`),
            value: value(step),
          })),
          {
            key: 'previews',
            label: t('response.columns.previews'),
            value: t('response.number', { count: total.previews }),
          },
        ],
      }}
    />
  );
}

function allOf(income: readonly Money[], locale: Locale): string {
  return income.length === 0 ? '—' : income.map((money) => formatAmount(money, locale)).join(' · ');
}

/** What a step consists of, in words. */
function notesOn({ name }: Step, { total, locale, t }: Shared): string[] {
  switch (name) {
    case 'shares':
      return total.previews > 0 ? [t('response.chain.previews', { count: total.previews })] : [];
    case 'visits':
      return total.visits > 0 ? [t('response.chain.visitsNote')] : [];
    case 'outcomes':
      return becameOf(total).map(({ what, count }) => t(`response.became.${what}`, { count }));
    case 'income':
      return total.promised.map((money) =>
        t('response.chain.promised', { amount: formatAmount(money, locale) }),
      );
    default:
      return [];
  }
}

function rateOn({ name, rate }: Step, locale: Locale, t: Texts): string[] {
  if (!rate || name === 'shares' || name === 'visits') return [];
  const { kind, part, of } = rate;
  if (kind === 'few') return [t(`response.few.${name}`, { part, of })];
  return [t(`response.rate.${name}`, { percent: percentOf(part / of, locale) })];
}

/** In whole percent; what is less than one keeps its first figure. */
function percentOf(share: number, locale: Locale): string {
  const exact = share < 0.01 ? { maximumSignificantDigits: 1 } : { maximumFractionDigits: 0 };
  return new Intl.NumberFormat(locale, { style: 'percent', ...exact }).format(share);
}
