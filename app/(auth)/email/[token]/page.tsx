import type { Metadata } from 'next';
import { readerTexts } from '@/app/_server/reader';
import { ButtonForm } from '@/app/(desk)/_button-form';
import { isToken } from '@/lib/account/token/rules';
import { paths } from '@/lib/paths';
import { Plain } from '../../_plain';
import { submitAnswer } from './_actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readerTexts())('recovery.answer.title') };
}

const ends = ['agreed', 'changed', 'objected'] as const;

/** Where the letters about a change of e-mail lead: either address agrees by a button, or objects. */
export default async function AnswerPage(props: PageProps<'/email/[token]'>) {
  const { token } = await props.params;
  const { now } = await props.searchParams;
  const t = await readerTexts();
  const end = ends.find((one) => one === now);
  if (end) {
    return (
      <Plain
        title={t(`recovery.answer.${end}Title`)}
        lead={t(`recovery.answer.${end}Lead`)}
        other={{ text: '', link: t('recovery.answer.toSecurity'), href: paths.security }}
      />
    );
  }
  const carried = { token: isToken(token) ? token : '' };
  return (
    <Plain
      title={t('recovery.answer.title')}
      lead={t('recovery.answer.lead')}
      other={{
        text: t('recovery.answer.other'),
        link: t('recovery.answer.otherLink'),
        href: paths.security,
      }}
    >
      <ButtonForm
        action={submitAnswer}
        label={t('recovery.answer.agree')}
        carried={{ ...carried, answer: 'agree' }}
      />
      <ButtonForm
        action={submitAnswer}
        label={t('recovery.answer.object')}
        carried={{ ...carried, answer: 'object' }}
        variant="quiet"
      />
    </Plain>
  );
}
