import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { readerTexts } from '@/app/_server/reader';
import { currentViewer } from '@/app/_server/session';
import type { Texts } from '@/app/_text/texts';
import { isInvitationOpen } from '@/lib/account/invitation/data';
import { env } from '@/lib/env';
import { paths } from '@/lib/paths';
import { Plain } from '../_plain';
import { ProviderLinks } from '../_provider-links';
import { submitSignUp } from './_actions';
import { SignUpForm } from './_form';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readerTexts())('auth.signUp.title') };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The form for whoever may sign up, and why not for whoever may not. */
export default async function SignUpPage({ searchParams }: Props) {
  if (await currentViewer()) redirect(paths.dashboard);
  const { invite } = await searchParams;
  const t = await readerTexts();
  const { SIGNUP } = env();
  if (SIGNUP === 'closed') return <Closed why="closed" t={t} />;
  if (SIGNUP === 'open') return <Open t={t} />;
  if (typeof invite !== 'string') return <Closed why="uninvited" t={t} />;
  const isOpen = await isInvitationOpen(invite, new Date());
  return isOpen ? <Open invite={invite} t={t} /> : <Closed why="ended" t={t} />;
}

/** No form: nobody signs up here now, or not without an invitation, or not with this one. */
function Closed({ why, t }: { why: 'closed' | 'uninvited' | 'ended'; t: Texts }) {
  return (
    <Plain
      title={t(`operator.signUp.${why}Title`)}
      lead={t(`operator.signUp.${why}Text`)}
      other={toSignIn(t)}
    />
  );
}

function toSignIn(t: Texts) {
  return {
    text: t('auth.signUp.other'),
    link: t('auth.signUp.otherLink'),
    href: paths.signIn,
  };
}

function Open({ invite, t }: { invite?: string; t: Texts }) {
  const words = (of: 'label' | 'hint') => ({
    displayName: t(of === 'label' ? 'auth.displayName' : 'auth.displayNameHint'),
    handle: t(of === 'label' ? 'auth.handle' : 'auth.handleHint'),
    email: t(of === 'label' ? 'auth.email' : 'auth.emailHint'),
    password: t(of === 'label' ? 'auth.password' : 'auth.passwordHint'),
  });
  return (
    <Plain title={t('auth.signUp.title')} lead={t('auth.signUp.lead')} other={toSignIn(t)}>
      <SignUpForm
        action={submitSignUp}
        labels={words('label')}
        hints={words('hint')}
        submit={t('auth.signUp.submit')}
        busy={t('auth.signUp.busy')}
        invite={invite}
      />
      <ProviderLinks invite={invite} t={t} />
    </Plain>
  );
}
