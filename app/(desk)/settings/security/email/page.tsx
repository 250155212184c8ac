import type { Metadata } from 'next';
import { requireFresh } from '@/app/_server/fresh';
import { readerTexts } from '@/app/_server/reader';
import { requireViewer } from '@/app/_server/session';
import { textsIn } from '@/app/_text/texts';
import { PageHeader } from '@/app/_ui/page-header';
import { getEmailState } from '@/lib/account/email/data';
import { tokenLife } from '@/lib/account/token/rules';
import { paths } from '@/lib/paths';
import { Desk } from '../../../_desk';
import { submitEmail } from './_actions';
import { EmailForm } from './_form';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readerTexts())('recovery.email.change') };
}

/** Another e-mail in the place of the one there is. */
export default async function ChangeEmailPage() {
  const viewer = await requireViewer();
  await requireFresh(viewer);
  const { email, isVerified } = await getEmailState(viewer, new Date());
  const lead = isVerified ? 'recovery.email.changeLead' : 'recovery.email.changeLeadAlone';
  const t = textsIn(viewer.locale);
  return (
    <Desk viewer={viewer} here="settings">
      <PageHeader
        title={t('recovery.email.change')}
        lead={t(lead, { minutes: tokenLife.new_email / 60 })}
      />
      <p>{t('recovery.email.now', { email })}</p>
      <EmailForm
        action={submitEmail}
        texts={{
          email: t('recovery.email.new'),
          submit: t('recovery.email.change'),
          busy: t('recovery.email.busy'),
        }}
      />
      <p>
        <a href={paths.security}>{t('recovery.email.back')}</a>
      </p>
    </Desk>
  );
}
