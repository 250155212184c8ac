import type { Metadata } from 'next';
import { requireFresh } from '@/app/_server/fresh';
import { readerTexts } from '@/app/_server/reader';
import { requireViewer } from '@/app/_server/session';
import { textsIn } from '@/app/_text/texts';
import { PageHeader } from '@/app/_ui/page-header';
import { getEmail, hasPassword } from '@/lib/account/data';
import { paths } from '@/lib/paths';
import { Desk } from '../../../_desk';
import { submitPassword } from './_actions';
import { PasswordForm } from './_form';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readerTexts())('recovery.password.title') };
}

/** Another password, or the first one. */
export default async function ChangePasswordPage() {
  const viewer = await requireViewer();
  await requireFresh(viewer);
  const [email, has] = await Promise.all([getEmail(viewer), hasPassword(viewer)]);
  const t = textsIn(viewer.locale);
  const what = t(has ? 'recovery.password.change' : 'recovery.password.set');
  return (
    <Desk viewer={viewer} here="settings">
      <PageHeader title={what} lead={t('recovery.password.lead')} />
      <PasswordForm
        action={submitPassword}
        hasPassword={has}
        email={email}
        texts={{
          current: t('recovery.password.current'),
          password: t('recovery.password.new'),
          hint: t('auth.passwordHint'),
          submit: what,
          busy: t('recovery.password.busy'),
        }}
      />
      <p>
        <a href={paths.security}>{t('recovery.password.back')}</a>
      </p>
    </Desk>
  );
}
