import type { Prisma } from '@/generated/prisma/client';
import { dayFromDate, type Precision } from '../calendar';
import { isLocale } from '../locale';
import { isCurrency } from '../money';
import { isGrain } from '../record/disclosure.rules';
import { isKind, isVisibility, type Milestone } from './rules';

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
