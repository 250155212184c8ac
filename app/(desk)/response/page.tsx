import type { Metadata } from 'next';
import { readerTexts } from '@/app/_server/reader';
import { requireViewer } from '@/app/_server/session';
import { textsIn } from '@/app/_text/texts';
import { Notice } from '@/app/_ui/notice';
import { PageHeader } from '@/app/_ui/page-header';
import { formatMonth } from '@/lib/calendar';
import { paths } from '@/lib/paths';
import { Desk } from '../_desk';
import { InboxTabs } from '../inbox/_tabs';
import { Begin } from './_begin';
import { Came } from './_came';
import { Chain } from './_chain';
import { readRange } from './_range';
import { Ranges } from './_ranges';
import { readResponse } from './_reading';
import { Tables } from './_tables';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readerTexts())('response.title') };
}

/** Who came because of the record, and through what. `?months=3` or `all` sets how far back. */
export default async function ResponsePage(props: PageProps<'/response'>) {
  const viewer = await requireViewer();
  const range = readRange((await props.searchParams).months);
  const { response, sides } = await readResponse(viewer, range, new Date());
  const { standing, total, months } = response;
  const { locale } = viewer;
  const t = textsIn(locale);
  const shared = { locale, t };
  const edge = (at: number) => {
    const month = months.at(at);
    return month ? formatMonth(month, locale) : '';
  };
  const span = { from: edge(0), to: edge(-1) };
  return (
    <Desk viewer={viewer} here="inbox">
      <PageHeader
        title={t('response.title')}
        lead={t('response.lead')}
        actions={standing.hasBegun ? <Ranges range={range} t={t} /> : null}
      />
      <InboxTabs here="response" t={t} />
      {standing.hasBegun ? (
        <>
          <Came
            people={total.people}
            ever={standing.people}
            span={months.length === 1 ? span.to : t('response.span', span)}
            t={t}
          />
          <Chain total={total} span={span} {...shared} />
          {standing.isPublished && !standing.takesInquiries ? (
            <Notice action={<a href={paths.inboxSettings}>{t('response.openForm')}</a>}>
              {t('response.formClosed')}
            </Notice>
          ) : null}
          <Tables response={response} sides={sides} {...shared} />
        </>
      ) : (
        <Begin standing={standing} {...shared} />
      )}
    </Desk>
  );
}
