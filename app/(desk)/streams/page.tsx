import type { Metadata } from 'next';
import { uuidv7 } from 'uuidv7';
import { readerTexts } from '@/app/_server/reader';
import { requireViewer } from '@/app/_server/session';
import { textsIn } from '@/app/_text/texts';
import { EmptyState } from '@/app/_ui/empty-state';
import { Notice } from '@/app/_ui/notice';
import { PageHeader, SectionHead } from '@/app/_ui/page-header';
import { Pill } from '@/app/_ui/pill';
import { monthOf, today } from '@/lib/calendar';
import { inLocale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { getSums } from '@/lib/progress/data';
import { listStreams } from '@/lib/stream/data';
import { proposals } from '@/lib/stream/recurring.rules';
import { Desk } from '../_desk';
import { LastChange } from '../milestones/_last-change';
import { addStream } from './_actions';
import { StreamForm } from './_form';
import { streamFormTexts } from './_form-texts';
import { StreamLines } from './_lines';
import { ProposalRefusal, Proposals } from './_proposals';
import { streamsView } from './_streams.view';
import { StreamTabs } from './_tabs';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readerTexts())('streams.title') };
}

/** Where income comes from, side by side, and what is probably still to be logged. */
export default async function StreamsPage(props: PageProps<'/streams'>) {
  const viewer = await requireViewer();
  const search = await props.searchParams;
  const [sums, streams] = await Promise.all([getSums(viewer), listStreams(viewer)]);
  const thisMonth = monthOf(today(viewer.zone, new Date()));
  const { byCurrency, unused } = streamsView(sums, streams, thisMonth);
  const { locale } = viewer;
  const t = textsIn(locale);
  return (
    <Desk viewer={viewer} here="streams">
      <PageHeader title={t('streams.title')} lead={t('streams.lead')} />
      <StreamTabs here="streams" t={t} />
      {search.now === 'made' ? <Notice>{t('streams.now.made')}</Notice> : null}
      <ProposalRefusal search={search} t={t} />
      <LastChange viewer={viewer} search={search} t={t} />
      <Proposals
        proposals={proposals(sums.milestones, streams, thisMonth)}
        streams={streams}
        at="streams"
        locale={locale}
        t={t}
      />
      {streams.length === 0 ? (
        <EmptyState title={t('streams.emptyTitle')} text={t('streams.emptyText')} />
      ) : null}
      {byCurrency.map(({ currency, lines }) => (
        <StreamLines key={currency} currency={currency} lines={lines} locale={locale} t={t} />
      ))}
      {byCurrency.length > 0 ? <p className="soft">{t('streams.netNote')}</p> : null}
      {unused.length > 0 ? (
        <section className="section">
          <SectionHead title={t('streams.unused')} />
          <ul className="stream-names">
            {unused.map(({ id, name, closedAt }) => (
              <li key={id}>
                <a href={paths.stream(id)}>{inLocale(name, locale)}</a>
                {closedAt ? <Pill>{t('streams.closed')}</Pill> : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <section className="section">
        <SectionHead title={t('streams.new')} />
        <StreamForm
          action={addStream}
          stored={{ id: uuidv7(), nameJa: '', nameEn: '', origin: 'record' }}
          {...streamFormTexts(t, locale, t('streams.create'))}
        />
      </section>
    </Desk>
  );
}
