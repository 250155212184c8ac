import type { Texts } from '@/app/_text/texts';
import { Tabs } from '@/app/_ui/tabs';
import { paths } from '@/lib/paths';

const places = ['publicise', 'shares'] as const;

/** What is to be publicised and what was, as two pages of one place; `here` is the open one. */
export function ShareTabs(props: { here: (typeof places)[number]; t: Texts }) {
  const { here, t } = props;
  return (
    <Tabs
      label={t('shares.tabs')}
      tabs={places.map((place) => ({
        href: paths[place],
        label: t(place === 'shares' ? 'shares.title' : 'shares.queue.title'),
        isHere: place === here,
      }))}
    />
  );
}
