import type { Metadata } from 'next';
import { readerTexts } from '@/app/_server/reader';
import { requireViewer } from '@/app/_server/session';
import { type Texts, textsIn } from '@/app/_text/texts';
import { Notice } from '@/app/_ui/notice';
import { PageHeader, SectionHead } from '@/app/_ui/page-header';
import { getInquirySettings, type OwnInquirySettings } from '@/lib/inquiry/settings/data';
import { paths } from '@/lib/paths';
import { Desk } from '../../_desk';
import { InboxTabs } from '../_tabs';
import { saveInquirySettings } from './_actions';
import { Blocked } from './_blocked';
import { InquirySettingsForm } from './_form';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readerTexts())('contact.desk.title') };
}

/** Who may write, how long that is kept, and whom not to hear from. */
export default async function InboxSettingsPage(props: PageProps<'/inbox/settings'>) {
  const viewer = await requireViewer();
  const { saved, unblocked } = await props.searchParams;
  const settings = await getInquirySettings(viewer);
  const { locale, zone, handle } = viewer;
  const t = textsIn(locale);
  const { takesInquiries, isPublished } = settings;
  return (
    <Desk viewer={viewer} here="inbox">
      <PageHeader title={t('contact.desk.title')} lead={t('contact.desk.lead')} />
      <InboxTabs here="settings" t={t} />
      {saved ? <Notice>{t('contact.desk.saved')}</Notice> : null}
      {unblocked ? <Notice>{t('contact.desk.unblocked')}</Notice> : null}
      <section className="section">
        <SectionHead
          title={t('contact.desk.form')}
          aside={
            takesInquiries && isPublished ? (
              <a href={paths.publicContact(handle)}>{t('contact.desk.open')}</a>
            ) : null
          }
        />
        <Unseen settings={settings} t={t} />
        <InquirySettingsForm
          action={saveInquirySettings}
          stored={storedOf(settings)}
          texts={formTexts(t)}
        />
      </section>
      <Blocked blocked={settings.blocked} zone={zone} locale={locale} t={t} />
    </Desk>
  );
}

/** Why nobody finds the form although it is open. */
function Unseen({ settings, t }: { settings: OwnInquirySettings; t: Texts }) {
  if (!settings.takesInquiries) return null;
  if (!settings.isPublished) return <p>{t('contact.desk.unpublished')}</p>;
  return settings.showsContact ? null : (
    <p>
      {t('contact.desk.hidden')}{' '}
      <a href={paths.recordDisclosure}>{t('contact.desk.showContact')}</a>
    </p>
  );
}

function storedOf(settings: OwnInquirySettings) {
  return {
    version: String(settings.version),
    takesInquiries: settings.takesInquiries ? 'yes' : '',
    showsResponse: settings.showsResponse ? 'yes' : '',
    inquiryDays: settings.inquiryDays === null ? '' : String(settings.inquiryDays),
  };
}

function formTexts(t: Texts) {
  return {
    labels: {
      takesInquiries: t('contact.desk.takesInquiries'),
      showsResponse: t('contact.desk.showsResponse'),
      inquiryDays: t('contact.desk.inquiryDays'),
    },
    hints: {
      takesInquiries: t('contact.desk.takesInquiriesHint'),
      showsResponse: t('contact.desk.showsResponseHint'),
      inquiryDays: t('contact.desk.inquiryDaysHint'),
    },
    save: t('desk.save'),
    saving: t('desk.saving'),
    theirs: t('contact.desk.theirs'),
    theirsHint: t('contact.desk.theirsHint'),
    on: t('contact.desk.on'),
    off: t('contact.desk.off'),
    always: t('contact.desk.always'),
  };
}
