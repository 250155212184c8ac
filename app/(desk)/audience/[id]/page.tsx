import type { Metadata } from 'next';
import { cache } from 'react';
import { missingPage } from '@/app/_server/missing';
import { readerTexts } from '@/app/_server/reader';
import { requireViewer } from '@/app/_server/session';
import { textsIn } from '@/app/_text/texts';
import { PageHeader, SectionHead } from '@/app/_ui/page-header';
import { type Audience, listAudiences } from '@/lib/audience/data';
import { parseDatedOn, today } from '@/lib/calendar';
import { ButtonForm } from '../../_button-form';
import { Desk } from '../../_desk';
import { EffortTabs } from '../../effort/_tabs';
import { dropAudience, saveAudience, saveCount } from '../_actions';
import { CountForm } from '../_count-form';
import { LastChange } from '../_last-change';
import { Counts } from './_counts';
import { AudienceForm } from './_form';
import { readRange } from './_range';
import { Series } from './_series';

type Props = PageProps<'/audience/[id]'>;

const list = cache(async () => listAudiences(await requireViewer()));

/** The viewer's account of this id; another person's is as missing as none. */
async function find(props: Props): Promise<Audience | undefined> {
  const { id } = await props.params;
  return (await list()).find((audience) => audience.id === id);
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const audience = await find(props);
  return { title: audience?.name ?? (await readerTexts())('problems.notFoundTitle') };
}

/** One account: its line, its counts, its name. */
export default async function OneAudiencePage(props: Props) {
  const viewer = await requireViewer();
  const audience = await find(props);
  if (!audience) return missingPage();
  const search = await props.searchParams;
  const { locale } = viewer;
  const t = textsIn(locale);
  const day = today(viewer.zone, new Date());
  const asked = typeof search.before === 'string' ? parseDatedOn(search.before.slice(0, 20)) : null;
  const before = asked?.day;
  return (
    <Desk viewer={viewer} here="effort">
      <PageHeader title={audience.name} />
      <EffortTabs here="audience" t={t} />
      <LastChange audiences={[audience]} search={search} locale={locale} t={t} />
      <div className="split">
        <div className="column">
          <Series
            audience={audience}
            range={readRange(search.range)}
            today={day}
            locale={locale}
            t={t}
          />
          {audience.counts.length > 0 ? (
            <Counts audience={audience} before={before} locale={locale} t={t} />
          ) : null}
        </div>
        <div className="column">
          <section className="section">
            <SectionHead title={t('audience.record')} />
            <CountForm
              action={saveCount}
              audienceId={audience.id}
              day={day}
              texts={{
                day: t('audience.day'),
                followers: t('audience.followers'),
                hint: t('audience.followersHint'),
                record: t('audience.countButton'),
              }}
            />
          </section>
          <section className="section section-later">
            <SectionHead title={t('audience.edit')} />
            <AudienceForm
              action={saveAudience}
              stored={{
                id: audience.id,
                version: String(audience.version),
                name: audience.name,
              }}
              texts={{
                name: t('audience.name'),
                hint: t('audience.renameHint'),
                save: t('desk.save'),
                saving: t('desk.saving'),
                theirs: t('milestones.theirs'),
                theirsHint: t('milestones.theirsHint'),
              }}
            />
          </section>
          <section className="section section-later">
            <SectionHead title={t('audience.remove')} />
            <ButtonForm
              action={dropAudience}
              asks={{ first: t('audience.removeAsk'), lead: t('audience.removeLead') }}
              carried={{ id: audience.id }}
              label={t('audience.removeButton')}
              variant="danger"
            />
          </section>
        </div>
      </div>
    </Desk>
  );
}
