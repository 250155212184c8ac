import { ok, type Result, refuse } from '../result';

/** Where a milestone or the record can be shared; `system` is the device's own share sheet. */
export const networks = [
  'x',
  'line',
  'bluesky',
  'threads',
  'linkedin',
  'facebook',
  'mastodon',
  'hatena',
  'email',
  'copy',
  'system',
] as const;
export type Network = (typeof networks)[number];

export function isNetwork(value: unknown): value is Network {
  return networks.some((network) => network === value);
}

/** What is to be published: the words, the short address and a title of one line. */
export type Shared = {
  readonly text: string;
  readonly url: string;
  readonly title: string;
  /** Mastodon only: a host as {@link parseServer} gives it. */
  readonly server?: string;
};

const textless: readonly Network[] = ['linkedin', 'facebook', 'hatena'];
const linkInside: readonly Network[] = [
  'bluesky',
  'threads',
  'mastodon',
  'email',
  'copy',
  'system',
];

/** Whether the network's composer opens with our words in it; the others take the link alone. */
export function takesText(network: Network): boolean {
  return !textless.includes(network);
}

/** Whether the link is part of the words; the other networks are handed it separately. */
export function hasLinkInText(network: Network): boolean {
  return linkInside.includes(network);
}

/** Whether `text` names `url` itself, not merely a longer address that begins with it. */
export function namesLink(text: string, url: string): boolean {
  for (let at = text.indexOf(url); at !== -1; at = text.indexOf(url, at + 1)) {
    if (!/^[\w/?#&=%~-]/.test(text.slice(at + url.length))) return true;
    if (!url) return false;
  }
  return false;
}

/** The words as they are published: with the link on a line of its own where it belongs inside. */
export function withLink(network: Network, text: string, url: string): string {
  if (!hasLinkInText(network) || !url || namesLink(text, url)) return text;
  return text ? `${text}\n${url}` : url;
}

/**
 * The address that opens the network's own composer, filled in. Null where there is none: `copy`,
 * `system`, and Mastodon without a server.
 */
export function intentOf(network: Network, shared: Shared): string | null {
  const { url, title } = shared;
  const text = withLink(network, shared.text, url);
  // An address already among the words would be published twice.
  const separately = namesLink(text, url) ? undefined : url;
  switch (network) {
    case 'x':
      return address('https://x.com/intent/post', { text, url: separately });
    case 'line':
      // LINE makes its preview of this link, so it is needed even where the words name it.
      return address('https://social-plugins.line.me/lineit/share', { url, text });
    case 'bluesky':
      return address('https://bsky.app/intent/compose', { text });
    case 'threads':
      return address('https://www.threads.com/intent/post', { text });
    case 'linkedin':
      return address('https://www.linkedin.com/sharing/share-offsite/', { url });
    case 'facebook':
      return address('https://www.facebook.com/sharer/sharer.php', { u: url });
    case 'mastodon': {
      // The server becomes part of a link, so it is not believed twice.
      const server = parseServer(shared.server ?? '');
      return server.ok ? address(`https://${server.value}/share`, { text }) : null;
    }
    case 'hatena':
      return address('https://b.hatena.ne.jp/entry/panel/', { url, btitle: oneLine(title) });
    case 'email':
      return address('mailto:', {
        subject: oneLine(title),
        // RFC 6068 asks for both signs at the end of a line.
        body: text.replace(/\r\n?|\n/g, '\r\n'),
      });
    case 'copy':
    case 'system':
      return null;
  }
}

function address(base: string, query: Record<string, string | undefined>): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encode(value)}`],
  );
  return `${base}?${pairs.join('&')}`;
}

/** Percent-encoded throughout: a plus is no space in `mailto:`, and half a surrogate would throw. */
function encode(value: string): string {
  return encodeURIComponent(value.toWellFormed()).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const reserved = /(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|test|invalid|arpa)$/;

/**
 * A Mastodon server as people type it (`mastodon.social`, `https://mastodon.social/`,
 * `@hana@mstdn.jp`) as a bare host name in lower case. An e-mail address is none: its host is
 * hardly ever the server.
 */
export function parseServer(typed: string): Result<string, 'server-unclear'> {
  const unclear = refuse('server-unclear');
  const text = typed.trim();
  if (text.length > 300) return unclear;
  const named =
    /^@[\w.-]+@([^@]+)$/u.exec(text)?.[1] ?? /^(?:https?:\/\/)?([^@]+?)\/?$/iu.exec(text)?.[1];
  // Typed punycode is refused: nobody types it, and it hides what it says.
  if (!named || /[\s/\\:?#%[\]\p{C}]/u.test(named) || /xn--/iu.test(named)) return unclear;
  if (named.normalize('NFKC').split(/[.。]/u).some(isMixed)) return unclear;
  const host = hostOf(named);
  if (!host || host.length > 253 || reserved.test(host)) return unclear;
  const labels = host.split('.');
  if (labels.length < 2 || !labels.every((one) => label.test(one))) return unclear;
  // Every spelling of an IPv4 address has become four numbers by now.
  return /^\d+$/.test(labels.at(-1) ?? '') ? unclear : ok(host);
}

/** Latin letters among others that only look like them; Japanese goes with Latin. */
function isMixed(name: string): boolean {
  const others = /[[\p{L}]--[\p{Script=Latin}\p{Script=Han}\p{scx=Hiragana}\p{scx=Katakana}]]/v;
  return /\p{Script=Latin}/u.test(name) && others.test(name);
}

function hostOf(name: string): string | null {
  try {
    return new URL(`https://${name}`).hostname;
  } catch {
    return null;
  }
}
