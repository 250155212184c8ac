import type { ReactNode } from 'react';
import type { Texts } from '@/app/_text/texts';
import { LedgerRow } from '@/app/_ui/ledger';
import { Pill, Tag } from '@/app/_ui/pill';
import { formatDatedOn, writeDatedOn } from '@/lib/calendar';
import { inLocale, type Locale } from '@/lib/locale';
import { hoursShown, type Milestone, titleOf } from '@/lib/milestone/rules';
import { formatAmount } from '@/lib/money';
import { paths, withQuery } from '@/lib/paths';

/** One milestone in a list of the desk. */
export function MilestoneRow(props: {
  milestone: Milestone;
  locale: Locale;
  t: Texts;
  /** In place of a link to the milestone. */
  actions?: ReactNode;
}) {
  const { milestone, locale, t, actions } = props;
  const title = titleOf(milestone, locale);
  const stream = milestone.stream && inLocale(milestone.stream.name, locale);
  const facts = [
    stream === title ? null : stream,
    milestone.measure?.name,
    milestone.issuer,
    milestone.minutes === null ? null : formatMinutes(milestone.minutes, t),
  ].filter(Boolean);
  return (
    <LedgerRow
      date={formatDatedOn(milestone.happened, locale)}
      dateTime={writeDatedOn(milestone.happened)}
      kind={milestone.kind}
      kindLabel={t(`kinds.${milestone.kind}`)}
      title={title}
      href={actions ? undefined : paths.milestone(milestone.id)}
      amount={amountOf(milestone, locale, t)}
      actions={actions}
      note={
        <div className="ledger-facts">
          {facts.length > 0 ? <span>{facts.join(' · ')}</span> : null}
          {milestone.tags.map((tag) => (
            <Tag key={tag} href={withQuery(paths.milestones, { tag })}>
              {tag}
            </Tag>
          ))}
          {milestone.visibility === 'private' ? null : (
            <Pill>{t(`visibilities.${milestone.visibility}`)}</Pill>
          )}
        </div>
      }
    />
  );
}

/** The figure at the end of the line: money, or an audience's count. */
function amountOf({ income, measure }: Milestone, locale: Locale, t: Texts): string | undefined {
  if (income) return formatAmount(income, locale);
  return measure ? t('desk.people', { count: Number(measure.value) }) : undefined;
}

function formatMinutes(minutes: number, t: Texts): string {
  return minutes < 60
    ? t('desk.minutes', { minutes })
    : t('desk.hours', { hours: hoursShown(minutes) });
}
