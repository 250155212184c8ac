import type { Metadata } from 'next';
import { readerTexts } from '@/app/_server/reader';
import { requireViewer } from '@/app/_server/session';
import { textsIn } from '@/app/_text/texts';
import { PageHeader } from '@/app/_ui/page-header';
import { captureStart } from '../_command/start';
import { Desk } from '../_desk';
import { CaptureLine } from './_line';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readerTexts())('capture.title') };
}

/** Quick capture as a page of its own. `?line=` shows how that line is understood. */
export default async function CapturePage(props: PageProps<'/capture'>) {
  const viewer = await requireViewer();
  const { line } = await props.searchParams;
  const t = textsIn(viewer.locale);
  return (
    <Desk viewer={viewer} here={null}>
      <PageHeader title={t('capture.title')} lead={t('capture.lead')} />
      <CaptureLine
        start={await captureStart(viewer, new Date())}
        line={typeof line === 'string' ? line.slice(0, 5_000) : ''}
        texts={{
          label: t('capture.title'),
          hint: t('capture.hint'),
          preview: t('capture.preview'),
        }}
      />
    </Desk>
  );
}
