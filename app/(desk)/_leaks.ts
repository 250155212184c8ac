import type { Ending } from '@/app/_server/action';
import type { Viewer } from '@/lib/auth/viewer';
import { listKeptNames } from '@/lib/leak/data';
import { type Hit, nameFinder } from '@/lib/leak/rules';
import { type Found, yesTo } from '@/lib/leak/yes.rules';
import type { MilestoneDraft } from '@/lib/milestone/rules';
import { listStreams } from '@/lib/stream/data';
import { keysOf, streamKey } from '@/lib/stream/rules';
import { readableAddress } from './_address';

/** Code units shown on either side of a name that was found. */
const around = 12;
/** Excerpts shown of one field. */
const most = 12;

/** A text, or the texts that one field holds or stands for. */
type Texts = string | null | undefined | readonly (string | null)[];

/**
 * Refuses texts, each by the field it was typed into, that name what the viewer keeps out; each name is
 * shown in place. Null: nothing of the kind stands in them, or `yes` was said to exactly that.
 */
export async function refuseLeaks(
  viewer: Viewer,
  texts: Readonly<Record<string, Texts>>,
  yes = '',
): Promise<Extract<Ending, { refused: unknown }> | null> {
  const find = nameFinder(await listKeptNames(viewer));
  const found = Object.entries(texts).flatMap(([place, said]) =>
    [said].flat().flatMap((text) => {
      const hits = text ? find(text) : [];
      return text && hits.length > 0 ? [{ place, text, hits }] : [];
    }),
  );
  const needed = yesTo(found);
  if (found.length === 0 || yes === needed) return null;
  const refused = Object.fromEntries(
    found.map(({ place }) => {
      const here = found.filter((one) => one.place === place);
      return [place, { reason: 'leak' as const, values: { where: excerptsOf(here) } }];
    }),
  );
  return { refused, form: 'leaks', values: { leakAccepted: needed } };
}

/**
 * The same of a milestone, by the fields of its form: nothing that is kept out gets to where others
 * read it without a yes to it.
 */
export async function refuseLeaksOf(viewer: Viewer, draft: MilestoneDraft, yes = '') {
  if (draft.visibility === 'private') return null;
  const { language, title, story, streamName } = draft;
  const other = language === 'ja' ? 'en' : 'ja';
  return refuseLeaks(
    viewer,
    {
      title: title[language],
      story: story[language],
      stream: streamName === null ? null : await namesBehind(viewer, streamName),
      measureName: draft.measure?.name,
      issuer: draft.issuer,
      tags: draft.tags,
      evidence: draft.evidence.map(readableAddress),
      titleTranslated: title[other],
      storyTranslated: story[other],
    },
    yes,
  );
}

/** A stream that goes by the typed name shows its other name too, to readers of the other language. */
async function namesBehind(viewer: Viewer, typed: string): Promise<string[]> {
  const key = streamKey(typed);
  const named = (await listStreams(viewer)).filter(({ name }) => keysOf(name).includes(key));
  const names = named.flatMap(({ name }) => [name.ja, name.en]).filter((name) => name !== null);
  return [...new Set([typed, ...names])];
}

/** Each name in its words, once however often it stands there: `…by 【Mio】 in May…`. */
function excerptsOf(found: readonly Found[]): string {
  const byName = new Map<string, string>();
  for (const { text, hits } of found) {
    for (const hit of hits) {
      const name = text.slice(hit.start, hit.end);
      if (!byName.has(name)) byName.set(name, excerptOf(text, hit));
    }
  }
  return [...byName.values()].slice(0, most).join(' / ');
}

function excerptOf(text: string, { start, end }: Hit): string {
  const before = text.slice(Math.max(0, start - around), start);
  const after = text.slice(end, end + around);
  const marks = [start > around ? '…' : '', end + around < text.length ? '…' : ''];
  const shown = `${marks[0]}${before}【${text.slice(start, end)}】${after}${marks[1]}`;
  return shown.toWellFormed().replace(/\s+/g, ' ');
}
