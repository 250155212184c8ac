import { dateFromDay } from '../calendar';
import { type MilestoneDraft, searchTextOf } from './rules';

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
