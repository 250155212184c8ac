import type { Network } from './networks.rules';

/** Hashtags a network has use for: Threads takes one topic, Hatena has tags of its own kind. */
const most: Readonly<Record<Network, number>> = {
  x: 3,
  bluesky: 3,
  threads: 1,
  mastodon: 3,
  facebook: 3,
  copy: 3,
  system: 3,
  linkedin: 0,
  line: 0,
  hatena: 0,
  email: 0,
};

/** `tag` as a hashtag, `#` included; null where no letter is left of it. */
export function hashtagOf(tag: string): string | null {
  const name = tag
    .normalize('NFKC')
    // The usual names of languages that end in signs: #Csharp, #Cplusplus.
    .replace(/(?<=\p{L})#/gu, 'sharp')
    .replace(/(?<=\p{L}\+?)\+/gu, 'plus')
    .replace(/[^\p{L}\p{M}\p{Nd}_]/gu, '')
    .replace(/^[\p{M}_]+/u, '');
  return /\p{L}/u.test(name) ? `#${name}` : null;
}

/** The first of `tags` as hashtags, each once, no more than are usual on the network. */
export function hashtagsOf(network: Network, tags: readonly string[]): string[] {
  const byName = new Map<string, string>();
  for (const tag of tags) {
    const hashtag = hashtagOf(tag);
    const name = hashtag?.toLowerCase();
    if (hashtag && name && !byName.has(name)) byName.set(name, hashtag);
  }
  return [...byName.values()].slice(0, most[network]);
}
