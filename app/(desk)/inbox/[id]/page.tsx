import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { cache } from 'react';
import { missingPage } from '@/app/_server/missing';
import { readerTexts } from '@/app/_server/reader';
import { requireViewer } from '@/app/_server/session';
import { textsIn } from '@/app/_text/texts';
import { Notice } from '@/app/_ui/notice';
import { PageHeader, SectionHead } from '@/app/_ui/page-header';
import { Pill } from '@/app/_ui/pill';
import { getInquiry } from '@/lib/inquiry/data';
import { inquiryId } from '@/lib/inquiry/desk.schema';
import { openInquiry } from '@/lib/inquiry/mutations';
import { stateOf } from '@/lib/inquiry/state.rules';
import { listStreams } from '@/lib/stream/data';
import { isAhead } from '@/lib/visit/rules';
import { Desk } from '../../_desk';
import { AnswerSection } from './_answer';
import { Endings } from './_endings';
import { Facts } from './_facts';
import { FollowUpSection, OutcomeSection } from './_sections';

type Props = PageProps<'/inbox/[id]'>;

const changes = [
  'added',
  'noted',
  'outcome',
  'answered',
  'sent',
  'closed',
  'reopened',
  'logged',
  'blocked',
  'reported',
] as const;

/** The viewer's inquiry of this id; another person's is as missing as none. */
const find = cache(async (id: string) => {
  const known = inquiryId.safeParse(id);
  return known.success ? getInquiry(await requireViewer(), known.data) : null;
});

export async function generateMetadata(props: Props): Promise<Metadata> {
  const found = await find((await props.params).id);
  const t = await readerTexts();
  return { title: found ? found.inquiry.name : t('problems.notFoundTitle') };
}

/**
 * One who came: what they wrote, how they came, the answer, and what became of it. Shown, it is not new
 * any more; a browser that only fetches it ahead has shown it to nobody.
 */
export default async function InquiryPage(props: Props) {
  const viewer = await requireViewer();
  const found = await find((await props.params).id);
  if (!found) return missingPage();
  const { inquiry, replies, income } = found;
  const now = new Date();
  if (!inquiry.openedAt && !isAhead(await headers())) await openInquiry(viewer, inquiry.id, now);
  const streams = await listStreams(viewer);
  const search = await props.searchParams;
  const change = changes.find((one) => one === search.now);
  const t = textsIn(viewer.locale);
  const state = stateOf({ ...inquiry, openedAt: inquiry.openedAt ?? now });
  return (
    <Desk viewer={viewer} here="inbox">
      <PageHeader
        title={inquiry.name}
        lead={t(`contact.subjects.${inquiry.subject}`)}
        actions={<Pill>{t(`inbox.states.${state}`)}</Pill>}
      />
      {change ? <Notice stamped={change === 'logged'}>{t(`inbox.now.${change}`)}</Notice> : null}
      <div className="split split-even">
        <div className="column">
          <section className="section">
            <SectionHead title={t('inbox.message')} />
            {inquiry.message ? (
              <p className="inbox-message" lang={inquiry.language}>
                {inquiry.message}
              </p>
            ) : (
              <p className="soft">{t('inbox.noMessage')}</p>
            )}
          </section>
          <Facts inquiry={inquiry} viewer={viewer} t={t} />
          <AnswerSection inquiry={inquiry} replies={replies} viewer={viewer} t={t} />
        </div>
        <div className="column">
          <OutcomeSection
            inquiry={inquiry}
            income={income}
            streams={streams}
            viewer={viewer}
            now={now}
            t={t}
          />
          <FollowUpSection inquiry={inquiry} t={t} />
          <Endings inquiry={inquiry} viewer={viewer} t={t} />
        </div>
      </div>
    </Desk>
  );
}
