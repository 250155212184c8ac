import type { Metadata } from 'next';
import { readerTexts } from '@/app/_server/reader';
import { requireViewer } from '@/app/_server/session';
import { textsIn } from '@/app/_text/texts';
import { PageHeader } from '@/app/_ui/page-header';
import { Desk } from '../../_desk';
import { SettingsTabs } from '../_tabs';
import { DeleteSection } from './_delete';
import { ExportSection } from './_export';
import { ImportSection } from './_import';
import { RefusedNotice } from './_refused';
import { RestoreSection } from './_restore';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readerTexts())('sessions.data.title') };
}

/** Taking everything along, bringing it back, bringing in what stands elsewhere, and leaving. */
export default async function DataPage(props: PageProps<'/settings/data'>) {
  const viewer = await requireViewer();
  const search = await props.searchParams;
  const t = textsIn(viewer.locale);
  return (
    <Desk viewer={viewer} here="settings">
      <PageHeader title={t('sessions.data.title')} lead={t('sessions.data.lead')} />
      <SettingsTabs here="data" t={t} />
      <RefusedNotice refused={search.refused} t={t} />
      <ExportSection viewer={viewer} search={search} t={t} />
      <RestoreSection search={search} t={t} />
      <ImportSection viewer={viewer} search={search} t={t} />
      <DeleteSection viewer={viewer} told={search.deletion} t={t} />
    </Desk>
  );
}
