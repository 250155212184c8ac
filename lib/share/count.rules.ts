import { boundMarks, graphemeCount } from '../text';
import { hasLinkInText, type Network, namesLink, withLink } from './networks.rules';

/** What an address costs on X and on Mastodon, however long it is. */
const linkCost = 23;

/** How long a text may be; where the network names no limit, one of ours. */
const limits: Readonly<Record<Network, number>> = {
  x: 280,
  bluesky: 300,
  threads: 500,
  mastodon: 500,
  hatena: 100,
  line: 1_000,
  linkedin: 1_000,
  facebook: 1_000,
  copy: 1_000,
  system: 1_000,
  email: 2_000,
};

/** The most {@link countFor} may come to; null: no limit. */
export function limitOf(network: Network): number | null {
  return limits[network];
}

/** How long `text` is by the network's own rule. */
export function countFor(network: Network, text: string): number {
  switch (network) {
    case 'x':
      return weigh(boundMarks(text).normalize('NFC'));
    case 'mastodon':
      return withoutLinks(text, graphemeCount);
    case 'threads':
      return sumOfSigns(text, utf8Length, () => 1);
    case 'hatena':
      return [...text].length;
    default:
      return graphemeCount(text);
  }
}

/** Whether `text` can be published with `url`, wherever that network puts the link. */
export function fits(network: Network, text: string, url: string): boolean {
  const limit = limits[network];
  const whole = withLink(network, text, url);
  // No sign costs less than nothing a unit: a grapheme is long, but hardly 100 units of it.
  if (whole.length > limit * 100) return false;
  // X joins the two by a space.
  const joined = network === 'x' && url && !namesLink(text, url) ? linkCost + (text ? 1 : 0) : 0;
  if (countFor(network, whole) + joined > limit) return false;
  // Bluesky bounds the bytes too, so that marks piled on one letter do not pass.
  return network !== 'bluesky' || utf8Length(whole) <= 3_000;
}

/** Whether the link takes part in the count. */
export function countsLink(network: Network): boolean {
  return network === 'x' || hasLinkInText(network);
}

/** Addresses as X and Mastodon see them: ASCII, and the punctuation behind is not theirs. */
const fullLink = String.raw`https?:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?(?:\/(?:[\w\/?#&=%~@:+.,;!*'()-]*[\w\/#=&%~+-])?)?`;
const linkPattern = new RegExp(fullLink, 'gi');
/** X makes links of bare names too: common endings as they are, endings of countries with a path. */
const barePattern =
  /(?<![\w@.$#/-])(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,8}(?:(?:com|net|org|info|biz|dev|app|site|online|blog|shop|tech|cloud|page|xyz|work|social|tokyo|io|ai|co|me|tv)(?![\w@-])(?:\/[\w/?#&=%~+.-]*[\w/#=&%~+-])?|[a-z]{2}(?=\/)(?:\/[\w/?#&=%~+.-]*[\w/#=&%~+-])?)/gi;

function withoutLinks(text: string, count: (rest: string) => number): number {
  const rest = text.split(linkPattern);
  return rest.reduce((sum, one) => sum + count(one), (rest.length - 1) * linkCost);
}

/** X's weights: https://docs.x.com/fundamentals/counting-characters */
function weigh(text: string): number {
  return withoutLinks(text, (rest) => {
    const plain = rest.split(barePattern);
    return plain.reduce(
      (sum, one) => sum + sumOfSigns(one, () => 2, weightOf),
      (plain.length - 1) * linkCost,
    );
  });
}

const light = [
  [0, 4_351],
  [8_192, 8_205],
  [8_208, 8_223],
  [8_242, 8_247],
] as const;

function weightOf(sign: string): number {
  const code = sign.codePointAt(0) ?? 0;
  return light.some(([from, to]) => from <= code && code <= to) ? 1 : 2;
}

const emoji = /\p{RGI_Emoji}/gv;

/** Emoji sequences each at a price of their own, all else by code point. */
function sumOfSigns(
  text: string,
  priceOfEmoji: (sequence: string) => number,
  price: (sign: string) => number,
): number {
  let sum = 0;
  const rest = text.replace(emoji, (sequence) => {
    sum += priceOfEmoji(sequence);
    return '';
  });
  for (const sign of rest) sum += price(sign);
  return sum;
}

function utf8Length(text: string): number {
  let length = 0;
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0;
    length += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return length;
}
