import { randomBytes } from 'node:crypto';
import { openSession } from '@/lib/account/session/mutations';
import { sealSecret, sessionCookie } from '@/lib/auth/token';
import type { Viewer } from '@/lib/auth/viewer';
import { publish } from '@/lib/record/mutations';
import { openStream } from '@/lib/stream/mutations';
import { arrival, makePerson } from '@/lib/testing/people';
import { withClient } from '@/prisma/embedded/postmaster';

/** Half income from all streams in turn over as many months as there are, half finished work; all public. */
const FILL = `
  INSERT INTO milestone (owner_id, id, kind, title_ja, title_en, happened_on, precision, stream_id,
                         amount_minor, currency, minutes, visibility, published_at, search_text)
  SELECT $1::uuid, uuidv7(), kind, 'ベンチの実績 ' || n, 'Benchmark milestone ' || n,
         CASE kind WHEN 'income' THEN date_trunc('month', day)::date ELSE day END,
         CASE kind WHEN 'income' THEN 'month' ELSE 'day' END,
         CASE kind WHEN 'income' THEN ($2::uuid[])[1 + (n / 2) % cardinality($2::uuid[])] END,
         CASE kind WHEN 'income' THEN 10000 + n END,
         CASE kind WHEN 'income' THEN 'JPY' END,
         60, 'public', now(), 'ベンチの実績 benchmark milestone ' || n
    FROM (SELECT n, CASE n % 2 WHEN 0 THEN 'income' ELSE 'work' END AS kind,
                 (current_date - (n % 1800))::date AS day
            FROM generate_series(1, $3::int) AS n) AS facts`;

/** Goals of money, one a stream in turn. */
const GOALS = `
  INSERT INTO goal (owner_id, id, measure, stream_id, currency, target, due_on, position)
  SELECT $1::uuid, uuidv7(), CASE n % 2 WHEN 0 THEN 'income_month' ELSE 'income_total' END,
         ($2::uuid[])[1 + n % cardinality($2::uuid[])], 'JPY', 1000000 * n, current_date + 200, n
    FROM generate_series(1, $3::int) AS n`;

/** What else a person has beside milestones. */
export type Furnishing = { readonly streams?: number; readonly goals?: number };

/** A person with that many milestones and a published record. */
export async function personWith(
  url: string,
  milestones: number,
  { streams = 1, goals = 0 }: Furnishing = {},
): Promise<Viewer> {
  const viewer = await makePerson();
  const ids: string[] = [];
  for (let number = 1; number <= streams; number++) {
    const stream = await openStream(viewer, number === 1 ? 'Benchmark' : `Stream ${number}`, 'en');
    if (!stream.ok) throw new Error(stream.reason);
    ids.push(stream.value);
  }
  await withClient(url, async (client) => {
    await client.query(`SELECT set_config('app.viewer', $1, false)`, [viewer.userId]);
    await client.query(FILL, [viewer.userId, ids, milestones]);
    await client.query(GOALS, [viewer.userId, ids, goals]);
    await client.query('ANALYZE milestone');
  });
  await publish(viewer, new Date());
  return viewer;
}

/** A Cookie header that signs this person in. */
export async function cookieOf(viewer: Viewer): Promise<string> {
  const from = arrival({ device: `bench ${randomBytes(4).toString('hex')}` });
  const { secret } = await openSession(viewer.userId, from, new Date());
  return `${sessionCookie().name}=${await sealSecret(secret)}`;
}
