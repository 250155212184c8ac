import { textsIn } from '@/app/_text/texts';
import type { Locale } from '@/lib/locale';
import type { PublicRecord } from '@/lib/record/public/shape';
import { cleanLine, truncate } from '@/lib/text';
import { amountShown } from './amounts';
import { isHolding, standing, standingClaim, standingSince } from './income';
import { textWidth } from './text-width';
import { element, type Xml, xmlDocument } from './xml';

/** What a badge can say of the record. */
export const badgeShows = ['rung', 'income', 'milestones', 'held'] as const;
export type BadgeShow = (typeof badgeShows)[number];

/** `?show=`; what is not known is the rung. */
export function readShow(query: URLSearchParams): BadgeShow {
  return badgeShows.find((show) => show === query.get('show')) ?? 'rung';
}

const ink = '#1f222b';
const vermilion = '#c63a1d';
const paper = '#f7f6f0';
const height = 24;
const fontSize = 12;
const padding = 9;
/** Graphemes of a name and of what is said. */
const longest = { name: 24, value: 48 } as const;

/** Name and figure side by side, for the head of a page elsewhere. */
export function badgeSvg(record: PublicRecord, show: BadgeShow, locale: Locale): string {
  const label = shortened(record.displayName, longest.name) || `@${record.handle}`;
  const value = shortened(badgeValue(record, show, locale), longest.value);
  const [first, second] = [boxWidth(label), boxWidth(value)];
  const whole = `${label}: ${value}`;
  return xmlDocument(
    element(
      'svg',
      {
        xmlns: 'http://www.w3.org/2000/svg',
        width: first + second,
        height,
        viewBox: `0 0 ${first + second} ${height}`,
        role: 'img',
        'aria-label': whole,
        'xml:lang': locale,
      },
      element('title', {}, whole),
      element('rect', { width: first, height, fill: ink }),
      element('rect', { x: first, width: second, height, fill: vermilion }),
      element(
        'g',
        {
          fill: paper,
          'font-family':
            "system-ui, -apple-system, 'Hiragino Sans', 'Noto Sans JP', 'Yu Gothic UI', sans-serif",
          'font-size': fontSize,
        },
        words(label, 0, first),
        words(value, first, second),
      ),
    ),
  );
}

/** In words, by what the record discloses; where that is nothing, how many milestones there are. */
export function badgeValue(record: PublicRecord, show: BadgeShow, locale: Locale): string {
  const t = textsIn(locale);
  const income = record.income[0];
  const rung = standing(income);
  const count = t('document.badgeMilestones', { count: record.totals.milestones });
  switch (show) {
    case 'rung':
      if (!rung) return count;
      return t(isHolding(rung.held) ? 'document.badgeHeld' : 'document.badgeReached', {
        claim: standingClaim(rung, locale),
      });
    case 'held':
      if (!rung || !isHolding(rung.held)) return count;
      return t('document.badgeSince', {
        claim: standingClaim(rung, locale),
        since: standingSince(rung, locale),
      });
    case 'income':
      if (!income?.total) return count;
      return t('document.badgeIncome', { amount: amountShown(income.total, locale, 'short') });
    case 'milestones':
      return count;
  }
}

/** One line of an end: a sign can be a letter with a thousand marks. */
function shortened(text: string, most: number): string {
  const bounded = [...text.slice(0, 4_000)].slice(0, most * 8).join('');
  return truncate(cleanLine(bounded), most);
}

function boxWidth(text: string): number {
  return Math.ceil(textWidth(text) * fontSize) + 2 * padding;
}

/** `text` squeezed or stretched to the width that was reckoned, whatever face is there. */
function words(text: string, x: number, width: number): Xml {
  return element(
    'text',
    {
      x: x + padding,
      y: 16.5,
      textLength: width - 2 * padding,
      lengthAdjust: 'spacingAndGlyphs',
    },
    text,
  );
}
