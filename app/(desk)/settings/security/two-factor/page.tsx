import type { Metadata } from 'next';
import { requireFresh } from '@/app/_server/fresh';
import { readerTexts } from '@/app/_server/reader';
import { requireViewer } from '@/app/_server/session';
import { isVerificationDue } from '@/app/_server/two-factor';
import { textsIn } from '@/app/_text/texts';
import { Notice } from '@/app/_ui/notice';
import { PageHeader } from '@/app/_ui/page-header';
import { getEmailState } from '@/lib/account/email/data';
import { getPendingSecret, getTwoFactor } from '@/lib/account/factor/data';
import { paths } from '@/lib/paths';
import { ButtonForm } from '../../../_button-form';
import { Desk } from '../../../_desk';
import { dayOf } from '../../../_moments';
import { beginTwoFactor } from './_actions';
import { Manage } from './_manage';
import { SetUp } from './_set-up';
import { VerifyFirst } from './_verify-first';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readerTexts())('security.twoFactor.title') };
}

/** Sets two-factor up, step by step, and manages it once it is on. */
export default async function TwoFactorPage(props: PageProps<'/settings/security/two-factor'>) {
  const viewer = await requireViewer();
  await requireFresh(viewer);
  const { off } = await props.searchParams;
  const now = new Date();
  const [{ onSince, codesLeft }, pending, email] = await Promise.all([
    getTwoFactor(viewer),
    getPendingSecret(viewer, now),
    getEmailState(viewer, now),
  ]);
  const isDue = isVerificationDue(email);
  const secret = isDue ? null : pending;
  const t = textsIn(viewer.locale);
  const state = onSince
    ? t('security.twoFactor.on', { day: dayOf(onSince, viewer) })
    : t('security.twoFactor.lead');
  return (
    <Desk viewer={viewer} here="settings">
      <PageHeader
        title={t('security.twoFactor.title')}
        lead={state}
        actions={<a href={paths.security}>{t('security.twoFactor.back')}</a>}
      />
      {off === 'yes' && !onSince ? <Notice>{t('security.twoFactor.turnedOff')}</Notice> : null}
      {onSince ? <Manage codesLeft={codesLeft} t={t} /> : null}
      {secret ? <SetUp secret={secret} email={email.email} t={t} /> : null}
      {isDue && !onSince ? <VerifyFirst t={t} /> : null}
      {onSince || secret || isDue ? null : (
        <ButtonForm action={beginTwoFactor} label={t('security.twoFactor.setUp')} carried={{}} />
      )}
    </Desk>
  );
}
