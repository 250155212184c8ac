import { describe, expect, test } from 'vitest';
import { browserOf, countedAs, isShareCode } from './rules';

const chrome =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36';
const iphone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15';

function as(more: Record<string, string> = {}, method = 'GET') {
  const counted = countedAs(method, new Headers({ 'user-agent': chrome, ...more }));
  if (counted.as === 'preview') return counted.source;
  return counted.as === 'nothing' ? counted.why : counted.as;
}

describe('a request for a document', () => {
  test.each([
    [{}, 'view'],
    [{ dnt: '0' }, 'view'],
    [{ dnt: '1' }, 'declined'],
    [{ 'sec-gpc': '1' }, 'declined'],
    [{ 'sec-purpose': 'prefetch' }, 'prefetch'],
    [{ 'sec-purpose': 'prefetch;prerender' }, 'prefetch'],
    [{ purpose: 'prefetch' }, 'prefetch'],
    [{ 'x-moz': 'prefetch' }, 'prefetch'],
    [{ 'x-purpose': 'preview' }, 'prefetch'],
    [{ 'sec-fetch-dest': 'document' }, 'view'],
    [{ 'sec-fetch-dest': 'image' }, 'embedded'],
    [{ 'sec-fetch-dest': 'empty' }, 'embedded'],
    [{ 'sec-fetch-dest': 'iframe' }, 'embedded'],
    [{ 'user-agent': '' }, 'bot'],
    [{ 'user-agent': '  ' }, 'bot'],
    [{ 'user-agent': 'curl/8.5.0' }, 'bot'],
    [{ 'user-agent': 'python-requests/2.32' }, 'bot'],
    [{ 'user-agent': `${chrome} HeadlessChrome/142` }, 'bot'],
    [
      { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' },
      'bot',
    ],
  ])('with %j: %s', (headers: Record<string, string>, expected) => {
    expect(as(headers)).toBe(expected);
  });

  test('counts as the same again, and among however many browsers', () => {
    const some = [chrome, 'curl/8.5.0', 'Twitterbot/1.0'];
    const all = () => some.map((userAgent) => as({ 'user-agent': userAgent }));
    const first = all();
    expect(all()).toEqual(first);
    for (let n = 0; n < 1_500; n += 1) expect(as({ 'user-agent': `${chrome} ${n}` })).toBe('view');
    expect(all()).toEqual(first);
  });

  test('without a user agent is a machine’s', () => {
    expect(countedAs('GET', new Headers())).toEqual({ as: 'nothing', why: 'bot' });
  });

  test.each(['HEAD', 'POST', 'OPTIONS'])('by %s reads nothing', (method) => {
    expect(as({}, method)).toBe('method');
  });

  test('who declines is not counted as a preview either', () => {
    expect(as({ dnt: '1', 'user-agent': 'Twitterbot/1.0' })).toBe('declined');
  });
});

describe('previews', () => {
  test.each([
    ['facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)', 'facebook.com'],
    ['meta-externalfetcher/1.1', 'facebook.com'],
    ['Facebot', 'facebook.com'],
    ['facebookexternalhit/1.1;line-poker/1.0', 'line.me'],
    [
      `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_11_1) AppleWebKit/601.2.4 (KHTML, like Gecko)
      Version/9.0.1 Safari/601.2.4 facebookexternalhit/1.1 Facebot Twitterbot/1.0`.replace(
        /\s+/g,
        ' ',
      ),
      'imessage',
    ],
    ['Twitterbot/1.0', 'x.com'],
    ['TelegramBot (like TwitterBot)', 'telegram.org'],
    ['LinkedInBot/1.0 (compatible; Mozilla/5.0; +http://www.linkedin.com)', 'linkedin.com'],
    ['Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)', 'slack.com'],
    ['Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)', 'discord.com'],
    ['WhatsApp/2.23.20.0 A', 'whatsapp.com'],
    ['Mozilla/5.0 (compatible; Bluesky Cardyb/1.1; +mailto:support@bsky.app)', 'bsky.app'],
    ['Mastodon/4.3.0 (http.rb/5.2.0; +https://mastodon.social/)', 'mastodon'],
    ['http.rb/5.1.1 (Mastodon/4.2.10; +https://mstdn.jp/)', 'mastodon'],
    ['Mozilla/5.0 (compatible; SummalyBot/5.1.0)', 'misskey'],
    ['Pleroma 2.7.0; https://pleroma.example <a@b.example>; Bot', 'pleroma'],
    ['HatenaBookmark/4.0 (Hatena::Bookmark; Scissors)', 'hatena.ne.jp'],
    [
      'Mozilla/5.0 (compatible; Pinterestbot/1.0; +https://pinterest.com/bot.html)',
      'pinterest.com',
    ],
    ['Mozilla/5.0 SkypeUriPreview Preview/0.5 skype-url-preview@microsoft.com', 'skype.com'],
    ['Mozilla/5.0 (compatible; redditbot/1.0; +http://www.reddit.com/feedback)', 'reddit.com'],
    [
      'Mozilla/5.0 (compatible; ChatWork LinkPreview/1.1; +https://go.chatwork.com/)',
      'chatwork.com',
    ],
  ])('%s draws one for %s', (userAgent, site) => {
    expect(as({ 'user-agent': userAgent })).toBe(site);
  });

  test.each([
    `${iphone} Mobile/15E148 Safari Line/15.8.0`,
    `${iphone} Mobile/15E148 [FBAN/FBIOS;FBAV/512.0.0.0;FBBV/1]`,
    `${iphone} Mobile/15E148 Twitter for iPhone/10.50`,
    `${iphone} Mobile/21A329 [Pinterest/iOS]`,
    `${chrome} [LinkedInApp]/9.30`,
    `${chrome} Slack/4.40`,
  ])('people read in the apps of networks: %s', (userAgent) => {
    expect(as({ 'user-agent': userAgent })).toBe('view');
  });
});

test('a browser is told apart by what it says, within reason', () => {
  expect(browserOf(null)).toBe('');
  expect(browserOf(`  ${chrome} `)).toBe(chrome);
  expect(browserOf('x'.repeat(9_000))).toHaveLength(300);
});

test.each([
  ['AbCdEf0123', true],
  ['AbCdEf012', false],
  ['AbCdEf01234', false],
  ['AbCdEf01 3', false],
  ['AbCdEf012\n', false],
  ['', false],
  [null, false],
  [undefined, false],
])('%j is a code of a share: %s', (text, expected) => {
  expect(isShareCode(text)).toBe(expected);
});
