import { type Day, type Month, type Precision, writeDatedOn } from '../../calendar';
import { climb, type OwnLadder, rungsFor } from '../../ladder/rules';
import { type Kind, kinds } from '../../milestone/rules';
import { type Currency, currencies, isCurrency } from '../../money';
import { disclose, type Grain, type PublicAmount } from '../disclosure';
import type {
  PublicIncome,
  PublicMilestone,
  PublicMilestonePage,
  PublicPage,
  PublicRecord,
  PublicRung,
  PublicText,
  PublicTotals,
} from './shape';

/** How amounts are shown; every document follows from here. */
const grain: Grain = 'exact';

/** What lib/record/public/query.ts builds, nulls stripped. */
export type StoredDocument = {
  handle: string;
  displayName: string;
  isExample: boolean;
  headline: PublicText;
  about: PublicText;
  publishedMonth: Month;
  sums?: StoredSum[];
  /** The owner's own, rungs in minor units and ascending. */
  ladders?: { currency: string; rungs: string[] }[];
  milestones?: StoredMilestone[];
};

type StoredSum = {
  kind: Kind;
  currency?: string;
  month: Month;
  milestones: number;
  minor?: string;
  minutes?: number;
};

type StoredMilestone = {
  id: string;
  kind: Kind;
  listed: boolean;
  title: PublicText;
  story: PublicText;
  day: Day;
  precision: Precision;
  stream: PublicText;
  minor?: string;
  currency?: string;
  minutes?: number;
  measureName?: string;
  measureValue?: number;
  issuer?: string;
  tags: string[];
  evidence?: string[];
  recordedOn: Day;
};

/** `thisMonth` decides which rungs are held still. */
export function assembleRecord(
  revision: string,
  stored: StoredDocument,
  page: PublicPage,
  thisMonth: Month,
): PublicRecord {
  const sums = stored.sums ?? [];
  return {
    revision,
    ...assembleWho(stored),
    about: text(stored.about),
    publishedMonth: stored.publishedMonth,
    totals: assembleTotals(sums),
    income: assembleIncome(sums, ownLadders(stored), thisMonth),
    page,
    milestones: (stored.milestones ?? []).map(assembleMilestone),
  };
}

export function assembleMilestonePage(
  revision: string,
  stored: StoredDocument,
): PublicMilestonePage | null {
  const milestone = stored.milestones?.[0];
  if (!milestone) return null;
  return {
    revision,
    ...assembleWho(stored),
    listed: milestone.listed,
    milestone: assembleMilestone(milestone),
  };
}

function assembleWho({ handle, displayName, headline, isExample }: StoredDocument) {
  return { handle, displayName, headline: text(headline), isExample };
}

function text(stored: PublicText): PublicText | undefined {
  return stored.ja || stored.en ? stored : undefined;
}

function assembleMilestone(stored: StoredMilestone): PublicMilestone {
  const { id, kind, precision, minutes, issuer, tags, recordedOn } = stored;
  const measure =
    stored.measureValue === undefined
      ? undefined
      : { name: stored.measureName, value: stored.measureValue };
  return {
    id,
    kind,
    title: text(stored.title),
    story: text(stored.story),
    happenedOn: writeDatedOn({ day: stored.day, precision }),
    precision,
    stream: text(stored.stream),
    amount: amount(stored.minor, stored.currency),
    minutes,
    measure,
    issuer,
    tags,
    evidence: (stored.evidence ?? []).filter(isWebAddress),
    recordedOn,
  };
}

function amount(minor: string | undefined, currency: string | undefined): PublicAmount | undefined {
  if (minor === undefined || !isCurrency(currency)) return undefined;
  return disclose({ minor: BigInt(minor), currency }, grain);
}

/** Checked when written too; a row that came in another way is not let out. */
export function isWebAddress(url: string): boolean {
  return /^https?:\/\/[^\s\\]/i.test(url) && URL.canParse(url);
}

function assembleTotals(sums: readonly StoredSum[]): PublicTotals {
  const byKind = new Map<Kind, number>();
  const byYear = new Map<number, number>();
  for (const { kind, month, milestones } of sums) {
    const year = Number(month.slice(0, 4));
    byKind.set(kind, (byKind.get(kind) ?? 0) + milestones);
    byYear.set(year, (byYear.get(year) ?? 0) + milestones);
  }
  return {
    milestones: sums.reduce((all, sum) => all + sum.milestones, 0),
    minutes: sums.reduce((all, sum) => all + (sum.minutes ?? 0), 0),
    byKind: kinds
      .filter((kind) => byKind.has(kind))
      .map((kind) => ({ kind, milestones: byKind.get(kind) ?? 0 })),
    byYear: [...byYear]
      .sort(([a], [b]) => b - a)
      .map(([year, milestones]) => ({ year, milestones })),
  };
}

function ownLadders({ ladders = [] }: StoredDocument): OwnLadder[] {
  return ladders.flatMap(({ currency, rungs }) =>
    isCurrency(currency) ? [{ currency, rungs: rungs.map(BigInt) }] : [],
  );
}

function assembleIncome(
  sums: readonly StoredSum[],
  own: readonly OwnLadder[],
  thisMonth: Month,
): PublicIncome[] {
  return currencies
    .map((currency) => ({
      currency,
      totals: sums.flatMap(({ kind, currency: code, month, minor }) =>
        kind === 'income' && code === currency && minor !== undefined
          ? [{ month, total: BigInt(minor) }]
          : [],
      ),
    }))
    .filter(({ totals }) => totals.length > 0)
    .sort((a, b) => b.totals.length - a.totals.length)
    .map(({ currency, totals }) =>
      assembleCurrency(currency, totals, rungsFor(currency, own), thisMonth),
    );
}

function assembleCurrency(
  currency: Currency,
  totals: readonly { month: Month; total: bigint }[],
  ladder: readonly bigint[],
  thisMonth: Month,
): PublicIncome {
  const show = (minor: bigint) => disclose({ minor, currency }, grain);
  const { rungs, next } = climb(totals, ladder, thisMonth);
  return {
    currency,
    total: show(totals.reduce((all, { total }) => all + total, 0n)),
    months: totals.flatMap(({ month, total }) => {
      const shown = show(total);
      return shown ? [{ month, total: shown }] : [];
    }),
    rungs: rungs.flatMap(({ rung, reachedOn, hold }): PublicRung[] => {
      const shown = show(rung);
      if (!shown || reachedOn === null) return [];
      const held = hold ? { since: hold.since, until: hold.until ?? undefined } : undefined;
      return [{ amount: shown, reachedOn, held }];
    }),
    next: next ? show(next.rung) : undefined,
  };
}
