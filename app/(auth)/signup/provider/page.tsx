import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { knownFromProvider } from '@/app/_server/known-step';
import { nameOf } from '@/app/_server/providers';
import { readerTexts } from '@/app/_server/reader';
import { currentViewer } from '@/app/_server/session';
import { paths, withQuery } from '@/lib/paths';
import { Plain } from '../../_plain';
import { submitProviderSignUp } from './_actions';
import { ProviderSignUpForm } from './_form';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readerTexts())('providers.signUp.title') };
}

/** Asks whoever came from a provider, and has no account yet, how their record is to be called. */
export default async function ProviderSignUpPage() {
  if (await currentViewer()) redirect(paths.dashboard);
  const known = await knownFromProvider('sign-in', null);
  if (!known) redirect(withQuery(paths.signIn, { provider: 'stale' }));
  const { provider, label, email, name } = known.claims;
  const t = await readerTexts();
  const providerName = nameOf(provider) ?? provider;
  const other = {
    text: t('providers.signUp.other'),
    link: t('providers.signUp.otherLink'),
    href: paths.signIn,
  };
  if (email === null) {
    return (
      <Plain
        title={t('providers.signUp.title')}
        lead={t('providers.signUp.noEmail', { name: providerName })}
        other={{ text: '', link: t('auth.signUp.submit'), href: paths.signUp }}
      />
    );
  }
  return (
    <Plain
      title={t('providers.signUp.title')}
      lead={t('providers.signUp.lead', { name: providerName, label })}
      other={other}
    >
      <p className="soft">{t('providers.signUp.email', { email })}</p>
      <ProviderSignUpForm
        action={submitProviderSignUp}
        name={name}
        labels={{ displayName: t('auth.displayName'), handle: t('auth.handle') }}
        hints={{ displayName: t('auth.displayNameHint'), handle: t('auth.handleHint') }}
        submit={t('providers.signUp.submit')}
        busy={t('providers.signUp.busy')}
      />
    </Plain>
  );
}
