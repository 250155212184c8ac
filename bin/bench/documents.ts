import autocannon from 'autocannon';
import { paths } from '@/lib/paths';
import { personWith } from './people';
import { type Finding, median, readable, timed } from './report';

const ROUNDS = 3;
const SECONDS = 2;
const CONNECTIONS = 10;

async function requestsPerSecond(url: string): Promise<number> {
  const result = await autocannon({ url, connections: CONNECTIONS, duration: SECONDS });
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${url}: ${result.non2xx} answers were not 2xx, ${result.errors} failed`);
  }
  return result.requests.average;
}

async function bytesOf(url: string): Promise<number> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return (await answer.arrayBuffer()).byteLength;
}

/** Every document of a record with 50 milestones against the route that does nothing; and its bytes. */
export async function measureDocuments(address: string, databaseUrl: string): Promise<Finding[]> {
  const { handle } = await personWith(databaseUrl, 50);
  const page = await (await fetch(address + paths.publicRecord(handle))).text();
  const milestone = /\/m\/([0-9a-f-]{36})/.exec(page)?.[1] ?? '';
  const documents: Record<string, string> = {
    milestone: paths.publicMilestone(handle, milestone),
    embed: paths.publicEmbed(handle),
    'card.png': paths.publicCard(handle),
    'm/card.png': paths.publicMilestoneCard(handle, milestone),
    'qr.svg': paths.publicQrSvg(handle),
    'qr.png': paths.publicQrPng(handle),
    'badge.svg': paths.publicBadge(handle),
    'feed.xml': paths.publicFeedXml(handle),
    'feed.json': paths.publicFeedJson(handle),
    'record.json': paths.publicRecordJson(handle),
    'resume.json': paths.publicResume(handle),
    'sitemap.xml': paths.sitemap,
  };
  const findings: Finding[] = [];
  for (const [name, path] of Object.entries(documents)) {
    const url = address + path;
    const bytes = await bytesOf(url);
    const rates = { document: [] as number[], nothing: [] as number[] };
    for (let round = 0; round < ROUNDS; round++) {
      rates.document.push(await requestsPerSecond(url));
      rates.nothing.push(await requestsPerSecond(`${address}/livez`));
    }
    const [mine, theirs] = [median(rates.document), median(rates.nothing)];
    const isHtml = name === 'milestone' || name === 'embed';
    const ratio = mine / theirs;
    findings.push({
      name: `${name} against /livez, ${readable(bytes)} bytes`,
      ratio,
      aim: isHtml ? 'at least 0.6' : 'none',
      met: !isHtml || ratio >= 0.6,
      figures: `${readable(mine)} against ${readable(theirs)} requests/s`,
    });
  }
  return findings;
}

/** A card drawn for the first time, the same one again, and a new one asked for 100 times at once. */
export async function measureCards(address: string, databaseUrl: string): Promise<Finding[]> {
  // One before, so that reading fonts is not counted to the first.
  await bytesOf(address + paths.publicCard((await personWith(databaseUrl, 50)).handle));
  const firsts: number[] = [];
  const again: number[] = [];
  const crowds: number[] = [];
  for (let round = 0; round < 5; round++) {
    const url = address + paths.publicCard((await personWith(databaseUrl, 50)).handle);
    firsts.push(await timed(() => bytesOf(url)));
    for (let time = 0; time < 10; time++) again.push(await timed(() => bytesOf(url)));
    const crowded = address + paths.publicCard((await personWith(databaseUrl, 50)).handle);
    const ask = () => Promise.all(Array.from({ length: 100 }, () => bytesOf(crowded)));
    crowds.push(await timed(ask));
  }
  const [first, repeated, crowd] = [median(firsts), median(again), median(crowds)];
  return [
    {
      name: 'a card repeated, ms',
      ratio: repeated,
      aim: 'at most 15',
      met: repeated <= 15,
      figures: `first ${readable(first)} ms`,
    },
    {
      name: 'a card drawn for the first time, ms',
      ratio: first,
      aim: 'at most 400',
      met: first <= 400,
      figures: `repeated ${readable(repeated)} ms`,
    },
    {
      name: '100 asking for one new card at once, against one asking for one',
      ratio: crowd / first,
      aim: 'at most 4: one rendering, and 100 answers',
      met: crowd / first <= 4,
      figures: `${readable(crowd)} against ${readable(first)} ms`,
    },
  ];
}
