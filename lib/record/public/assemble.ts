import { type Month, writeDatedOn } from '../../calendar';
import { type Kind, kinds } from '../../milestone/rules';
import { isCurrency } from '../../money';
import { disclose, type PublicAmount } from '../disclosure.rules';
import { isSection, type Section } from '../sections.rules';
import { assembleIncome, scaleOf } from './income';
import type {
  PublicMilestone,
  PublicMilestonePage,
  PublicPage,
  PublicRecord,
  PublicText,
  PublicTotals,
} from './shape';
import type { StoredDocument, StoredMilestone } from './stored';

/** `thisMonth` decides which rungs are held still. */
export function assembleRecord(
  revision: string,
  stored: StoredDocument,
  page: PublicPage,
  thisMonth: Month,
): PublicRecord {
  const { language, isExample, isIndexed, hasFeeds } = stored;
  const shows = (section: Section) => stored.sections.includes(section);
  // What the page leaves out, no other document tells.
  const one = (milestone: StoredMilestone) => assembleMilestone(milestone, stored);
  return {
    revision,
    handle: stored.handle,
    displayName: stored.displayName,
    language,
    headline: text(stored.headline),
    about: text(stored.about),
    isExample,
    isIndexed,
    hasFeeds,
    publishedMonth: stored.publishedMonth,
    disclosure: stored.disclosure,
    sections: stored.sections.filter(isSection),
    // None is stored unchecked while links are checked: lib/record/contact.rules.ts.
    contact: shows('contact') ? stored.contact.filter(isWebAddress) : [],
    takesInquiries: stored.takesInquiries && shows('contact'),
    response: stored.response,
    totals: assembleTotals(stored),
    income: assembleIncome(stored, thisMonth, shows),
    page,
    pinned: shows('pinned') ? (stored.pinned ?? []).map(one) : [],
    milestones: shows('milestones') ? (stored.milestones ?? []).map(one) : [],
  };
}

export function assembleMilestonePage(
  revision: string,
  stored: StoredDocument,
): PublicMilestonePage | null {
  const milestone = stored.milestones?.[0];
  if (!milestone) return null;
  const { handle, displayName, language, isExample, isIndexed, hasFeeds, takesInquiries } = stored;
  return {
    revision,
    handle,
    displayName,
    language,
    headline: text(stored.headline),
    isExample,
    isIndexed,
    hasFeeds,
    takesInquiries,
    listed: milestone.listed,
    milestone: assembleMilestone(milestone, stored),
  };
}

/** Amounts as they are shown, by what their milestones are known by. */
export function assembleAmounts(stored: StoredDocument): Map<string, PublicAmount> {
  const shown = (stored.milestones ?? []).map((one) => [one.id, amountOf(one, stored)] as const);
  return new Map(shown.flatMap(([id, amount]) => (amount ? [[id, amount] as const] : [])));
}

function text(stored: PublicText): PublicText | undefined {
  return stored.ja || stored.en ? stored : undefined;
}

/** The texts that name a client, or what stands in their place where the client wants no name. */
function saidOf(stored: StoredMilestone) {
  if (stored.isAnonymous) {
    return {
      title: text(stored.anonymousTitle),
      story: text(stored.anonymousStory),
      tags: [],
      evidence: [],
    };
  }
  const { issuer, tags, evidence = [] } = stored;
  return {
    title: text(stored.title),
    story: text(stored.story),
    stream: text(stored.stream),
    issuer,
    measureName: stored.measureName,
    tags,
    evidence,
  };
}

function assembleMilestone(stored: StoredMilestone, whole: StoredDocument): PublicMilestone {
  const { monthsOnly, checksLinks, showsHours } = whole;
  const { measureName, evidence, ...said } = saidOf(stored);
  const precision = monthsOnly && stored.precision === 'day' ? 'month' : stored.precision;
  return {
    id: stored.id,
    kind: stored.kind,
    language: stored.language,
    ...said,
    happenedOn: writeDatedOn({ day: stored.day, precision }),
    precision,
    amount: amountOf(stored, whole),
    minutes: showsHours ? stored.minutes : undefined,
    measure:
      stored.measureValue === undefined
        ? undefined
        : { name: measureName, value: stored.measureValue },
    evidence: evidence
      .filter(({ isChecked }) => isChecked || !checksLinks)
      .flatMap(({ url }) => (isWebAddress(url) ? [url] : [])),
    recordedOn: monthsOnly ? undefined : stored.recordedOn,
    publishedOn: monthsOnly ? stored.publishedOn.slice(0, 7) : stored.publishedOn,
  };
}

function amountOf(
  { minor, currency, grain }: StoredMilestone,
  whole: StoredDocument,
): PublicAmount | undefined {
  if (minor === undefined || !isCurrency(currency)) return undefined;
  return disclose({ minor: BigInt(minor), currency }, grain, scaleOf(whole, currency));
}

/** Checked when written too; a row that came in another way is not let out. */
export function isWebAddress(url: string): boolean {
  return /^https?:\/\/[^\s\\]/i.test(url) && URL.canParse(url);
}

function assembleTotals({ sums = [], showsHours }: StoredDocument): PublicTotals {
  const byKind = new Map<Kind, number>();
  const byYear = new Map<number, number>();
  for (const { kind, month, milestones } of sums) {
    const year = Number(month.slice(0, 4));
    byKind.set(kind, (byKind.get(kind) ?? 0) + milestones);
    byYear.set(year, (byYear.get(year) ?? 0) + milestones);
  }
  return {
    milestones: sums.reduce((all, sum) => all + sum.milestones, 0),
    minutes: showsHours ? sums.reduce((all, sum) => all + (sum.minutes ?? 0), 0) : undefined,
    byKind: kinds
      .filter((kind) => byKind.has(kind))
      .map((kind) => ({ kind, milestones: byKind.get(kind) ?? 0 })),
    byYear: [...byYear]
      .sort(([a], [b]) => b - a)
      .map(([year, milestones]) => ({ year, milestones })),
  };
}
