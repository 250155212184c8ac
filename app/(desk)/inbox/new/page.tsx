import type { Metadata } from 'next';
import { uuidv7 } from 'uuidv7';
import { readerTexts } from '@/app/_server/reader';
import { requireViewer } from '@/app/_server/session';
import { textsIn } from '@/app/_text/texts';
import { PageHeader } from '@/app/_ui/page-header';
import { today } from '@/lib/calendar';
import { subjects } from '@/lib/inquiry/state.rules';
import { paths } from '@/lib/paths';
import { origins } from '@/lib/stream/rules';
import { Desk } from '../../_desk';
import { addByHand } from '../_actions';
import { outcomeOptions } from '../_words';
import { HandForm } from './_form';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readerTexts())('inbox.hand.title') };
}

/** Enters someone who came in another way than by the contact form. */
export default async function NewInquiryPage() {
  const viewer = await requireViewer();
  const t = textsIn(viewer.locale);
  return (
    <Desk viewer={viewer} here="inbox">
      <PageHeader title={t('inbox.hand.title')} lead={t('inbox.hand.lead')} />
      <HandForm
        action={addByHand}
        id={uuidv7()}
        today={today(viewer.zone, new Date())}
        subjects={subjects.map((value) => ({ value, label: t(`contact.subjects.${value}`) }))}
        origins={origins.map((value) => ({ value, label: t(`inbox.hand.origins.${value}`) }))}
        outcomes={outcomeOptions(t)}
        cancelHref={paths.inbox}
        texts={{
          name: t('inbox.hand.name'),
          email: t('inbox.hand.email'),
          subject: t('inbox.hand.subject'),
          day: t('inbox.hand.day'),
          origin: t('inbox.hand.origin'),
          note: t('inbox.hand.note'),
          outcome: t('inbox.hand.outcome'),
          add: t('inbox.hand.add'),
          saving: t('desk.saving'),
          cancel: t('desk.cancel'),
        }}
      />
    </Desk>
  );
}
