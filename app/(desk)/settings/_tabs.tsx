import type { Texts } from '@/app/_text/texts';
import { Tabs } from '@/app/_ui/tabs';
import { paths } from '@/lib/paths';

const places = { account: paths.settings, security: paths.security, data: paths.data };

/** The account, how it is kept safe, and what it holds: one place's pages. */
export function SettingsTabs(props: { here: keyof typeof places; t: Texts }) {
  const { here, t } = props;
  return (
    <Tabs
      label={t('sessions.tabs.label')}
      tabs={(['account', 'security', 'data'] as const).map((place) => ({
        href: places[place],
        label: t(`sessions.tabs.${place}`),
        isHere: place === here,
      }))}
    />
  );
}
