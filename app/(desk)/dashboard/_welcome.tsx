import type { Texts } from '@/app/_text/texts';
import { EmptyState } from '@/app/_ui/empty-state';
import type { Locale } from '@/lib/locale';
import { paths, withQuery } from '@/lib/paths';

/** What the dashboard says before anything was logged: three steps. */
export function Welcome({ locale, t }: { locale: Locale; t: Texts }) {
  const marks = locale === 'ja' ? ['一', '二', '三'] : ['1', '2', '3'];
  return (
    <EmptyState
      title={t('dashboard.startTitle')}
      text={t('dashboard.startText')}
      steps={[
        {
          mark: marks[0] ?? '',
          title: t('dashboard.steps.firstTitle'),
          text: t('dashboard.steps.firstText'),
          href: withQuery(paths.newMilestone, { kind: 'income' }),
        },
        {
          mark: marks[1] ?? '',
          title: t('dashboard.steps.secondTitle'),
          text: t('dashboard.steps.secondText'),
          href: withQuery(paths.newMilestone, { kind: 'skill' }),
        },
        {
          mark: marks[2] ?? '',
          title: t('dashboard.steps.thirdTitle'),
          text: t('dashboard.steps.thirdText'),
          href: paths.record,
        },
      ]}
    />
  );
}
