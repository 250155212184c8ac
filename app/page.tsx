import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { env } from '@/lib/env';
import { paths } from '@/lib/paths';
import { readPublicRecord } from '@/lib/record/public';
import { exampleHandle } from '@/lib/record/rules';
import { chooseLocale, visitorLocale } from './_server/locale';
import { currentViewer } from './_server/session';
import { textsIn } from './_text/texts';
import { landingCopy } from './_ui/landing/copy';
import { Landing } from './_ui/landing/landing';
import { LanguageSwitch } from './_ui/language-switch';
import { Notice } from './_ui/notice';
import { Wordmark } from './_ui/wordmark';
import { specimenOf } from './u/_document/specimen';

export async function generateMetadata(): Promise<Metadata> {
  const copy = landingCopy[await visitorLocale()];
  return { description: copy.lead, robots: { index: true } };
}

/** The case for a record, to someone who has none yet. */
export default async function HomePage(props: PageProps<'/'>) {
  if (await currentViewer()) redirect(paths.dashboard);
  const { deleted } = await props.searchParams;
  const locale = await visitorLocale();
  const example = await readPublicRecord(exampleHandle);
  const copy = landingCopy[locale];
  const t = textsIn(locale);
  const isClosed = env().SIGNUP === 'closed';
  const said = isClosed ? { ...copy, action: t('auth.signIn.submit') } : copy;
  return (
    <>
      <a className="skip" href="#main">
        {t('desk.skip')}
      </a>
      <header className="bar">
        <div className="bar-inner">
          <Wordmark name="Jisseki" />
          <div className="bar-tools">
            <LanguageSwitch action={chooseLocale} current={locale} />
            <a className="quiet-link" href={paths.signIn}>
              {t('auth.signIn.submit')}
            </a>
          </div>
        </div>
      </header>
      {deleted === 'yes' ? (
        <div className="landing-notice">
          <Notice>{t('closing.done')}</Notice>
        </div>
      ) : null}
      <Landing
        copy={example ? { ...said, specimen: specimenOf(example, locale, copy.specimen) } : said}
        actionHref={isClosed ? paths.signIn : paths.signUp}
        exampleHref={example ? paths.publicRecord(exampleHandle) : undefined}
      />
    </>
  );
}
