import type { Asked } from '@/app/_server/document';
import { textsIn } from '@/app/_text/texts';
import { KindMark } from '@/app/_ui/kind-mark';
import { paths, withQuery } from '@/lib/paths';
import type { PublicMilestone } from '@/lib/record/public/shape';
import { Evidence, Facts, figureOf, Story, Tags, Words } from './milestone-parts';
import { happenedOn, titleOf } from './words';

/** Graphemes of a story on the record's page; the rest stands at the milestone's own address. */
const excerpt = 280;

/** One line of the ledger, with an anchor and the way to its permanent address. */
export function MilestoneEntry(props: {
  milestone: PublicMilestone;
  handle: string;
  asked: Asked;
}) {
  const { milestone, handle, asked } = props;
  const { locale, chosen } = asked;
  const t = textsIn(locale);
  const href = withQuery(paths.publicMilestone(handle, milestone.id), { lang: chosen });
  const figure = figureOf(milestone, locale);
  return (
    <li className="ledger-row" id={`m-${milestone.id}`}>
      <time className="ledger-date" dateTime={milestone.happenedOn}>
        {happenedOn(milestone, locale)}
      </time>
      <div className="ledger-what">
        <KindMark kind={milestone.kind} />
        <div className="entry">
          <h4 className="ledger-title">
            <span className="hidden-text">{`${t(`kinds.${milestone.kind}`)} `}</span>
            <a href={href}>
              <Words said={titleOf(milestone, locale)} locale={locale} />
            </a>
          </h4>
          <div className="ledger-note">
            <Facts milestone={milestone} locale={locale} />
            <Story milestone={milestone} locale={locale} most={excerpt} href={href} />
            <Evidence milestone={milestone} locale={locale} />
            <Tags milestone={milestone} locale={locale} />
          </div>
        </div>
      </div>
      <div className="ledger-amount">
        {figure ? <span className="figure">{figure}</span> : null}
      </div>
    </li>
  );
}
