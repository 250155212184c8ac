import { textsIn } from '@/app/_text/texts';
import { PageHeader } from '@/app/_ui/page-header';
import { milestoneDescribed } from '@/app/u/_document/described';
import { titleOf } from '@/app/u/_document/words';
import type { Viewer } from '@/lib/auth/viewer';
import { paths, withQuery } from '@/lib/paths';
import type { PublicMilestonePage } from '@/lib/record/public/shape';
import { Desk } from '../../_desk';
import { NetworkCards } from './_network-cards';

/** One milestone as a card on networks, as it is shown or will be. */
export function SeenMilestone(props: {
  viewer: Viewer;
  id: string;
  page: PublicMilestonePage;
  host: string;
}) {
  const { viewer, id, page, host } = props;
  const { locale } = viewer;
  const t = textsIn(locale);
  const title = titleOf(page.milestone, locale).text;
  return (
    <Desk viewer={viewer} here="record">
      <PageHeader title={title} lead={t('showing.seen.cardsLead')} />
      <NetworkCards
        viewer={viewer}
        host={host}
        picture={(lang) => withQuery(paths.recordPreviewCard, { milestone: id, lang })}
        says={(lang) => milestoneDescribed(page, lang)}
        alt={(language) => t('showing.seen.cardOf', { title, language })}
      />
      <p className="actions">
        <a className="quiet-link" href={paths.milestone(id)}>
          {t('milestones.editTitle')}
        </a>
        <a className="quiet-link" href={paths.recordSeen}>
          {t('showing.seen.title')}
        </a>
      </p>
    </Desk>
  );
}
