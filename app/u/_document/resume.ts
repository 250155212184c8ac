import type { Asked } from '@/app/_server/document';
import { placeOf } from '@/app/_server/place';
import { textsIn } from '@/app/_text/texts';
import type { Locale } from '@/lib/locale';
import type { Kind } from '@/lib/milestone/rules';
import type { PublicMilestone, PublicRecord } from '@/lib/record/public/shape';
import { cleanBlock, cleanLine } from '@/lib/text';
import { webAddresses } from './address';
import { everyMilestone, instantOf, lastPublished } from './instant';
import { figureOf } from './milestone-parts';
import { happenedOn, say, timeSpent, titleOf } from './words';

const schema = 'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json';

/** The record as JSON Resume 1.0, for the tools that make a curriculum vitae of it. */
export function resumeJson(record: PublicRecord, asked: Asked): string {
  const { locale } = asked;
  const { known } = placeOf(asked, record.handle);
  const milestones = everyMilestone(record);
  const of = (kind: Kind) => milestones.filter((milestone) => milestone.kind === kind);
  const address = ({ id }: PublicMilestone) => known({ at: 'milestone', id });
  const story = (milestone: PublicMilestone) => block(say(milestone.story, locale)?.text);
  const title = (milestone: PublicMilestone) => cleanLine(titleOf(milestone, locale).text);
  return JSON.stringify({
    $schema: schema,
    basics: {
      name: cleanLine(record.displayName) || `@${record.handle}`,
      label: line(say(record.headline, locale)?.text),
      summary: block(say(record.about, locale)?.text),
      url: known({ at: 'record' }),
      profiles: webAddresses(record.contact).map((url) => ({ network: hostOf(url), url })),
    },
    work: byStream(of('income')).map((income) => workOf(income, locale)),
    projects: of('work').map((milestone) => ({
      name: title(milestone),
      description: story(milestone),
      // When it was finished; when it began is not told.
      endDate: milestone.happenedOn,
      url: address(milestone),
      keywords: milestone.tags.map(cleanLine),
      highlights: [figureOf(milestone, locale), time(milestone, locale)].filter(isSaid),
    })),
    awards: of('recognition').map((milestone) => ({
      title: title(milestone),
      date: milestone.happenedOn,
      awarder: line(milestone.issuer),
      summary: story(milestone),
    })),
    certificates: of('credential').map((milestone) => ({
      name: title(milestone),
      date: milestone.happenedOn,
      issuer: line(milestone.issuer),
      url: webAddresses(milestone.evidence)[0] ?? address(milestone),
    })),
    skills: of('skill').map((milestone) => ({
      name: title(milestone),
      keywords: milestone.tags.map(cleanLine),
    })),
    meta: {
      canonical: known({ at: 'resume.json' }),
      version: 'v1.0.0',
      lastModified: instantOf(lastPublished(record)).slice(0, 19),
    },
  });
}

/** Incomes that go by one name are one source. Those without stand together. */
function byStream(incomes: readonly PublicMilestone[]): PublicMilestone[][] {
  const streams = new Map<string, PublicMilestone[]>();
  for (const income of incomes) {
    const name = JSON.stringify([income.stream?.ja, income.stream?.en]);
    streams.set(name, [...(streams.get(name) ?? []), income]);
  }
  return [...streams.values()];
}

function workOf(incomes: readonly PublicMilestone[], locale: Locale) {
  const t = textsIn(locale);
  const days = incomes.map(({ happenedOn }) => happenedOn).sort();
  const stream = say(incomes[0]?.stream, locale)?.text;
  return {
    name: line(stream) ?? t('document.incomeUntitled'),
    startDate: days[0],
    endDate: days.at(-1),
    highlights: incomes.map((milestone) =>
      t('document.dated', {
        day: happenedOn(milestone, locale),
        what:
          [
            line(say(milestone.title, locale)?.text),
            figureOf(milestone, locale),
            time(milestone, locale),
          ]
            .filter(isSaid)
            .join(' · ') || t('document.incomeUntitled'),
      }),
    ),
  };
}

function time({ minutes }: PublicMilestone, locale: Locale): string | undefined {
  return minutes === undefined ? undefined : timeSpent(minutes, textsIn(locale));
}

function line(text: string | undefined): string | undefined {
  return (text && cleanLine(text)) || undefined;
}

function block(text: string | undefined): string | undefined {
  return (text && cleanBlock(text)) || undefined;
}

function isSaid(text: string | undefined): text is string {
  return text !== undefined;
}

function hostOf(url: string): string {
  return new URL(url).hostname.replace(/^www\./, '');
}
