import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { readerTexts } from '@/app/_server/reader';
import { stepSecret } from '@/app/_server/step';
import { findChallenge } from '@/lib/account/challenge/mutations';
import { safeNext } from '@/lib/auth/rules';
import { paths, withQuery } from '@/lib/paths';
import { Plain } from '../../_plain';
import { submitSecond } from './_actions';
import { SecondForm } from './_form';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readerTexts())('security.second.title') };
}

/** The second factor of a sign-in whose first is proven; without such a one, signing in begins anew. */
export default async function SecondPage({ searchParams }: PageProps<'/signin/second'>) {
  const { next: asked } = await searchParams;
  const next = typeof asked === 'string' ? safeNext(asked, '') : '';
  const waiting = await findChallenge(await stepSecret(), 'second_factor', new Date());
  if (!waiting) redirect(withQuery(paths.signIn, { expired: 'yes', next }));
  const t = await readerTexts();
  return (
    <Plain
      title={t('security.second.title')}
      lead={t('security.second.lead')}
      other={{
        text: t('security.second.other'),
        link: t('security.second.otherLink'),
        href: paths.signIn,
      }}
    >
      <SecondForm
        action={submitSecond}
        next={next}
        texts={{
          code: t('security.second.code'),
          codeHint: t('security.second.codeHint'),
          submit: t('security.second.submit'),
          busy: t('security.second.busy'),
        }}
      />
    </Plain>
  );
}
