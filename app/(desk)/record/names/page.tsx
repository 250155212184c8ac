import type { Metadata } from 'next';
import { readerTexts } from '@/app/_server/reader';
import { requireViewer } from '@/app/_server/session';
import { textsIn } from '@/app/_text/texts';
import { Notice } from '@/app/_ui/notice';
import { PageHeader, SectionHead } from '@/app/_ui/page-header';
import { listKeptNames } from '@/lib/leak/data';
import { Desk } from '../../_desk';
import { Found } from '../_found';
import { findLeaks } from '../_leaks';
import { RecordTabs } from '../_tabs';
import { saveKeptNames } from './_actions';
import { NamesForm } from './_form';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readerTexts())('showing.names.title') };
}

/** The private list of names that may stand in no public text, and where they do. */
export default async function NamesPage(props: PageProps<'/record/names'>) {
  const viewer = await requireViewer();
  const { saved } = await props.searchParams;
  const [names, leaks] = await Promise.all([listKeptNames(viewer), findLeaks(viewer)]);
  const t = textsIn(viewer.locale);
  return (
    <Desk viewer={viewer} here="record">
      <PageHeader title={t('showing.names.title')} lead={t('showing.names.lead')} />
      <RecordTabs here="names" t={t} />
      {saved ? <Notice>{t('showing.names.saved', { count: names.length })}</Notice> : null}
      <div className="split split-even">
        <section className="section">
          <NamesForm
            action={saveKeptNames}
            names={names.join('\n')}
            texts={{
              label: t('showing.names.label'),
              hint: t('showing.names.hint'),
              save: t('desk.save'),
              saving: t('desk.saving'),
            }}
          />
        </section>
        {names.length > 0 ? (
          <section className="section">
            <SectionHead title={t('showing.names.found')} />
            <p>
              {leaks.length > 0
                ? t('showing.names.foundLead', { count: leaks.length })
                : t('showing.names.none')}
            </p>
            <Found leaks={leaks} t={t} />
          </section>
        ) : null}
      </div>
    </Desk>
  );
}
