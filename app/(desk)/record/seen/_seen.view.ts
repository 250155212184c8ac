import { type Bilingual, type Locale, locales } from '@/lib/locale';
import type { ShownMilestone } from '@/lib/milestone/showing/data';
import { type Why, whyOf } from '@/lib/milestone/showing/rules';
import type { Permission } from '@/lib/permission/rules';
import type { OwnRecord } from '@/lib/record/data';

export type SeenRow = { readonly milestone: ShownMilestone; readonly why: Why };

/** The milestones that others may see, parted by whether they do. */
export type Seen = {
  readonly shown: readonly SeenRow[];
  readonly waiting: readonly SeenRow[];
  readonly unlisted: readonly SeenRow[];
};

/** Rows shown of each part; a long record has pages. */
export const rowsAtOnce = 100;

/** Parts what is public or unlisted by what stands in its way at `now`. */
export function seenOf(
  milestones: readonly ShownMilestone[],
  permissions: ReadonlyMap<string, Permission>,
  record: Pick<OwnRecord, 'publishedAt' | 'showing'>,
  now: Date,
): Seen {
  const rows = milestones.map((milestone) => {
    const permission = permissions.get(milestone.id) ?? null;
    return { milestone, why: whyOf(milestone, permission, record.showing, record, now) };
  });
  const isWaiting = ({ why }: SeenRow) => why.why === 'permission' || why.why === 'waits';
  const reached = rows.filter((row) => !isWaiting(row));
  return {
    shown: reached.filter(({ milestone }) => milestone.visibility === 'public'),
    waiting: rows.filter(isWaiting),
    unlisted: reached.filter(({ milestone }) => milestone.visibility === 'unlisted'),
  };
}

/** The languages in whose place readers get the other one, in one of `texts` at least. */
export function untranslatedIn(...texts: readonly Bilingual[]): Locale[] {
  return locales.filter((language) =>
    texts.some((text) => text[language] === null && text[language === 'ja' ? 'en' : 'ja'] !== null),
  );
}
