import type { Metadata } from 'next';
import { cache } from 'react';
import { missingPage } from '@/app/_server/missing';
import { readerTexts } from '@/app/_server/reader';
import { requireViewer } from '@/app/_server/session';
import { textsIn } from '@/app/_text/texts';
import { Button } from '@/app/_ui/button';
import { PageHeader } from '@/app/_ui/page-header';
import { getEffort } from '@/lib/effort/data';
import { effortId } from '@/lib/effort/schema';
import { paths } from '@/lib/paths';
import { listSkills } from '@/lib/skill/data';
import { listStreams } from '@/lib/stream/data';
import { Desk } from '../../_desk';
import { removeEffort, saveEffort } from '../_actions';
import { EffortForm } from '../_form';
import { effortFormTexts, purposeOptions, subjectGroups, valuesOf } from '../_form-options';

type Props = PageProps<'/effort/[id]'>;

/** The viewer's effort of this id; another person's is as missing as none. */
const find = cache(async (id: string) => {
  const known = effortId.safeParse(id);
  return known.success ? getEffort(await requireViewer(), known.data) : null;
});

export async function generateMetadata(props: Props): Promise<Metadata> {
  const effort = await find((await props.params).id);
  const t = await readerTexts();
  return { title: effort ? t('effort.editTitle') : t('problems.notFoundTitle') };
}

/** One effort, to edit or delete. */
export default async function OneEffortPage(props: Props) {
  const viewer = await requireViewer();
  const effort = await find((await props.params).id);
  if (!effort) return missingPage();
  const [streams, skills] = await Promise.all([listStreams(viewer), listSkills(viewer)]);
  const t = textsIn(viewer.locale);
  return (
    <Desk viewer={viewer} here="effort">
      <PageHeader
        title={t('effort.editTitle')}
        actions={
          <form action={removeEffort}>
            <input type="hidden" name="id" value={effort.id} />
            <Button variant="danger" small>
              {t('effort.delete')}
            </Button>
          </form>
        }
      />
      <EffortForm
        action={saveEffort}
        cancelHref={paths.effort}
        stored={valuesOf(effort)}
        purposes={purposeOptions(t)}
        subjects={subjectGroups(streams, skills, effort.subject, viewer.locale, t)}
        texts={effortFormTexts(t)}
      />
    </Desk>
  );
}
