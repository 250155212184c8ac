import { textsIn } from '@/app/_text/texts';
import { figureOf } from '@/app/u/_document/milestone-parts';
import { say, timeSpent, titleOf } from '@/app/u/_document/words';
import type { Viewer } from '@/lib/auth/viewer';
import { formatMonth } from '@/lib/calendar';
import { getGoal } from '@/lib/goal/data';
import { unitOf } from '@/lib/goal/rules';
import { isFirstEarned } from '@/lib/ladder/rules';
import type { Locale } from '@/lib/locale';
import { formatAmountBrief } from '@/lib/money';
import { moneyOf } from '@/lib/record/disclosure.rules';
import { readDraftMilestone, readDraftRecord } from '@/lib/record/public';
import type { PublicMilestone, PublicRecord } from '@/lib/record/public/shape';
import type { DraftSubject } from '@/lib/share/draft.rules';
import { formatValue, goalTitle } from '../goals/_goal.view';

/** What a share speaks of; with neither, the record as a whole. */
export type Spoken = { readonly milestoneId: string | null; readonly occasion: string | null };

/**
 * What a draft says of it, in `locale`: only what strangers read, as finely as they read it. Null:
 * there is no such thing, or it does not show.
 */
export async function subjectOf(
  viewer: Viewer,
  { milestoneId, occasion }: Spoken,
  locale: Locale,
): Promise<DraftSubject | null> {
  if (milestoneId) {
    const page = await readDraftMilestone(viewer, milestoneId);
    return page && ofMilestone(page.milestone, locale);
  }
  const [kind, ...rest] = occasion?.split(':') ?? [];
  if (kind === 'goal') return ofGoal(viewer, rest[0] ?? '', locale);
  const record = await readDraftRecord(viewer, new Date());
  if (!record) return null;
  return kind === 'rung' ? ofRung(record, rest, locale) : ofRecord(record, locale);
}

function ofMilestone(milestone: PublicMilestone, locale: Locale): DraftSubject {
  const t = textsIn(locale);
  const { kind, minutes, issuer, tags } = milestone;
  return {
    what: 'milestone',
    kind,
    title:
      say(milestone.title, locale)?.text ??
      say(milestone.stream, locale)?.text ??
      titleOf(milestone, locale).text,
    // An index says nothing without the others beside it.
    figure: milestone.amount?.grain === 'index' ? undefined : figureOf(milestone, locale, 'brief'),
    hours: minutes === undefined ? undefined : timeSpent(minutes, t),
    issuer,
    story: say(milestone.story, locale)?.text,
    tags,
  };
}

function ofRung(record: PublicRecord, [currency, minor]: string[], locale: Locale) {
  const income = record.income.find((one) => one.currency === currency);
  const rung = income?.rungs.find(({ amount }) => amount.minor === minor);
  if (!rung) return null;
  const t = textsIn(locale);
  const money = moneyOf(rung.amount);
  const amount = formatAmountBrief(money, locale);
  const isFirst = isFirstEarned(money.minor, money.currency);
  return {
    what: 'rung' as const,
    title: t(isFirst ? 'document.firstStep' : 'document.perMonth', { amount }),
    since: formatMonth(record.income[0]?.months[0]?.month ?? rung.reachedOn, locale),
    tags: [],
  };
}

/** A target in money is left out unless the record shows amounts as they are. */
async function ofGoal(viewer: Viewer, id: string, locale: Locale): Promise<DraftSubject | null> {
  const [found, record] = await Promise.all([
    getGoal(viewer, id),
    readDraftRecord(viewer, new Date()),
  ]);
  if (!found || !record || found.goal.outcome !== 'met') return null;
  const { goal } = found;
  const t = textsIn(locale);
  const unit = unitOf(goal.measure);
  const isHidden = unit === 'minutes' && record.totals.minutes === undefined;
  const shows = unit === 'money' ? record.disclosure === 'exact' : !isHidden;
  return {
    what: 'goal',
    // Streams, skills and accounts that nothing public names stay out of it.
    title: goalTitle(goal, new Map(), t),
    figure: shows ? formatValue(goal, goal.target, { locale, t }) : undefined,
    tags: [],
  };
}

function ofRecord(record: PublicRecord, locale: Locale): DraftSubject {
  const t = textsIn(locale);
  const first = record.totals.byYear.at(-1)?.year;
  return {
    what: 'record',
    title: say(record.headline, locale)?.text ?? record.displayName,
    figure: t('document.milestonesFigure', { count: record.totals.milestones }),
    since: first === undefined ? undefined : t('document.year', { year: String(first) }),
    tags: [],
  };
}
