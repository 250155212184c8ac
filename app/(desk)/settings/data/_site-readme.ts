import { addressOf } from '@/app/_server/place';
import { textsIn } from '@/app/_text/texts';
import { fileOf, type Site } from '@/app/u/_document/site-place';
import { formatDatedOn } from '@/lib/calendar';
import { type Locale, locales } from '@/lib/locale';
import type { PublicRecord } from '@/lib/record/public/shape';
import { cleanLine } from '@/lib/text';

/**
 * What the site is, from when, and how to put it on a host: in both languages, the record's first.
 * It begins with a mark that it is UTF-8, for nothing else says so of a text on a disk.
 */
export function siteReadme(site: Site, record: PublicRecord): string {
  const others = locales.filter((locale) => locale !== site.language);
  const parts = [site.language, ...others].map((locale) => readmeIn(locale, site, record));
  return `\ufeff${parts.join('\n\n')}`;
}

function readmeIn(locale: Locale, site: Site, record: PublicRecord): string {
  const t = textsIn(locale);
  const { handle, displayName, hasFeeds, isIndexed, takesInquiries } = record;
  const name = cleanLine(displayName) || `@${handle}`;
  const day = formatDatedOn({ day: site.copiedOn, precision: 'day' }, locale);
  const address = site.origin && site.origin + addressOf(handle, { at: 'record' });
  const index = fileOf(site, { at: 'record' }, locale) ?? '';
  const other = fileOf(site, { at: 'record' }, locale === 'ja' ? 'en' : 'ja') ?? '';
  const data = (['record.json', 'resume.json', 'feed.xml', 'feed.json'] as const)
    .filter((at) => hasFeeds || !at.startsWith('feed'))
    .map((at) => fileOf(site, { at }, locale))
    .join(', ');
  return paragraphs(
    [t('site.readme.title', { name }), '='.repeat(20)],
    [t('site.readme.what', { day }), address && t('site.readme.from', { address })],
    [t('site.readme.open', { index, other })],
    [t('site.readme.host'), t('site.readme.still')],
    [t(address && takesInquiries ? 'site.readme.awayLinked' : 'site.readme.away')],
    [isIndexed ? null : t('site.readme.unlisted')],
    [t('site.readme.data', { files: data })],
  );
}

/** Lines that are there, parted by empty ones. */
function paragraphs(...all: readonly (readonly (string | null)[])[]): string {
  const texts = all.map((lines) => lines.filter((line) => line !== null).join('\n'));
  return `${texts.filter(Boolean).join('\n\n')}\n`;
}
