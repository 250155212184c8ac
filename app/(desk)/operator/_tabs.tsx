import type { Texts } from '@/app/_text/texts';
import { Tabs } from '@/app/_ui/tabs';
import { paths } from '@/lib/paths';

const places = {
  accounts: paths.operator,
  reports: paths.operatorReports,
  invitations: paths.operatorInvitations,
} as const;

/** What an operator looks after, as pages of one place; `here` is the open one. */
export function OperatorTabs(props: { here: keyof typeof places; t: Texts }) {
  const { here, t } = props;
  return (
    <Tabs
      label={t('operator.tabs.label')}
      tabs={(['accounts', 'reports', 'invitations'] as const).map((place) => ({
        href: places[place],
        label: t(`operator.tabs.${place}`),
        isHere: place === here,
      }))}
    />
  );
}
