import type { Metadata } from 'next';
import { readerTexts } from '@/app/_server/reader';
import { requireViewer } from '@/app/_server/session';
import { type Texts, textsIn } from '@/app/_text/texts';
import { Button } from '@/app/_ui/button';
import { Notice } from '@/app/_ui/notice';
import { PageHeader, SectionHead } from '@/app/_ui/page-header';
import { formatDatedOn, today } from '@/lib/calendar';
import { type Locale, locales } from '@/lib/locale';
import { paths, withQuery } from '@/lib/paths';
import { getRecord, type OwnRecord } from '@/lib/record/data';
import { Desk } from '../_desk';
import { publishRecord, retractRecord, saveProfile } from './_actions';
import { ProfileForm, type ProfileTexts } from './_form';
import { Suspended } from './_suspended';
import { RecordTabs } from './_tabs';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readerTexts())('record.title') };
}

/** What others see of one: open or closed, the very document, and what it says. */
export default async function RecordPage(props: PageProps<'/record'>) {
  const viewer = await requireViewer();
  const { now, saved } = await props.searchParams;
  const record = await getRecord(viewer);
  const { suspension } = record;
  const { locale } = viewer;
  const t = textsIn(locale);
  const address = paths.publicRecord(record.handle);
  const change = now === 'published' || now === 'retracted' ? now : saved ? 'saved' : null;
  return (
    <Desk viewer={viewer} here="record">
      <PageHeader title={t('record.title')} lead={t('record.lead', { address })} />
      <RecordTabs here="record" t={t} />
      {record.showing.isEmployerSafe ? (
        <p className="safe-on">
          <a href={paths.recordDisclosure}>{t('showing.pauseOn')}</a>
        </p>
      ) : null}
      {change ? <Notice stamped={change === 'published'}>{t(`record.${change}`)}</Notice> : null}
      {now === 'suspended' && suspension ? <Notice>{t('errors.record-suspended')}</Notice> : null}
      {now === 'leaving' && viewer.deleteAt ? (
        <Notice>{t('errors.deletion-planned')}</Notice>
      ) : null}
      {suspension ? <Suspended suspension={suspension} viewer={viewer} t={t} /> : null}
      <section className="section">
        <p>
          {record.publishedAt
            ? t('record.publishedSince', {
                date: formatDatedOn(
                  { day: today(viewer.zone, record.publishedAt), precision: 'day' },
                  locale,
                ),
              })
            : t('record.notPublished')}
          {locale === 'ja' ? '' : ' '}
          {counts(record, t, locale)}
        </p>
        {suspension || viewer.deleteAt ? null : (
          <div className="actions">
            <form action={record.publishedAt ? retractRecord : publishRecord}>
              <Button variant={record.publishedAt ? 'danger' : 'primary'}>
                {t(record.publishedAt ? 'record.retract' : 'record.publish')}
              </Button>
            </form>
            {record.publishedAt ? (
              <a className="quiet-link" href={withQuery(address, { lang: locale })}>
                {t('record.open')}
              </a>
            ) : null}
          </div>
        )}
      </section>
      <div className="split split-even">
        <section className="section">
          <SectionHead title={t('record.profile')} />
          <ProfileForm
            action={saveProfile}
            first={locale}
            languages={locales.map((language) => ({
              value: language,
              label: t(`showing.seen.language.${language}`),
            }))}
            stored={{
              displayName: record.displayName,
              handle: record.handle,
              headlineJa: record.headline.ja ?? '',
              headlineEn: record.headline.en ?? '',
              aboutJa: record.about.ja ?? '',
              aboutEn: record.about.en ?? '',
              language: record.language,
              contactLinks: record.contactLinks.join('\n'),
              version: String(record.version),
            }}
            texts={profileTexts(t, locale)}
          />
        </section>
        <section className="section">
          <SectionHead title={t('record.preview')} />
          <iframe
            className="preview-frame"
            title={t('record.previewTitle')}
            src={withQuery(record.publishedAt ? address : paths.recordPreview, { lang: locale })}
          />
        </section>
      </div>
    </Desk>
  );
}

function counts(record: OwnRecord, t: Texts, locale: Locale): string {
  const { publishedAt, publicCount, privateCount, unlistedCount } = record;
  return [
    t(publishedAt ? 'record.sees' : 'record.wouldSee', { count: publicCount }),
    unlistedCount > 0 ? t('record.unlisted', { count: unlistedCount }) : null,
    privateCount > 0 ? t('record.keeps', { count: privateCount }) : null,
    publicCount === 0 ? t('record.choosePublic') : null,
  ]
    .filter(Boolean)
    .join(locale === 'ja' ? '' : ' ');
}

function profileTexts(t: Texts, locale: Locale): ProfileTexts {
  const own = (is: boolean, name: 'headline' | 'about') =>
    t(is ? `record.${name}` : `record.${name}Translated`);
  return {
    labels: {
      displayName: t('record.displayName'),
      handle: t('record.handle'),
      headlineJa: own(locale === 'ja', 'headline'),
      headlineEn: own(locale === 'en', 'headline'),
      aboutJa: own(locale === 'ja', 'about'),
      aboutEn: own(locale === 'en', 'about'),
      language: t('record.language'),
      contactLinks: t('record.contactLinks'),
    },
    hints: {
      displayName: t('record.displayNameHint'),
      handle: t('record.handleHint'),
      [locale === 'ja' ? 'headlineJa' : 'headlineEn']: t('record.headlineHint'),
      language: t('record.languageHint'),
      contactLinks: t('record.contactLinksHint'),
    },
    leakAccepted: t('milestones.leakAccepted'),
    linksChecked: t('showing.linksChecked'),
    save: t('desk.save'),
    saving: t('desk.saving'),
    theirs: t('milestones.theirs'),
    theirsHint: t('milestones.theirsHint'),
  };
}
