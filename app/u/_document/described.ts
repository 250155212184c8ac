import { textsIn } from '@/app/_text/texts';
import type { Locale } from '@/lib/locale';
import type { PublicMilestonePage, PublicRecord } from '@/lib/record/public/shape';
import { truncate } from '@/lib/text';
import { claimOf, standingOf } from './income';
import { figureOf } from './milestone-parts';
import { say, titleOf } from './words';

/** What a document says of itself to networks and search engines. */
export type Described = { readonly title: string; readonly description: string };

/** How far and who, in the words of the page. */
export function recordDescribed(record: PublicRecord, locale: Locale): Described {
  const rung = standingOf(record);
  const { displayName: name } = record;
  const headline =
    say(record.headline, locale)?.text ?? textsIn(locale)('document.description', { name });
  const description = rung ? `${claimOf(rung, locale)} — ${headline}` : headline;
  return { title: name, description };
}

/** Its figure as it is shown, and how its story begins. */
export function milestoneDescribed(page: PublicMilestonePage, locale: Locale): Described {
  const { milestone, displayName: name } = page;
  const story = say(milestone.story, locale)?.text.replace(/\s+/gu, ' ');
  const figure = figureOf(milestone, locale);
  const rest = story ?? textsIn(locale)('document.description', { name });
  return {
    title: `${titleOf(milestone, locale).text} — ${name}`,
    description: truncate(figure ? `${figure} — ${rest}` : rest, 160),
  };
}
