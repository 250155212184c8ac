import type { Asked } from '@/app/_server/document';
import { placeOf } from '@/app/_server/place';
import type { PublicMilestone, PublicMilestonePage, PublicRecord } from '@/lib/record/public/shape';
import { cleanBlock, cleanLine, truncate } from '@/lib/text';
import { webAddresses } from './address';
import { everyMilestone, instantOf, lastPublished } from './instant';
import { say, titleOf } from './words';

/** Of each list, and graphemes of each description: it stands in every page. */
const most = { items: 20, description: 300 } as const;

/** The record in schema.org's words, ready to stand in a script element. */
export function recordJsonLd(record: PublicRecord, asked: Asked): string {
  const { locale } = asked;
  const { known } = placeOf(asked, record.handle);
  const url = known({ at: 'record' });
  const milestones = everyMilestone(record);
  const of = (kind: PublicMilestone['kind']) =>
    some(milestones.filter((milestone) => milestone.kind === kind).slice(0, most.items));
  const title = (milestone: PublicMilestone) => cleanLine(titleOf(milestone, locale).text);
  return inScript({
    '@context': 'https://schema.org',
    '@type': 'ProfilePage',
    '@id': url,
    url,
    inLanguage: locale,
    dateCreated: instantOf(record.publishedMonth),
    dateModified: instantOf(lastPublished(record)),
    mainEntity: {
      ...personOf(record, url),
      description: described(say(record.headline, locale)?.text ?? say(record.about, locale)?.text),
      sameAs: some(webAddresses(record.contact)),
      hasCredential: of('credential')?.map((milestone) => ({
        '@type': 'EducationalOccupationalCredential',
        name: title(milestone),
        url: known({ at: 'milestone', id: milestone.id }),
        dateCreated: milestone.happenedOn,
        recognizedBy: milestone.issuer && {
          '@type': 'Organization',
          name: cleanLine(milestone.issuer),
        },
      })),
      award: of('recognition')?.map(title),
      knowsAbout: of('skill')?.map(title),
    },
  });
}

/** One milestone in schema.org's words, ready to stand in a script element. */
export function milestoneJsonLd(page: PublicMilestonePage, asked: Asked): string {
  const { locale, chosen } = asked;
  const { milestone, handle } = page;
  const { known } = placeOf(asked, handle);
  const record = known({ at: 'record' });
  const spot = { at: 'milestone', id: milestone.id } as const;
  const url = known(spot);
  const title = titleOf(milestone, locale);
  const story = say(milestone.story, locale)?.text;
  const name = cleanLine(title.text);
  return inScript({
    '@context': 'https://schema.org',
    '@type': story ? 'Article' : 'CreativeWork',
    '@id': url,
    url: known(spot, chosen),
    mainEntityOfPage: url,
    name,
    headline: truncate(name, 110),
    description: described(story),
    inLanguage: title.lang,
    author: personOf(page, record),
    isPartOf: { '@type': 'ProfilePage', '@id': record, url: record },
    datePublished: instantOf(milestone.publishedOn),
    temporalCoverage: milestone.happenedOn,
    keywords: some(milestone.tags.map(cleanLine)),
    citation: some(webAddresses(milestone.evidence)),
  });
}

function personOf(who: { handle: string; displayName: string }, record: string | undefined) {
  return {
    '@type': 'Person',
    '@id': record && `${record}#person`,
    name: cleanLine(who.displayName) || `@${who.handle}`,
    alternateName: `@${who.handle}`,
    url: record,
  };
}

function described(text: string | undefined): string | undefined {
  const line = text && cleanLine(cleanBlock(text));
  return line ? truncate(line, most.description) : undefined;
}

function some<T>(list: T[]): T[] | undefined {
  return list.length > 0 ? list : undefined;
}

/** JSON that no HTML parser sees an end of the element in, nor JavaScript an end of a line. */
function inScript(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
