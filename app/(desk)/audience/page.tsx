import type { Metadata } from 'next';
import { SmallLine } from '@/app/_charts/small-line';
import { readerTexts } from '@/app/_server/reader';
import { requireViewer } from '@/app/_server/session';
import { type Texts, textsIn } from '@/app/_text/texts';
import { EmptyState } from '@/app/_ui/empty-state';
import { PageHeader, SectionHead } from '@/app/_ui/page-header';
import { type Audience, readAudiences } from '@/lib/audience/data';
import { changeOverMonth } from '@/lib/audience/rules';
import type { Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { ButtonForm } from '../_button-form';
import { Desk } from '../_desk';
import { NameForm } from '../_name-form';
import { EffortTabs } from '../effort/_tabs';
import { addAudience, saveCountToday } from './_actions';
import { CountForm } from './_count-form';
import { LastChange } from './_last-change';
import { dayShown, peopleShown } from './_people';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readerTexts())('audience.title') };
}

/** Every account with its latest count, and a line to record today's. */
export default async function AudiencePage(props: PageProps<'/audience'>) {
  const viewer = await requireViewer();
  const search = await props.searchParams;
  const { audiences, unfollowed } = await readAudiences(viewer);
  const { locale } = viewer;
  const t = textsIn(locale);
  return (
    <Desk viewer={viewer} here="effort">
      <PageHeader title={t('audience.title')} lead={t('audience.lead')} />
      <EffortTabs here="audience" t={t} />
      <LastChange audiences={audiences} search={search} locale={locale} t={t} />
      <div className="split">
        {audiences.length === 0 ? (
          <EmptyState title={t('audience.emptyTitle')} text={t('audience.emptyText')} />
        ) : (
          <ol className="entries">
            {audiences.map((audience) => (
              <AudienceEntry key={audience.id} audience={audience} locale={locale} t={t} />
            ))}
          </ol>
        )}
        <div className="column">
          <section className="section">
            <SectionHead title={t('audience.add')} />
            <NameForm
              action={addAudience}
              texts={{
                name: t('audience.name'),
                hint: t('audience.nameHint'),
                add: t('audience.addButton'),
              }}
            />
          </section>
          {unfollowed.length > 0 ? (
            <section className="section">
              <SectionHead title={t('audience.told')} />
              <p className="soft">{t('audience.toldLead')}</p>
              {unfollowed.map((name) => (
                <ButtonForm
                  key={name}
                  action={addAudience}
                  carried={{ name }}
                  label={t('audience.follow', { name })}
                  variant="quiet"
                />
              ))}
            </section>
          ) : null}
        </div>
      </div>
    </Desk>
  );
}

function AudienceEntry(props: { audience: Audience; locale: Locale; t: Texts }) {
  const { audience, locale, t } = props;
  const latest = audience.counts.at(-1);
  return (
    <li className="entry">
      <div className="entry-head">
        <h2>
          <a href={paths.oneAudience(audience.id)}>{audience.name}</a>
        </h2>
        {latest ? (
          <p>
            <span className="figure">{peopleShown(latest.followers, t)}</span>
            <small className="soft">
              {t('audience.onDay', { date: dayShown(latest.day, locale) })}
            </small>
          </p>
        ) : (
          <p className="soft">{t('audience.noCounts')}</p>
        )}
      </div>
      {latest ? (
        <div className="entry-line">
          <p className="soft">
            <Change audience={audience} locale={locale} t={t} />
          </p>
          <SmallLine
            points={audience.counts.map(({ day, followers }) => ({
              key: day,
              value: Number(followers),
            }))}
          />
        </div>
      ) : null}
      <CountForm
        action={saveCountToday}
        audienceId={audience.id}
        texts={{ followers: t('audience.today'), record: t('audience.countButton') }}
      />
    </li>
  );
}

/** How many came or went within a month or a little more; with how many counts there are. */
function Change(props: { audience: Audience; locale: Locale; t: Texts }) {
  const { audience, locale, t } = props;
  const month = changeOverMonth(audience.counts);
  const counts = t('audience.counts', { count: audience.counts.length });
  if (!month) return counts;
  const date = dayShown(month.since, locale);
  const change = Math.abs(Number(month.change));
  const said =
    month.change === 0n
      ? t('audience.same', { date })
      : t(month.change > 0n ? 'audience.more' : 'audience.fewer', { change, date });
  return `${said} · ${counts}`;
}
