import pg from 'pg';
import { readDashboard } from '@/app/(desk)/dashboard/_reading';
import { findSession } from '@/lib/account/session/data';
import { personWith } from './people';
import type { Finding } from './report';

/** What a statement begins with that asks for nothing: it opens, names or closes a unit of work. */
const frame = /^(BEGIN|COMMIT|SELECT set_config)/;

/** The statements sent to PostgreSQL while `work` runs, in this process. */
async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const sent: string[] = [];
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [first] = args;
    sent.push(typeof first === 'string' ? first : (first as { text: string }).text);
    return (query as (...all: unknown[]) => unknown).apply(this, args);
  } as typeof query;
  try {
    await work();
  } finally {
    pg.Client.prototype.query = query;
  }
  return sent;
}

/** How often one dashboard asks the database, the session it is asked with included. */
export async function countDashboard(databaseUrl: string): Promise<Finding> {
  const viewer = await personWith(databaseUrl, 100, { streams: 20, goals: 10 });
  const sent = await statementsOf(async () => {
    await findSession('a secret that opens nothing', new Date());
    await readDashboard(viewer, new Date());
  });
  const asked = sent.map((text) => text.trim()).filter((text) => !frame.test(text));
  return {
    name: 'queries of one dashboard, the session included',
    ratio: asked.length,
    aim: 'at most 8',
    met: asked.length <= 8,
    figures: `${sent.length} statements with those that open and close each unit of work`,
  };
}
