import type { Ending, Refused } from '@/app/_server/action';
import type { Viewer } from '@/lib/auth/viewer';
import { listKeptNames } from '@/lib/leak/data';
import { type Hit, nameFinder } from '@/lib/leak/rules';
import type { MilestoneDraft } from '@/lib/milestone/rules';

/** Code units shown on either side of a name that was found. */
const around = 12;

/**
 * Refuses texts, each by the field it was typed into, that name what the viewer keeps out; each hit is
 * shown in place. Null: nothing of the kind stands in them.
 */
export async function refuseLeaks(
  viewer: Viewer,
  texts: Readonly<Record<string, string | null | undefined>>,
): Promise<Ending | null> {
  const names = await listKeptNames(viewer);
  const find = nameFinder(names);
  const refused: Record<string, Refused> = {};
  for (const [field, text] of Object.entries(texts)) {
    const hits = text ? find(text) : [];
    if (text && hits.length > 0) {
      const shown = hits.slice(0, 3).map((hit) => excerptOf(text, hit));
      refused[field] = { reason: 'leak', values: { where: shown.join(' / ') } };
    }
  }
  return Object.keys(refused).length > 0 ? { refused, form: 'leaks' } : null;
}

/**
 * The same of a milestone, by the fields of its form: nothing that is kept out gets to where others
 * read it without a yes to that very text.
 */
export async function refuseLeaksOf(viewer: Viewer, draft: MilestoneDraft): Promise<Ending | null> {
  if (draft.visibility === 'private') return null;
  const { language, title, story } = draft;
  const other = language === 'ja' ? 'en' : 'ja';
  return refuseLeaks(viewer, {
    title: title[language],
    story: story[language],
    stream: draft.streamName,
    measureName: draft.measure?.name,
    issuer: draft.issuer,
    tags: draft.tags.join(', '),
    evidence: draft.evidence.map(readableAddress).join('\n'),
    titleTranslated: title[other],
    storyTranslated: story[other],
  });
}

/** A name found in its text, marked: `…by 【Mio】 in May…`. */
function excerptOf(text: string, { start, end }: Hit): string {
  const before = text.slice(Math.max(0, start - around), start);
  const after = text.slice(end, end + around);
  const marks = [start > around ? '…' : '', end + around < text.length ? '…' : ''];
  const shown = `${marks[0]}${before}【${text.slice(start, end)}】${after}${marks[1]}`;
  return shown.toWellFormed().replace(/\s+/g, ' ');
}

/** An address as a reader sees it: names in other scripts stand in it encoded. */
export function readableAddress(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}
