import type { Texts } from '@/app/_text/texts';
import { Tabs } from '@/app/_ui/tabs';
import { paths } from '@/lib/paths';

const places = ['streams', 'currencies'] as const;

/** Where money comes from and what it comes in, as two pages of one place; `here` is the open one. */
export function StreamTabs(props: { here: (typeof places)[number]; t: Texts }) {
  const { here, t } = props;
  return (
    <Tabs
      label={t('streams.tabs')}
      tabs={places.map((place) => ({
        href: paths[place],
        label: t(`${place}.title`),
        isHere: place === here,
      }))}
    />
  );
}
