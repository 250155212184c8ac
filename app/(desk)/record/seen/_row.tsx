import type { Texts } from '@/app/_text/texts';
import { LedgerRow } from '@/app/_ui/ledger';
import { Pill } from '@/app/_ui/pill';
import { amountShown } from '@/app/u/_document/amounts';
import type { Viewer } from '@/lib/auth/viewer';
import { formatDatedOn, today, writeDatedOn } from '@/lib/calendar';
import type { Locale } from '@/lib/locale';
import { titleOf } from '@/lib/milestone/rules';
import type { Why } from '@/lib/milestone/showing/rules';
import { paths, withQuery } from '@/lib/paths';
import type { Permission } from '@/lib/permission/rules';
import type { PublicAmount } from '@/lib/record/disclosure.rules';
import { type SeenRow, untranslatedIn } from './_seen.view';

/** One milestone that others may see: what they read of it, and why they do or do not. */
export function SeenLine(props: {
  row: SeenRow;
  /** As strangers read it; undefined: they read none. */
  amount: PublicAmount | undefined;
  permission: Permission | undefined;
  viewer: Viewer;
  t: Texts;
}) {
  const { row, amount, permission, viewer, t } = props;
  const { milestone, why } = row;
  const { locale } = viewer;
  const title = titleOf(milestone, locale);
  return (
    <LedgerRow
      date={formatDatedOn(milestone.happened, locale)}
      dateTime={writeDatedOn(milestone.happened)}
      kind={milestone.kind}
      kindLabel={t(`kinds.${milestone.kind}`)}
      title={title}
      href={paths.milestone(milestone.id)}
      amount={amount && amountShown(amount, locale, 'brief')}
      note={
        <div className="ledger-facts">
          <span>{whyShown(why, viewer, t)}</span>
          {milestone.income && !amount ? <span>{t('showing.seen.noAmount')}</span> : null}
          {permission?.state === 'anonymous' ? <Pill>{t('showing.seen.anonymous')}</Pill> : null}
          <Untranslated languages={untranslatedIn(milestone.title, milestone.story)} t={t} />
        </div>
      }
      actions={
        <a className="quiet-link" href={withQuery(paths.recordSeen, { milestone: milestone.id })}>
          {t('showing.seen.asCard')}
          <span className="hidden-text">{t('showing.seen.asCardOf', { title })}</span>
        </a>
      }
    />
  );
}

/** In which languages readers get a text of the other one. */
export function Untranslated({ languages, t }: { languages: readonly Locale[]; t: Texts }) {
  return languages.map((language) => (
    <Pill key={language}>{t(`showing.seen.untranslated.${language}`)}</Pill>
  ));
}

/** The reason in words. */
export function whyShown(why: Why, { zone, locale }: Viewer, t: Texts): string {
  switch (why.why) {
    case 'private':
      return t('visibilities.private');
    case 'waits': {
      const when = formatDatedOn({ day: today(zone, why.until), precision: 'day' }, locale);
      return t('showing.seen.why.waits', { when });
    }
    case 'permission': {
      const { permission } = why;
      if (permission?.state === 'refused') return t('showing.seen.why.refused');
      const isReworded = permission?.answeredAt && !permission.isCurrent;
      return t(isReworded ? 'showing.seen.why.reworded' : 'showing.seen.why.permission');
    }
    default:
      return t(`showing.seen.why.${why.why}`);
  }
}
