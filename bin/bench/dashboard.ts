import { cookieOf, personWith } from './people';
import { type Finding, median, readable, timed } from './report';

const ROUNDS = 40;

async function load(address: string, cookie: string): Promise<void> {
  const response = await fetch(`${address}/dashboard`, { headers: { cookie }, redirect: 'manual' });
  if (response.status !== 200) throw new Error(`/dashboard answered ${response.status}`);
  await response.arrayBuffer();
}

/** The dashboard of somebody with 20,000 milestones against that of somebody with 100. */
export async function measureDashboard(address: string, databaseUrl: string): Promise<Finding> {
  const few = await cookieOf(await personWith(databaseUrl, 100));
  const many = await cookieOf(await personWith(databaseUrl, 20_000));
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
    name: 'dashboard with 20,000 milestones against 100',
    ratio,
    aim: 'at most 2',
    met: ratio <= 2,
    figures: `${readable(slow)} against ${readable(quick)} ms`,
  };
}
