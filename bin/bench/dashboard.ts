import { cookieOf, personWith } from './people';
import { type Finding, median, readable, timed } from './report';

const ROUNDS = 40;
const furnished = { streams: 20, goals: 10 };

async function load(address: string, cookie: string): Promise<void> {
  const response = await fetch(`${address}/dashboard`, { headers: { cookie }, redirect: 'manual' });
  if (response.status !== 200) throw new Error(`/dashboard answered ${response.status}`);
  await response.arrayBuffer();
}

/** The dashboard of somebody with 20,000 milestones, 20 streams and 10 goals against one with 100. */
export async function measureDashboard(address: string, databaseUrl: string): Promise<Finding> {
  const few = await cookieOf(await personWith(databaseUrl, 100, furnished));
  const many = await cookieOf(await personWith(databaseUrl, 20_000, furnished));
  for (let warm = 0; warm < 10; warm++) {
    await load(address, few);
    await load(address, many);
  }
  const times = { few: [] as number[], many: [] as number[] };
  for (let round = 0; round < ROUNDS; round++) {
    times.few.push(await timed(() => load(address, few)));
    times.many.push(await timed(() => load(address, many)));
  }
  const [slow, quick] = [median(times.many), median(times.few)];
  const ratio = slow / quick;
  return {
    name: 'dashboard with 20,000 milestones, 20 streams and 10 goals against 100 milestones',
    ratio,
    aim: 'at most 2',
    met: ratio <= 2,
    figures: `${readable(slow)} against ${readable(quick)} ms`,
  };
}
