import type { Metadata } from 'next';
import { requireFresh } from '@/app/_server/fresh';
import { missingPage } from '@/app/_server/missing';
import { readerTexts } from '@/app/_server/reader';
import { requireViewer } from '@/app/_server/session';
import { textsIn } from '@/app/_text/texts';
import { PageHeader } from '@/app/_ui/page-header';
import type { Viewer } from '@/lib/auth/viewer';
import { planRestore } from '@/lib/restore/mutations';
import { countTry } from '@/lib/throttle/mutations';
import { throttles } from '@/lib/throttle/rules';
import { openUpload, whileThere } from '@/lib/upload/data';
import type { Upload } from '@/lib/upload/rules';
import { uploadId } from '@/lib/upload/schema';
import { Desk } from '../../../../_desk';
import { momentOf } from '../../../../_moments';
import { SettingsTabs } from '../../../_tabs';
import { ExportFileForm } from '../../_restore-form';
import { Plan } from './_plan';
import { Unreadable } from './_unreadable';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readerTexts())('dataExport.restore.title') };
}

/** The viewer's export of this id that waits; another person's is as missing as none. */
async function find(viewer: Viewer, id: string, now: Date): Promise<Upload | null> {
  const known = uploadId.safeParse(id);
  const upload = known.success ? await openUpload(viewer, known.data, now) : null;
  return upload?.kind === 'export' ? upload : null;
}

/** What restoring a file would change, and the form that does it. */
export default async function RestorePage(props: PageProps<'/settings/data/restore/[id]'>) {
  const viewer = await requireViewer();
  const now = new Date();
  const upload = await find(viewer, (await props.params).id, now);
  if (!upload) return missingPage();
  await requireFresh(viewer);
  const t = textsIn(viewer.locale);
  const tries = [{ limit: throttles.restores, subject: viewer.userId }];
  const isAllowed = await countTry(tries, now);
  const planned = isAllowed ? await whileThere(upload, (file) => planRestore(viewer, file)) : null;
  if (planned && !planned.ok) return missingPage();
  const plan = planned?.value ?? null;
  const refusal = plan?.ok ? null : (plan ?? 'later');
  return (
    <Desk viewer={viewer} here="settings">
      <PageHeader
        title={t('dataExport.restore.title')}
        lead={
          plan?.ok
            ? t('dataExport.plan.lead', {
                name: upload.name,
                when: momentOf(plan.value.exportedAt, viewer),
              })
            : upload.name
        }
      />
      <SettingsTabs here="data" t={t} />
      {plan?.ok ? <Plan id={upload.id} report={plan.value} t={t} /> : null}
      {refusal ? <Unreadable refusal={refusal} t={t} /> : null}
      {refusal || (plan?.ok && plan.value.tables.length === 0) ? <ExportFileForm t={t} /> : null}
    </Desk>
  );
}
