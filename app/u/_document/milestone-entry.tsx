import type { Asked } from '@/app/_server/document';
import { placeOf } from '@/app/_server/place';
import type { PublicMilestone } from '@/lib/record/public/shape';
import { Evidence, Facts, figureOf, Story, Tags, Words } from './milestone-parts';
import { happenedInYear, happenedOn, titleOf } from './words';

/** Graphemes of a story on the record's page; the rest stands at the milestone's own address. */
const excerpt = 280;

export type EntryProps = {
  milestone: PublicMilestone;
  handle: string;
  asked: Asked;
  /** Whether it is marked where it is not in the reader's language; else the page says so once. */
  isMarked: boolean;
};

/** One line of the ledger, below its year. `isBrief`: the rest of it stands on the page already. */
export function MilestoneEntry(props: EntryProps & { isBrief: boolean }) {
  const { milestone, handle, asked, isMarked, isBrief } = props;
  const { locale } = asked;
  const href = placeOf(asked, handle).link({ at: 'milestone', id: milestone.id });
  const figure = figureOf(milestone, locale, 'brief');
  return (
    <li className={`of-${milestone.kind}`}>
      <time dateTime={milestone.happenedOn}>{happenedInYear(milestone, locale)}</time>
      <div>
        <h4>
          <a href={href}>
            <Words said={titleOf(milestone, locale)} locale={locale} />
          </a>
        </h4>
        <Facts milestone={milestone} locale={locale} isMarked={isMarked} />
        {isBrief ? null : (
          <>
            <Story milestone={milestone} locale={locale} most={excerpt} href={href} />
            <Evidence milestone={milestone} locale={locale} />
            <Tags milestone={milestone} />
          </>
        )}
      </div>
      {figure ? <p className="figure">{figure}</p> : null}
    </li>
  );
}

/** One of the milestones at the head of a record: larger, with its figure first. */
export function PinnedEntry({ milestone, handle, asked, isMarked }: EntryProps) {
  const { locale } = asked;
  const href = placeOf(asked, handle).link({ at: 'milestone', id: milestone.id });
  const figure = figureOf(milestone, locale, 'brief');
  return (
    <li className={`of-${milestone.kind}`}>
      <time dateTime={milestone.happenedOn}>{happenedOn(milestone, locale)}</time>
      <h3>
        <a href={href}>
          <Words said={titleOf(milestone, locale)} locale={locale} />
        </a>
      </h3>
      <Facts milestone={milestone} locale={locale} isMarked={isMarked} />
      {figure ? <p className="figure">{figure}</p> : null}
      <Story milestone={milestone} locale={locale} most={excerpt} href={href} />
      <Evidence milestone={milestone} locale={locale} />
      <Tags milestone={milestone} />
    </li>
  );
}
