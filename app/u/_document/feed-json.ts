import type { Asked } from '@/app/_server/document';
import { placeOf } from '@/app/_server/place';
import type { PublicRecord } from '@/lib/record/public/shape';
import { feedOf } from './feed';

/** The newest milestones as JSON Feed 1.1; null where there are no feeds. */
export function jsonFeed(record: PublicRecord, asked: Asked): string | null {
  const feed = feedOf(record, asked);
  if (!feed) return null;
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.url,
    feed_url: placeOf(asked, record.handle).known({ at: 'feed.json' }, asked.chosen),
    description: feed.subtitle,
    language: feed.language,
    authors: [feed.author],
    items: feed.entries.map(({ id, url, title, language, published, html, tags }) => ({
      id,
      url,
      title,
      content_html: html,
      date_published: published,
      language,
      ...(tags.length > 0 && { tags }),
    })),
  });
}
