import type { Metadata } from 'next';
import { readerTexts } from '@/app/_server/reader';
import { requireViewer } from '@/app/_server/session';
import { ButtonForm } from '@/app/(desk)/_button-form';
import { isToken } from '@/lib/account/token/rules';
import { paths } from '@/lib/paths';
import { Plain } from '../../_plain';
import { submitVerify } from './_actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readerTexts())('recovery.verify.title') };
}

/**
 * Where the link of a letter leads: a button, for mail programs look at links and press nothing. It is for
 * whoever is signed in to the account; others sign in first.
 */
export default async function VerifyPage(props: PageProps<'/verify/[token]'>) {
  await requireViewer();
  const { token } = await props.params;
  const { done } = await props.searchParams;
  const t = await readerTexts();
  if (done !== undefined) {
    return (
      <Plain
        title={t('recovery.verify.doneTitle')}
        lead={t('recovery.verify.doneLead')}
        other={{ text: '', link: t('recovery.verify.goOn'), href: paths.dashboard }}
      />
    );
  }
  return (
    <Plain
      title={t('recovery.verify.title')}
      lead={t('recovery.verify.lead')}
      other={{
        text: t('recovery.verify.other'),
        link: t('recovery.verify.otherLink'),
        href: paths.security,
      }}
    >
      <ButtonForm
        action={submitVerify}
        label={t('recovery.verify.submit')}
        carried={{ token: isToken(token) ? token : '' }}
      />
    </Plain>
  );
}
