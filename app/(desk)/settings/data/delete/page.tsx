import type { Metadata } from 'next';
import { requireFresh } from '@/app/_server/fresh';
import { hasMailServer } from '@/app/_server/post';
import { readerTexts } from '@/app/_server/reader';
import { requireViewer } from '@/app/_server/session';
import { textsIn } from '@/app/_text/texts';
import { PageHeader, SectionHead } from '@/app/_ui/page-header';
import { getBelongings } from '@/lib/account/closing/data';
import { paths } from '@/lib/paths';
import { Desk } from '../../../_desk';
import { dayOf } from '../../../_moments';
import { SettingsTabs } from '../../_tabs';
import { closeAccount } from './_actions';
import { ClosingForm } from './_form';
import { Addresses, Belonging, Staying } from './_goes';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readerTexts())('closing.section.link') };
}

/** What goes with the account and what stays, and the form that has it deleted. */
export default async function DeleteAccountPage() {
  const viewer = await requireViewer();
  await requireFresh(viewer);
  const { email, oldHandles, counts } = await getBelongings(viewer, new Date());
  const { handle, deleteAt } = viewer;
  const t = textsIn(viewer.locale);
  return (
    <Desk viewer={viewer} here="settings">
      <PageHeader
        title={t('closing.section.link')}
        lead={
          deleteAt
            ? t('closing.page.planned', { day: dayOf(deleteAt, viewer) })
            : t('closing.page.lead')
        }
      />
      <SettingsTabs here="data" t={t} />
      <section className="section">
        <SectionHead title={t('closing.page.export')} />
        <p>{t('closing.page.exportText')}</p>
        <p>
          <a href={`${paths.data}#export`}>{t('closing.page.exportLink')}</a>
        </p>
      </section>
      <Belonging email={email} counts={counts} t={t} />
      <Addresses handles={[handle, ...oldHandles]} shares={counts.shares} t={t} />
      <Staying handle={handle} t={t} />
      <section className="section">
        <SectionHead title={t('closing.form.title')} />
        {hasMailServer() ? <p>{t('closing.page.confirmed', { email })}</p> : null}
        <ClosingForm
          action={closeAccount}
          isPlanned={deleteAt !== null}
          texts={{
            when: t('closing.form.when'),
            later: t('closing.form.later'),
            laterHint: t('closing.form.laterHint'),
            now: t('closing.form.now'),
            nowHint: t('closing.form.nowHint'),
            handle: t('closing.form.handle'),
            handleHint: t('closing.form.handleHint', { handle }),
            submit: t('closing.form.submit'),
            busy: t('closing.form.busy'),
          }}
        />
      </section>
    </Desk>
  );
}
