import type { Metadata } from 'next';
import { hasMailServer } from '@/app/_server/post';
import { readerTexts } from '@/app/_server/reader';
import { Notice } from '@/app/_ui/notice';
import { tokenLife } from '@/lib/account/token/rules';
import { paths } from '@/lib/paths';
import { throttles } from '@/lib/throttle/rules';
import { Plain } from '../_plain';
import { submitForgot } from './_actions';
import { ForgotForm } from './_form';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readerTexts())('recovery.forgot.title') };
}

/** Asks for a letter that sets another password; what it says then is the same for every address. */
export default async function ForgotPage(props: PageProps<'/forgot'>) {
  const { sent } = await props.searchParams;
  const t = await readerTexts();
  const other = {
    text: t('recovery.forgot.other'),
    link: t('recovery.forgot.otherLink'),
    href: paths.signIn,
  };
  if (sent !== undefined) {
    return (
      <Plain title={t('recovery.forgot.title')} other={other}>
        <Notice>{t('recovery.forgot.sent', { minutes: tokenLife.reset / 60 })}</Notice>
        <p>
          {hasMailServer()
            ? t('recovery.forgot.few', { count: throttles.resetMailbox.most })
            : t('recovery.forgot.kept')}
        </p>
      </Plain>
    );
  }
  return (
    <Plain title={t('recovery.forgot.title')} lead={t('recovery.forgot.lead')} other={other}>
      <ForgotForm
        action={submitForgot}
        texts={{
          email: t('auth.email'),
          submit: t('recovery.forgot.submit'),
          busy: t('recovery.forgot.busy'),
        }}
      />
    </Plain>
  );
}
