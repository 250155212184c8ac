import type { Locale } from '../locale';
import type { Kind } from '../milestone/rules';
import { cleanBlock, cleanLine, truncate } from '../text';
import { fits } from './count.rules';
import { draftWords, type Parts } from './draft-words';
import { hashtagsOf } from './hashtag.rules';
import { type Network, withLink } from './networks.rules';

/** What a draft speaks of. Whatever the person does not show must not be in it. */
export type DraftSubject = {
  readonly what: 'milestone' | 'rung' | 'goal' | 'record';
  readonly title: string;
  readonly kind?: Kind;
  /** The amount as it is disclosed, in words: `¥300,000` or `¥200K–300K`. */
  readonly figure?: string;
  /** Time spent, in words: `42 hours`. */
  readonly hours?: string;
  /** Of a credential or a recognition. */
  readonly issuer?: string;
  /** What was learned, as the person wrote it. */
  readonly story?: string;
  readonly tags: readonly string[];
  /** A month or a year, in words. */
  readonly since?: string;
};

/** Graphemes looked at of each part: no network has room for more. */
const most = { title: 200, words: 60, story: 800 } as const;

/**
 * The first draft of a post: what was done, with the figure as it is disclosed, how long it took,
 * what was learned as far as there is room, hashtags, and the link where the network has it among the
 * words. Always fits the network, as long as the link does.
 */
export function draftText(
  network: Network,
  locale: Locale,
  subject: DraftSubject,
  url: string,
): string {
  const compose = (sentences: readonly string[], tags: readonly string[]) =>
    withLink(network, [joined(sentences), tags.join(' ')].filter(Boolean).join('\n'), url);
  const hasRoomFor = (sentences: readonly string[], tags: readonly string[]) =>
    fits(network, compose(sentences, tags), url);

  const opening = openingOf(locale, subject, (sentence) => hasRoomFor([sentence], []));
  if (!opening) return compose([], []);
  const facts = [opening];
  const story = sentencesOf(subject.story, locale);
  const learned: string[] = [];
  const tags: string[] = [];
  const addTo = (list: string[], one: string | undefined): boolean => {
    if (!one) return false;
    list.push(one);
    if (hasRoomFor([...facts, ...learned], tags)) return true;
    list.pop();
    return false;
  };

  // By worth rather than by place: what was learned goes before hashtags, and the rest of the story last.
  const hours = words(subject.hours);
  const since = subject.what === 'record' ? '' : words(subject.since);
  addTo(facts, hours && draftWords[locale].hours(hours));
  const hasLesson = addTo(learned, story[0]);
  for (const tag of hashtagsOf(network, subject.tags)) addTo(tags, tag);
  addTo(facts, since && draftWords[locale].since(since));
  for (const sentence of hasLesson ? story.slice(1) : []) if (!addTo(learned, sentence)) break;
  return compose([...facts, ...learned], tags);
}

/** One line for the subject of an e-mail and the title of a bookmark. */
export function subjectLine(locale: Locale, subject: DraftSubject): string {
  const isShort = (line: string) => truncate(line, 120) === line;
  return openingOf(locale, subject, isShort).replace(/[.。]$/u, '');
}

/**
 * The first sentence, with as much of the title as there is room for; the figure and the issuer go only
 * where no title would be left. Empty: nothing fits.
 */
function openingOf(
  locale: Locale,
  subject: DraftSubject,
  hasRoomFor: (sentence: string) => boolean,
): string {
  const title = truncate(cleanLine(subject.title), most.title);
  const figure = words(subject.figure);
  const parts: Omit<Parts, 'title'> = {
    // A title that tells the figure already would tell it twice.
    figure: figure && !title.includes(figure) ? figure : undefined,
    issuer: words(subject.issuer),
    since: words(subject.since),
  };
  for (const rest of [parts, { figure: parts.figure }, {}]) {
    const say = (shown: string) => sentence(locale, subject, { ...rest, title: shown });
    if (hasRoomFor(say(title))) return say(title);
    // The longest title that fits, by halves.
    let [low, high]: [number, number] = [0, most.title];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (hasRoomFor(say(truncate(title, middle)))) low = middle;
      else high = middle;
    }
    const shown = truncate(title, low);
    if (shown && shown !== '…' && hasRoomFor(say(shown))) return say(shown);
  }
  const bare = sentence(locale, subject, { title: '…' });
  return hasRoomFor(bare) ? bare : '';
}

function sentence(locale: Locale, { what, kind }: DraftSubject, parts: Parts): string {
  const say = draftWords[locale];
  const said = say[what === 'milestone' && kind === 'income' ? 'income' : what](parts);
  // A title may bring its own full stop.
  return said.replace(/([.!?。！？…])[.。]$/u, '$1');
}

function words(text: string | undefined): string {
  return truncate(cleanLine(text ?? ''), most.words);
}

function sentencesOf(story: string | undefined, locale: Locale): string[] {
  const text = truncate(cleanBlock(story ?? ''), most.story);
  return text.split('\n').flatMap((line) => {
    const segments = new Intl.Segmenter(locale, { granularity: 'sentence' }).segment(line);
    return [...segments].map(({ segment }) => segment.trim()).filter(Boolean);
  });
}

/** Sentences in one paragraph; a line of the story that was left open keeps its break. */
function joined(sentences: readonly string[]): string {
  return sentences.reduce((text, one) => {
    if (!text) return one;
    if (/[。！？]$/u.test(text)) return text + one;
    return /[.!?…"'”’)\]）」』]$/u.test(text) ? `${text} ${one}` : `${text}\n${one}`;
  }, '');
}
