import type { Metadata } from 'next';
import { readerTexts } from '@/app/_server/reader';
import { isToken } from '@/lib/account/token/rules';
import { paths } from '@/lib/paths';
import { Plain } from '../../_plain';
import { submitReset } from './_actions';
import { ResetForm } from './_form';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readerTexts())('recovery.reset.title') };
}

/**
 * Where the link of a letter leads. Looking at it uses nothing up, for mail programs look at links too;
 * whether the link still works is told to whoever presses the button.
 */
export default async function ResetPage(props: PageProps<'/reset/[token]'>) {
  const { token } = await props.params;
  const t = await readerTexts();
  return (
    <Plain
      title={t('recovery.reset.title')}
      lead={t('recovery.reset.lead')}
      other={{
        text: t('recovery.reset.other'),
        link: t('recovery.reset.otherLink'),
        href: paths.forgot,
      }}
    >
      <ResetForm
        action={submitReset}
        token={isToken(token) ? token : ''}
        texts={{
          password: t('recovery.reset.password'),
          hint: t('auth.passwordHint'),
          submit: t('recovery.reset.submit'),
          busy: t('recovery.reset.busy'),
        }}
      />
    </Plain>
  );
}
