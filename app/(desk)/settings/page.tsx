import type { Metadata } from 'next';
import { readerTexts } from '@/app/_server/reader';
import { requireViewer } from '@/app/_server/session';
import { textsIn } from '@/app/_text/texts';
import { Notice } from '@/app/_ui/notice';
import { PageHeader, SectionHead } from '@/app/_ui/page-header';
import { getEmail } from '@/lib/account/data';
import { monthOf, today, zones } from '@/lib/calendar';
import { getMailChoice } from '@/lib/mail/choice/data';
import { getStreakSettings } from '@/lib/pause/data';
import { Desk } from '../_desk';
import { savePreferences } from './_actions';
import { PreferencesForm } from './_form';
import { LettersSection } from './_letters';
import { OperatorLink } from './_operator-link';
import { StreakSection } from './_streak';
import { SettingsTabs } from './_tabs';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readerTexts())('settings.title') };
}

const changes = {
  shown: 'nowShown',
  hidden: 'nowHidden',
  paused: 'nowPaused',
  resumed: 'nowResumed',
} as const;

function isChange(streak: unknown): streak is keyof typeof changes {
  return typeof streak === 'string' && Object.hasOwn(changes, streak);
}

/** The account's language and zone, who is signed in, which letters come, and how months are counted. */
export default async function SettingsPage(props: PageProps<'/settings'>) {
  const viewer = await requireViewer();
  const { saved, streak, letters } = await props.searchParams;
  const [email, settings, choice] = await Promise.all([
    getEmail(viewer),
    getStreakSettings(viewer),
    getMailChoice(viewer),
  ]);
  const t = textsIn(viewer.locale);
  return (
    <Desk viewer={viewer} here="settings">
      <PageHeader title={t('settings.title')} />
      <SettingsTabs here="account" t={t} />
      {saved ? <Notice>{t('settings.saved')}</Notice> : null}
      {letters === 'saved' ? <Notice>{t('letters.settings.saved')}</Notice> : null}
      {isChange(streak) ? <Notice>{t(`settings.${changes[streak]}`)}</Notice> : null}
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
      <OperatorLink viewer={viewer} t={t} />
      <LettersSection choice={choice} email={email} t={t} />
      <StreakSection
        settings={settings}
        thisMonth={monthOf(today(viewer.zone, new Date()))}
        locale={viewer.locale}
        t={t}
      />
    </Desk>
  );
}
