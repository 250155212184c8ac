import type { Metadata } from 'next';
import { cache } from 'react';
import { missingPage } from '@/app/_server/missing';
import { readerLocale, readerTexts } from '@/app/_server/reader';
import { requireViewer } from '@/app/_server/session';
import { textsIn } from '@/app/_text/texts';
import { Notice } from '@/app/_ui/notice';
import { PageHeader } from '@/app/_ui/page-header';
import { Pill } from '@/app/_ui/pill';
import { monthOf, today } from '@/lib/calendar';
import { inLocale } from '@/lib/locale';
import { isCurrency } from '@/lib/money';
import { getSums } from '@/lib/progress/data';
import { getContents, listStreams } from '@/lib/stream/data';
import { streamId } from '@/lib/stream/schema';
import { Desk } from '../../_desk';
import { readRange } from '../../dashboard/_range';
import { streamView } from '../_stream.view';
import { StreamTabs } from '../_tabs';
import { Manage } from './_manage';
import { Money } from './_money';

type Props = PageProps<'/streams/[id]'>;

/** The viewer's streams, and the one of this id; another person's is as missing as none. */
const find = cache(async (asked: string) => {
  const known = streamId.safeParse(asked);
  const streams = await listStreams(await requireViewer());
  const stream = streams.find(({ id }) => known.success && id === known.data);
  return { stream, others: streams.filter((one) => one !== stream) };
});

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { stream } = await find((await props.params).id);
  return {
    title: stream
      ? inLocale(stream.name, await readerLocale())
      : (await readerTexts())('problems.notFoundTitle'),
  };
}

const changes = ['saved', 'closed', 'reopened', 'merged'] as const;

/** One stream: what it left, month by month, and what can be changed about it. */
export default async function StreamPage(props: Props) {
  const viewer = await requireViewer();
  const { stream, others } = await find((await props.params).id);
  if (!stream) return missingPage();
  const { months, currency, now } = await props.searchParams;
  const [sums, contents] = await Promise.all([getSums(viewer), getContents(viewer, stream.id)]);
  const change = changes.find((one) => one === now);
  const { locale } = viewer;
  const t = textsIn(locale);
  return (
    <Desk viewer={viewer} here="streams">
      <PageHeader
        title={inLocale(stream.name, locale) ?? ''}
        lead={t('streams.through', { origin: t(`streams.origins.${stream.origin}`) })}
        actions={stream.closedAt ? <Pill>{t('streams.closed')}</Pill> : null}
      />
      <StreamTabs here="streams" t={t} />
      {change ? <Notice>{t(`streams.now.${change}`)}</Notice> : null}
      <Money
        stream={stream}
        view={streamView(sums, stream.id, isCurrency(currency) ? currency : null)}
        efforts={sums.efforts}
        range={readRange(months)}
        thisMonth={monthOf(today(viewer.zone, new Date()))}
        locale={locale}
        t={t}
      />
      <Manage viewer={viewer} stream={stream} others={others} contents={contents} t={t} />
    </Desk>
  );
}
