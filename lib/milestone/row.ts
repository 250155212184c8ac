import type { Prisma } from '@/generated/prisma/client';
import { dateFromDay, dayFromDate, type Precision } from '../calendar';
import { isLocale } from '../locale';
import { isCurrency } from '../money';
import { isGrain } from '../record/disclosure.rules';
import { isKind, isVisibility, type Milestone, type MilestoneDraft, searchTextOf } from './rules';

/** What a stored milestone is read with. */
export const withRelations = {
  stream: { select: { id: true, nameJa: true, nameEn: true } },
  evidence: { select: { url: true }, orderBy: { position: 'asc' } },
} as const satisfies Prisma.MilestoneInclude;

type Row = Prisma.MilestoneGetPayload<{ include: typeof withRelations }>;

/** A stored row as a milestone. Throws where the store breaks its own CHECKs. */
export function fromRow(row: Row): Milestone {
  if (!isKind(row.kind) || !isVisibility(row.visibility)) {
    throw new Error(`Milestone ${row.id} has an unknown kind or visibility.`);
  }
  return {
    id: row.id,
    kind: row.kind,
    title: { ja: row.titleJa, en: row.titleEn },
    story: { ja: row.storyJa, en: row.storyEn },
    happened: { day: dayFromDate(row.happenedOn), precision: row.precision as Precision },
    income:
      row.amountMinor !== null && isCurrency(row.currency)
        ? {
            minor: row.amountMinor,
            currency: row.currency,
            fees: row.feesMinor,
            costs: row.costsMinor,
          }
        : null,
    stream: row.stream && {
      id: row.stream.id,
      name: { ja: row.stream.nameJa, en: row.stream.nameEn },
    },
    minutes: row.minutes,
    measure: row.measureValue === null ? null : { name: row.measureName, value: row.measureValue },
    issuer: row.issuer,
    tags: row.tags,
    visibility: row.visibility,
    language: isLocale(row.language) ? row.language : 'ja',
    disclosure: isGrain(row.disclosure) ? row.disclosure : null,
    visibleFrom: row.visibleFrom,
    publicId: row.publicId,
    needsPermission: row.needsPermission,
    pinnedAt: row.pinnedAt,
    evidence: row.evidence.map(({ url }) => url),
    version: row.version,
    publishedAt: row.publishedAt,
    recordedAt: row.recordedAt,
  };
}

/** The columns a draft fills. `publishedAt`: since when it has not been private, if it is not. */
export function toColumns(
  draft: MilestoneDraft,
  streamId: string | null,
  publishedAt: Date | null,
) {
  return {
    kind: draft.kind,
    titleJa: draft.title.ja,
    titleEn: draft.title.en,
    storyJa: draft.story.ja,
    storyEn: draft.story.en,
    happenedOn: dateFromDay(draft.happened.day),
    precision: draft.happened.precision,
    streamId,
    amountMinor: draft.income?.minor ?? null,
    currency: draft.income?.currency ?? null,
    feesMinor: draft.income?.fees ?? null,
    costsMinor: draft.income?.costs ?? null,
    minutes: draft.minutes,
    measureName: draft.measure?.name ?? null,
    measureValue: draft.measure?.value ?? null,
    issuer: draft.issuer,
    tags: [...draft.tags],
    visibility: draft.visibility,
    language: draft.language,
    disclosure: draft.income ? draft.disclosure : null,
    visibleFrom: draft.visibleFrom,
    publishedAt,
    searchText: searchTextOf(draft, draft.streamName),
  };
}
