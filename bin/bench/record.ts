import autocannon from 'autocannon';
import { paths } from '@/lib/paths';
import { personWith } from './people';
import { type Finding, median, readable } from './report';

const ROUNDS = 5;
const SECONDS = 3;
const CONNECTIONS = 10;

async function requestsPerSecond(url: string): Promise<number> {
  const result = await autocannon({ url, connections: CONNECTIONS, duration: SECONDS });
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${url}: ${result.non2xx} answers were not 2xx, ${result.errors} failed`);
  }
  return result.requests.average;
}

/** A record with 50 milestones against the route that does nothing, in alternating rounds. */
export async function measureRecord(address: string, databaseUrl: string): Promise<Finding> {
  const viewer = await personWith(databaseUrl, 50);
  const record = `${address}${paths.publicRecord(viewer.handle)}`;
  const nothing = `${address}/livez`;
  const rates = { record: [] as number[], nothing: [] as number[] };
  await requestsPerSecond(record);
  for (let round = 0; round < ROUNDS; round++) {
    rates.record.push(await requestsPerSecond(record));
    rates.nothing.push(await requestsPerSecond(nothing));
  }
  const [mine, theirs] = [median(rates.record), median(rates.nothing)];
  const ratio = mine / theirs;
  return {
    name: '/u/<handle> with 50 milestones against /livez',
    ratio,
    aim: 'at least 0.6',
    met: ratio >= 0.6,
    figures: `${readable(mine)} against ${readable(theirs)} requests/s`,
  };
}
