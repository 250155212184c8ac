import type { Metadata } from 'next';
import { uuidv7 } from 'uuidv7';
import { readerTexts } from '@/app/_server/reader';
import { requireViewer } from '@/app/_server/session';
import { textsIn } from '@/app/_text/texts';
import { PageHeader } from '@/app/_ui/page-header';
import { today } from '@/lib/calendar';
import { inLocale } from '@/lib/locale';
import { getLastIncome } from '@/lib/milestone/data';
import { readPrefill } from '@/lib/milestone/prefill.schema';
import { localCurrency } from '@/lib/money';
import { paths } from '@/lib/paths';
import { getShowing } from '@/lib/record/data';
import { listStreams } from '@/lib/stream/data';
import { Desk } from '../../_desk';
import { saveMilestone } from '../_actions';
import { MilestoneForm } from '../_form';
import { formOptions } from '../_form-options';
import { valuesOfNew } from '../_form-values';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readerTexts())('milestones.newTitle') };
}

/**
 * The empty form. The address may fill it in: `?kind=skill`, or an income's stream, month and
 * amount. A closed stream is not suggested, unless the address names it.
 */
export default async function NewMilestonePage(props: PageProps<'/milestones/new'>) {
  const viewer = await requireViewer();
  const { stream: streamId, ...given } = readPrefill(await props.searchParams);
  const [streams, last, showing] = await Promise.all([
    listStreams(viewer),
    getLastIncome(viewer),
    getShowing(viewer),
  ]);
  const stream = streamId
    ? streams.find(({ id }) => id === streamId)
    : streams.find(({ id, closedAt }) => id === last?.streamId && !closedAt);
  const t = textsIn(viewer.locale);
  return (
    <Desk viewer={viewer} here="milestones" logs={false}>
      <PageHeader title={t('milestones.newTitle')} />
      <MilestoneForm
        {...formOptions(viewer, streams, t)}
        action={saveMilestone}
        cancelHref={paths.milestones}
        stored={valuesOfNew(
          {
            id: uuidv7(),
            language: viewer.locale,
            today: today(viewer.zone, new Date()),
            currency: last?.currency ?? localCurrency(viewer.zone),
            visibility: showing.defaultVisibility,
            stream: stream ? (inLocale(stream.name, viewer.locale) ?? '') : '',
          },
          given,
        )}
      />
    </Desk>
  );
}
