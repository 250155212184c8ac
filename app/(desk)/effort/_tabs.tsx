import type { Texts } from '@/app/_text/texts';
import { Tabs } from '@/app/_ui/tabs';
import { paths } from '@/lib/paths';

const places = ['effort', 'skills', 'audience'] as const;

/** What hours go into and come to, as three pages of one place; `here` is the open one. */
export function EffortTabs(props: { here: (typeof places)[number]; t: Texts }) {
  const { here, t } = props;
  return (
    <Tabs
      label={t('effort.tabs.label')}
      tabs={places.map((place) => ({
        href: paths[place],
        label: t(`effort.tabs.${place}`),
        isHere: place === here,
      }))}
    />
  );
}
