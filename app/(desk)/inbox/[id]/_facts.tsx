import type { ReactNode } from 'react';
import type { Texts } from '@/app/_text/texts';
import { SectionHead } from '@/app/_ui/page-header';
import type { Viewer } from '@/lib/auth/viewer';
import { firstReplyMinutes, type Inquiry } from '@/lib/inquiry/state.rules';
import { paths } from '@/lib/paths';
import { dayOf, momentOf } from '../../_moments';
import { spanOf, throughTitle } from '../_words';

/** Who they are, how they came, and when what happened. */
export function Facts(props: { inquiry: Inquiry; viewer: Viewer; t: Texts }) {
  const { inquiry, viewer, t } = props;
  const { arrival, email, arrivedAt, answeredAt, closedAt, language } = inquiry;
  const isHand = arrival === 'hand';
  const minutes = firstReplyMinutes(inquiry);
  // Of a day somebody told, the hour is not known.
  const arrived = isHand ? dayOf(arrivedAt, viewer) : momentOf(arrivedAt, viewer);
  return (
    <section className="section">
      <SectionHead title={t('inbox.facts.title')} />
      <dl className="inbox-facts">
        {email ? <Fact name={t('inbox.facts.email')}>{email}</Fact> : null}
        {isHand ? (
          <Fact name={t('inbox.table.arrival')}>{t('inbox.through.hand')}</Fact>
        ) : (
          <Way {...props} />
        )}
        <Fact name={t('inbox.facts.arrived')}>{arrived}</Fact>
        {answeredAt ? (
          <Fact name={t('inbox.facts.answered')}>{momentOf(answeredAt, viewer)}</Fact>
        ) : null}
        {minutes === null ? null : (
          <Fact name={t('inbox.facts.firstReply')}>{spanOf(minutes, t)}</Fact>
        )}
        {closedAt ? <Fact name={t('inbox.facts.closed')}>{momentOf(closedAt, viewer)}</Fact> : null}
        {isHand ? null : (
          <Fact name={t('inbox.facts.language')}>{t(`showing.seen.language.${language}`)}</Fact>
        )}
      </dl>
    </section>
  );
}

/** By which page, share and site somebody came who wrote by the form. */
function Way({ inquiry, viewer, t }: { inquiry: Inquiry; viewer: Viewer; t: Texts }) {
  const { milestone, share, source } = inquiry;
  const title = milestone && throughTitle(milestone, viewer.locale, t);
  return (
    <>
      <Fact name={t('inbox.facts.read')}>
        {!milestone ? (
          <a href={paths.record}>{t('inbox.through.record')}</a>
        ) : milestone.isGone ? (
          title
        ) : (
          <a href={paths.milestone(milestone.id)}>{title}</a>
        )}
      </Fact>
      {share ? (
        <Fact name={t('inbox.facts.share')}>
          <a href={paths.share(share.id)}>{t(`shares.networks.${share.network}`)}</a>
        </Fact>
      ) : null}
      <Fact name={t('inbox.facts.source')}>{source || t('inbox.facts.noSource')}</Fact>
    </>
  );
}

function Fact(props: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}
