import { createHash } from 'node:crypto';
import type { Asked } from '@/app/_server/document';
import { placeOf } from '@/app/_server/place';
import { textsIn } from '@/app/_text/texts';
import type { Locale } from '@/lib/locale';
import type { PublicMilestone, PublicRecord } from '@/lib/record/public/shape';
import { cleanBlock, cleanLine } from '@/lib/text';
import { webAddresses } from './address';
import { everyMilestone, instantOf, lastPublished } from './instant';
import { figureOf } from './milestone-parts';
import { happenedOn, say, timeSpent, titleOf } from './words';
import { escapeXml } from './xml';

/** Entries of a feed. */
const most = 50;

/** What every feed says, whatever its form. */
export type Feed = {
  /** Permanent: the same in every language and form. */
  readonly id: string;
  readonly language: Locale;
  readonly title: string;
  readonly subtitle?: string;
  readonly author: { readonly name: string; readonly url?: string };
  /** RFC 3339. */
  readonly updated: string;
  /** The page a reader goes to, as a program that has the feed finds it. */
  readonly page?: string;
  /** The same absolutely, where it is known. */
  readonly url?: string;
  readonly entries: readonly FeedEntry[];
};

export type FeedEntry = {
  readonly id: string;
  readonly page?: string;
  readonly url?: string;
  readonly title: string;
  /** The language of the person's words, which may not be the reader's. */
  readonly language: Locale;
  readonly published: string;
  readonly html: string;
  readonly tags: readonly string[];
};

/** The newest milestones by when they were published; null where the person has no feeds. */
export function feedOf(record: PublicRecord, asked: Asked): Feed | null {
  if (!record.hasFeeds) return null;
  const { locale, chosen } = asked;
  const { known, source } = placeOf(asked, record.handle);
  const spot = { at: 'record' } as const;
  const name = cleanLine(record.displayName) || `@${record.handle}`;
  const headline = say(record.headline, locale)?.text;
  return {
    id: known(spot) ?? idOf(record.handle),
    language: locale,
    title: textsIn(locale)('document.feedTitle', { name }),
    subtitle: headline && cleanLine(headline),
    author: { name, url: known(spot) },
    updated: instantOf(lastPublished(record)),
    page: source(spot, chosen),
    url: known(spot, chosen),
    entries: newest(record).map((milestone) => entryOf(record.handle, milestone, asked)),
  };
}

/** Of a feed without an address: a UUID made of the handle, always the same (RFC 9562 §5.8). */
function idOf(handle: string): string {
  const hex = createHash('sha256').update(handle).digest('hex');
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
  ];
  return `urn:uuid:${parts.join('-')}-${hex.slice(20, 32)}`;
}

/** The sort keeps the order of the record among those of one day. */
function newest(record: PublicRecord): PublicMilestone[] {
  return everyMilestone(record)
    .sort((a, b) => compare(instantOf(b.publishedOn), instantOf(a.publishedOn)))
    .slice(0, most);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function entryOf(handle: string, milestone: PublicMilestone, asked: Asked): FeedEntry {
  const { locale, chosen } = asked;
  const { known, source } = placeOf(asked, handle);
  const spot = { at: 'milestone', id: milestone.id } as const;
  const title = titleOf(milestone, locale);
  return {
    id: known(spot) ?? `urn:uuid:${milestone.id}`,
    page: source(spot, chosen),
    url: known(spot, chosen),
    title: cleanLine(title.text) || textsIn(locale)(`kinds.${milestone.kind}`),
    language: title.lang,
    published: instantOf(milestone.publishedOn),
    html: contentOf(milestone, locale),
    tags: [...new Set(milestone.tags.map(cleanLine).filter(Boolean))],
  };
}

/** What kind, when, how much; the story as typed; what backs it. */
function contentOf(milestone: PublicMilestone, locale: Locale): string {
  const t = textsIn(locale);
  const { issuer, measure, minutes } = milestone;
  const facts = [
    t(`kinds.${milestone.kind}`),
    happenedOn(milestone, locale),
    figureOf(milestone, locale),
    milestone.title && say(milestone.stream, locale)?.text,
    issuer,
    measure?.name,
    minutes === undefined ? undefined : timeSpent(minutes, t),
  ].filter((fact) => fact !== undefined);
  const story = say(milestone.story, locale);
  const paragraphs = story ? cleanBlock(story.text).split(/\n{2,}/) : [];
  const links = webAddresses(milestone.evidence).map(
    (url) => `<a href="${escapeXml(url)}" rel="nofollow ugc noopener">${escapeXml(url)}</a>`,
  );
  const lang = story && story.lang !== locale ? ` lang="${story.lang}"` : '';
  return [
    `<p>${escapeXml(facts.map(cleanLine).filter(Boolean).join(' · '))}</p>`,
    ...paragraphs.filter(Boolean).map((text) => `<p${lang}>${broken(text)}</p>`),
    links.length > 0 && `<p>${escapeXml(t('document.evidence'))}: ${links.join(' ')}</p>`,
  ]
    .filter(Boolean)
    .join('\n');
}

function broken(paragraph: string): string {
  return paragraph.split('\n').map(escapeXml).join('<br>');
}
