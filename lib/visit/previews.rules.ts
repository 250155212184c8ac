/*
 * Programs that fetch a page to draw a preview of a link to it, each with the site it does so for, or
 * its own name where it stands on many. The first that fits is it: several call themselves another
 * one beside.
 */
const fetchers: readonly (readonly [site: string, userAgent: RegExp])[] = [
  ['imessage', /facebookexternalhit\/\S+ Facebot Twitterbot/i],
  ['line.me', /line-poker|linespider/i],
  ['kakao.com', /kakaotalk-scrap/i],
  ['telegram.org', /TelegramBot/i],
  ['facebook.com', /facebookexternalhit|facebookcatalog|Facebot|meta-external(?:agent|fetcher)/i],
  ['x.com', /Twitterbot/i],
  ['bsky.app', /Cardyb/i],
  ['linkedin.com', /LinkedInBot/i],
  ['slack.com', /Slackbot|Slack-ImgProxy/i],
  ['discord.com', /Discordbot/i],
  // Their apps show pages to people too, under longer names.
  ['whatsapp.com', /^WhatsApp\//i],
  ['pinterest.com', /^Pinterest\/|Pinterestbot/i],
  ['hatena.ne.jp', /Hatena::|^Hatena(?:Bookmark|-Favicon|Blog)/i],
  ['mastodon', /Mastodon\//i],
  ['misskey', /SummalyBot|^Misskey\//i],
  ['pleroma', /^(?:Pleroma|Akkoma) /i],
  ['matrix', /^Synapse\b/i],
  ['chatwork.com', /ChatWork LinkPreview/i],
  ['skype.com', /SkypeUriPreview/i],
  ['reddit.com', /redditbot/i],
];

/** The site that a fetch by this user agent draws a preview for; undefined: it draws none. */
export function previewSite(userAgent: string): string | undefined {
  return fetchers.find(([, pattern]) => pattern.test(userAgent))?.[0];
}
