import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { hasMailServer } from '@/app/_server/post';
import { readerTexts } from '@/app/_server/reader';
import { currentViewer } from '@/app/_server/session';
import { Notice } from '@/app/_ui/notice';
import { safeNext } from '@/lib/auth/rules';
import { paths } from '@/lib/paths';
import { Plain } from '../_plain';
import { ProviderLinks, providerRefusal } from '../_provider-links';
import { rememberedEmail } from '../_remembered';
import { submitSignIn } from './_actions';
import { SignInForm } from './_form';
import { PasskeySignIn } from './_passkey';
import { wayToSignUp } from './_to-sign-up';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readerTexts())('auth.signIn.title') };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SignInPage({ searchParams }: Props) {
  const { next: asked, welcome, reset, expired, provider } = await searchParams;
  const next = typeof asked === 'string' ? safeNext(asked, '') : '';
  if (await currentViewer()) redirect(next || paths.dashboard);
  const t = await readerTexts();
  const refusal = providerRefusal(provider, t);
  return (
    <Plain title={t('auth.signIn.title')} other={wayToSignUp(t)}>
      {welcome === undefined ? null : (
        <Notice>
          <p>{t('auth.signIn.welcome')}</p>
          {hasMailServer() ? <p>{t('auth.signIn.written')}</p> : null}
        </Notice>
      )}
      {reset === undefined ? null : <Notice>{t('recovery.reset.done')}</Notice>}
      {expired === undefined ? null : <Notice>{t('security.second.expired')}</Notice>}
      {refusal ? <Notice>{refusal}</Notice> : null}
      <SignInForm
        action={submitSignIn}
        email={await rememberedEmail()}
        next={next}
        labels={{ email: t('auth.email'), password: t('auth.password') }}
        submit={t('auth.signIn.submit')}
        busy={t('auth.signIn.busy')}
      />
      <p className="soft">
        <a href={paths.forgot}>{t('recovery.forgot.title')}</a>
      </p>
      <PasskeySignIn next={next} t={t} />
      <ProviderLinks next={next} t={t} />
    </Plain>
  );
}
