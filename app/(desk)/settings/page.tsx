import type { Metadata } from 'next';
import { readerTexts } from '@/app/_server/reader';
import { requireViewer } from '@/app/_server/session';
import { textsIn } from '@/app/_text/texts';
import { Notice } from '@/app/_ui/notice';
import { PageHeader, SectionHead } from '@/app/_ui/page-header';
import { getEmail } from '@/lib/account/data';
import { zones } from '@/lib/calendar';
import { Desk } from '../_desk';
import { savePreferences } from './_actions';
import { PreferencesForm } from './_form';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readerTexts())('settings.title') };
}

/** The account's language and zone, and who is signed in. */
export default async function SettingsPage(props: PageProps<'/settings'>) {
  const viewer = await requireViewer();
  const { saved } = await props.searchParams;
  const email = await getEmail(viewer);
  const t = textsIn(viewer.locale);
  return (
    <Desk viewer={viewer} here="settings">
      <PageHeader title={t('settings.title')} />
      {saved ? <Notice>{t('settings.saved')}</Notice> : null}
      <section className="section">
        <SectionHead title={t('settings.account')} />
        <p>{t('settings.email', { email })}</p>
        <PreferencesForm
          action={savePreferences}
          stored={{ locale: viewer.locale, zone: viewer.zone }}
          locales={[
            { value: 'ja', label: '日本語' },
            { value: 'en', label: 'English' },
          ]}
          zones={zones(viewer.zone).map((zone) => ({
            value: zone,
            label: zone.replaceAll('_', ' '),
          }))}
          texts={{
            language: t('settings.language'),
            zone: t('settings.zone'),
            zoneHint: t('settings.zoneHint'),
            save: t('desk.save'),
            saving: t('desk.saving'),
          }}
        />
      </section>
    </Desk>
  );
}
