import type { Viewer } from '@/lib/auth/viewer';
import { withClient } from '@/prisma/embedded/postmaster';
import { cookieOf, personWith } from './people';
import { type Finding, median, readable, timed } from './report';

const ROUNDS = 40;

/** How much of each; the other person has a tenth of all three. */
const much = { visits: 100_000, shares: 1_000, inquiries: 1_000 };

/** Shares of the record and of 100 milestones on eight networks over the year that the page shows. */
const SHARES = `
  INSERT INTO share (owner_id, id, code, milestone_id, network, language, text, created_at, sent_at)
  SELECT $1::uuid, uuidv7(), left(md5($1::text || n), 10), CASE WHEN n % 5 > 0 THEN m.id END,
         (ARRAY['x','line','bluesky','threads','linkedin','facebook','mastodon','hatena'])[1 + n % 8],
         'en', 'Benchmark', now(), now() - (n % 330) * interval '1 day'
    FROM generate_series(1, $2::int) AS n
    LEFT JOIN (SELECT id, row_number() OVER (ORDER BY id) AS place FROM milestone
               WHERE owner_id = $1::uuid LIMIT 100) AS m ON m.place = 1 + n % 100`;

/**
 * One visit a row, the hardest there is: every row its own day, share and site as far as there are
 * any, one in three by no share.
 */
const VISITS = `
  INSERT INTO visit_count (owner_id, id, day, milestone_id, share_id, source, country, views, visits, previews)
  SELECT $1::uuid, gen_random_uuid(), current_date - n % 330, s.milestone_id,
         CASE WHEN n % 3 > 0 THEN s.id END, CASE n % 4 WHEN 0 THEN '' ELSE 'site' || n % 50 || '.example' END,
         '', 1, 1, 0
    FROM generate_series(1, $2::int) AS n
    JOIN (SELECT id, milestone_id, row_number() OVER (ORDER BY id) - 1 AS place, count(*) OVER () AS all_of
            FROM share WHERE owner_id = $1::uuid) AS s ON s.place = n % s.all_of`;

/** Three of four because of the record, one of ten with work agreed. */
const INQUIRIES = `
  INSERT INTO inquiry (owner_id, id, arrival, origin, name, email, subject, language, milestone_id, share_id,
                       source, arrived_at, outcome, outcome_at, amount_minor, currency)
  SELECT $1::uuid, uuidv7(), 'form', CASE n % 4 WHEN 0 THEN 'networking' ELSE 'record' END,
         'Visitor ' || n, 'visitor' || n || '@example.com', 'job', 'en', s.milestone_id, s.id,
         'site' || n % 50 || '.example', now() - (n % 330) * interval '1 day',
         CASE WHEN n % 10 = 0 THEN 'work_agreed' WHEN n % 3 = 0 THEN 'conversation' END,
         CASE WHEN n % 10 = 0 OR n % 3 = 0 THEN now() END,
         CASE WHEN n % 10 = 0 THEN 50000 END, CASE WHEN n % 10 = 0 THEN 'JPY' END
    FROM generate_series(1, $2::int) AS n
    JOIN (SELECT id, milestone_id, row_number() OVER (ORDER BY id) - 1 AS place, count(*) OVER () AS all_of
            FROM share WHERE owner_id = $1::uuid) AS s ON s.place = n % s.all_of`;

/** A person whose record was shared, read and answered that often within a year. */
async function personMet(url: string, part: number): Promise<Viewer> {
  const viewer = await personWith(url, 200);
  await withClient(url, async (client) => {
    await client.query(`SELECT set_config('app.viewer', $1, false)`, [viewer.userId]);
    await client.query(SHARES, [viewer.userId, much.shares * part]);
    await client.query(VISITS, [viewer.userId, much.visits * part]);
    await client.query(INQUIRIES, [viewer.userId, much.inquiries * part]);
    await client.query('ANALYZE share, visit_count, inquiry');
  });
  return viewer;
}

async function load(address: string, cookie: string): Promise<void> {
  const response = await fetch(`${address}/response`, { headers: { cookie }, redirect: 'manual' });
  if (response.status !== 200) throw new Error(`/response answered ${response.status}`);
  await response.arrayBuffer();
}

/** The thesis page with 100,000 visits, 1,000 shares and 1,000 inquiries against a tenth of it. */
export async function measureResponse(address: string, databaseUrl: string): Promise<Finding> {
  const few = await cookieOf(await personMet(databaseUrl, 0.1));
  const many = await cookieOf(await personMet(databaseUrl, 1));
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
    name: 'response with 100,000 visits, 1,000 shares and 1,000 inquiries against a tenth',
    ratio,
    aim: 'at most 3',
    met: ratio <= 3,
    figures: `${readable(slow)} against ${readable(quick)} ms`,
  };
}
