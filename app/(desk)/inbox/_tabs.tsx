import type { Texts } from '@/app/_text/texts';
import { Tabs } from '@/app/_ui/tabs';
import { paths } from '@/lib/paths';

const places = {
  inbox: paths.inbox,
  response: paths.response,
  outbox: paths.outbox,
  settings: paths.inboxSettings,
};

const titles = {
  inbox: 'inbox.tabs.inbox',
  response: 'response.title',
  outbox: 'letters.outbox.title',
  settings: 'inbox.tabs.settings',
} as const;

/** Who came, what it says of the record, what was written to them, how to be reached: one place's pages. */
export function InboxTabs(props: { here: keyof typeof places; t: Texts }) {
  const { here, t } = props;
  return (
    <Tabs
      label={t('inbox.tabs.label')}
      tabs={(['inbox', 'response', 'outbox', 'settings'] as const).map((place) => ({
        href: places[place],
        label: t(titles[place]),
        isHere: place === here,
      }))}
    />
  );
}
