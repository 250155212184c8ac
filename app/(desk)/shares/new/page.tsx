import type { Metadata } from 'next';
import { uuidv7 } from 'uuidv7';
import { missingPage } from '@/app/_server/missing';
import { readerTexts } from '@/app/_server/reader';
import { requireViewer } from '@/app/_server/session';
import { textsIn } from '@/app/_text/texts';
import { PageHeader } from '@/app/_ui/page-header';
import { locales } from '@/lib/locale';
import { milestoneId } from '@/lib/milestone/schema';
import { networks } from '@/lib/share/networks.rules';
import { occasion } from '@/lib/share/schema';
import { Desk } from '../../_desk';
import { addShare } from '../_actions';
import { subjectOf } from '../_subject';
import { NewShareForm } from './_form';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readerTexts())('shares.newTitle') };
}

/** Shares a milestone (`?milestone=`), an occasion (`?occasion=`) or the record on one network. */
export default async function NewSharePage(props: PageProps<'/shares/new'>) {
  const viewer = await requireViewer();
  const search = await props.searchParams;
  const milestone = milestoneId.safeParse(search.milestone).data ?? null;
  const why = occasion.safeParse(search.occasion).data ?? null;
  const subject = await subjectOf(viewer, { milestoneId: milestone, occasion: why }, viewer.locale);
  if (!subject) return missingPage();
  const t = textsIn(viewer.locale);
  return (
    <Desk viewer={viewer} here="publicise">
      <PageHeader
        title={t('shares.newTitle')}
        lead={subject.what === 'record' ? t('shares.ofRecord') : subject.title}
      />
      <NewShareForm
        action={addShare}
        carried={{ id: uuidv7(), milestone: milestone ?? '', occasion: why ?? '' }}
        networks={networks.map((network) => ({
          value: network,
          label: t(`shares.networks.${network}`),
        }))}
        languages={locales.map((language) => ({
          value: language,
          label: t(`showing.seen.language.${language}`),
        }))}
        language={viewer.locale}
        texts={{
          network: t('shares.network'),
          language: t('shares.language'),
          server: t('shares.server'),
          serverHint: t('shares.serverHint'),
          share: t('shares.share'),
          saving: t('desk.saving'),
        }}
      />
    </Desk>
  );
}
