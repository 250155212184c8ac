import type { Texts } from '@/app/_text/texts';
import { Tabs } from '@/app/_ui/tabs';
import { paths } from '@/lib/paths';

const places = {
  record: paths.record,
  seen: paths.recordSeen,
  disclosure: paths.recordDisclosure,
  names: paths.recordNames,
  badges: paths.recordBadges,
} as const;

/** What belongs to the record, as pages of one place; `here` is the open one. */
export function RecordTabs(props: { here: keyof typeof places; t: Texts }) {
  const { here, t } = props;
  return (
    <Tabs
      label={t('showing.tabs')}
      tabs={(Object.keys(places) as (keyof typeof places)[]).map((place) => ({
        href: places[place],
        label: t(`showing.tab.${place}`),
        isHere: place === here,
      }))}
    />
  );
}
