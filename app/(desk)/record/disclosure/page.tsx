import type { Metadata } from 'next';
import { readerTexts } from '@/app/_server/reader';
import { requireViewer } from '@/app/_server/session';
import { type Texts, textsIn } from '@/app/_text/texts';
import { Notice } from '@/app/_ui/notice';
import { PageHeader } from '@/app/_ui/page-header';
import { visibilities } from '@/lib/milestone/rules';
import { getRecord, type OwnRecord } from '@/lib/record/data';
import { grains } from '@/lib/record/disclosure.rules';
import { sections } from '@/lib/record/sections.rules';
import { Desk } from '../../_desk';
import { RecordTabs } from '../_tabs';
import { saveShowing } from './_actions';
import { ShowingForm, type ShowingTexts } from './_form';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readerTexts())('showing.title') };
}

/** How finely the record is shown, and to whom it must not give the person away. */
export default async function DisclosurePage(props: PageProps<'/record/disclosure'>) {
  const viewer = await requireViewer();
  const { saved } = await props.searchParams;
  const record = await getRecord(viewer);
  const t = textsIn(viewer.locale);
  const places = sections.map((_, i) => ({
    value: String(i + 1),
    label: t('showing.place', { number: i + 1 }),
  }));
  return (
    <Desk viewer={viewer} here="record">
      <PageHeader title={t('showing.title')} lead={t('showing.lead')} />
      <RecordTabs here="disclosure" t={t} />
      {saved ? <Notice>{t('showing.saved')}</Notice> : null}
      <ShowingForm
        action={saveShowing}
        stored={storedOf(record)}
        grains={grains.map((grain) => ({ value: grain, label: t(`grains.${grain}`) }))}
        visibilities={visibilities.map((visibility) => ({
          value: visibility,
          label: t(`visibilities.${visibility}`),
        }))}
        places={[...places, { value: 'hidden', label: t('showing.hidden') }]}
        texts={formTexts(t, record)}
      />
    </Desk>
  );
}

function storedOf({ showing, version }: OwnRecord) {
  const yes = (is: boolean) => (is ? 'yes' : '');
  const place = (section: (typeof sections)[number]) => {
    const index = showing.sections.indexOf(section);
    return index < 0 ? 'hidden' : String(index + 1);
  };
  return {
    version: String(version),
    disclosure: showing.disclosure,
    defaultVisibility: showing.defaultVisibility,
    delayDays: String(showing.delayDays),
    penName: showing.penName ?? '',
    isEmployerSafe: yes(showing.isEmployerSafe),
    monthsOnly: yes(showing.monthsOnly),
    isIndexed: yes(showing.isIndexed),
    hasFeeds: yes(showing.hasFeeds),
    showsHours: yes(showing.showsHours),
    checksLinks: yes(showing.checksLinks),
    pinned: place('pinned'),
    climb: place('climb'),
    income: place('income'),
    milestones: place('milestones'),
    contact: place('contact'),
  };
}

function formTexts(t: Texts, { handle }: OwnRecord): ShowingTexts {
  return {
    labels: {
      disclosure: t('showing.disclosure'),
      defaultVisibility: t('showing.defaultVisibility'),
      delayDays: t('showing.delayDays'),
      penName: t('showing.penName'),
      isEmployerSafe: t('showing.safe'),
      monthsOnly: t('showing.monthsOnly'),
      isIndexed: t('showing.isIndexed'),
      hasFeeds: t('showing.hasFeeds'),
      showsHours: t('showing.showsHours'),
      checksLinks: t('showing.checksLinks'),
      pinned: t('showing.section.pinned'),
      climb: t('showing.section.climb'),
      income: t('showing.section.income'),
      milestones: t('showing.section.milestones'),
      contact: t('showing.section.contact'),
    },
    hints: {
      disclosure: t('showing.disclosureHint'),
      delayDays: t('showing.delayDaysHint'),
      monthsOnly: t('showing.monthsOnlyHint'),
      isEmployerSafe: t('showing.safeHint'),
      penName: `${t('showing.penNameHint')} ${t('showing.handleHint', { handle })}`,
    },
    safe: t('showing.safe'),
    sections: t('showing.sections'),
    sectionsHint: t('showing.sectionsHint'),
    save: t('desk.save'),
    saving: t('desk.saving'),
    leakAccepted: t('milestones.leakAccepted'),
    linksChecked: t('showing.linksChecked'),
    askedAgain: t('showing.askedAgain'),
    theirs: t('milestones.theirs'),
    theirsHint: t('milestones.theirsHint'),
    safeAsSaved: t('showing.safeAsSaved'),
    on: t('showing.on'),
    off: t('showing.off'),
  };
}
