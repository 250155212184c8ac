import type { Asked } from '@/app/_server/document';
import { paths, withQuery } from '@/lib/paths';
import type { PublicRecord } from '@/lib/record/public/shape';
import { feedOf } from './feed';

/** The newest milestones as JSON Feed 1.1; null where there are no feeds. */
export function jsonFeed(record: PublicRecord, asked: Asked): string | null {
  const feed = feedOf(record, asked);
  if (!feed) return null;
  const self = asked.origin + paths.publicFeedJson(record.handle);
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.page,
    feed_url: withQuery(self, { lang: asked.chosen }),
    description: feed.subtitle,
    language: feed.language,
    authors: [feed.author],
    items: feed.entries.map(({ id, page, title, language, published, html, tags }) => ({
      id,
      url: page,
      title,
      content_html: html,
      date_published: published,
      language,
      ...(tags.length > 0 && { tags }),
    })),
  });
}
