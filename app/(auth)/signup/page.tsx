import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { readerTexts } from '@/app/_server/reader';
import { currentViewer } from '@/app/_server/session';
import { paths } from '@/lib/paths';
import { Plain } from '../_plain';
import { submitSignUp } from './_actions';
import { SignUpForm } from './_form';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readerTexts())('auth.signUp.title') };
}

export default async function SignUpPage() {
  if (await currentViewer()) redirect(paths.dashboard);
  const t = await readerTexts();
  const words = (of: 'label' | 'hint') => ({
    displayName: t(of === 'label' ? 'auth.displayName' : 'auth.displayNameHint'),
    handle: t(of === 'label' ? 'auth.handle' : 'auth.handleHint'),
    email: t(of === 'label' ? 'auth.email' : 'auth.emailHint'),
    password: t(of === 'label' ? 'auth.password' : 'auth.passwordHint'),
  });
  return (
    <Plain
      title={t('auth.signUp.title')}
      lead={t('auth.signUp.lead')}
      other={{
        text: t('auth.signUp.other'),
        link: t('auth.signUp.otherLink'),
        href: paths.signIn,
      }}
    >
      <SignUpForm
        action={submitSignUp}
        labels={words('label')}
        hints={words('hint')}
        submit={t('auth.signUp.submit')}
        busy={t('auth.signUp.busy')}
      />
    </Plain>
  );
}
