import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { addressOf, withClient } from '@/prisma/embedded/postmaster';
import { APP } from '@/prisma/embedded/roles';
import { readSecrets } from '@/prisma/embedded/secrets';
import { personWith } from './people';
import { type Finding, median, readable } from './report';

/** What the process that exports and restores found: milliseconds of each round, and bytes. */
export type Exchanged = {
  readonly copyOut: readonly number[];
  readonly exported: readonly number[];
  readonly copyIn: readonly number[];
  readonly restored: readonly number[];
  readonly idle: number;
  readonly peak: { readonly exporting: number; readonly restoring: number };
};

/** A story, a link and an hour of work for every milestone. */
const NEIGHBOURS = [
  `UPDATE milestone SET story_ja = repeat('作ったものと学んだことを一つずつ書き残す。', 5) || md5(id::text),
     tags = ARRAY['ベンチ', 'bench'] WHERE owner_id = $1::uuid`,
  `INSERT INTO evidence (owner_id, milestone_id, position, url)
   SELECT owner_id, id, 1, 'https://example.com/' || id FROM milestone WHERE owner_id = $1::uuid`,
  `INSERT INTO skill (owner_id, id, name_en, name_key)
   SELECT $1::uuid, uuidv7(), 'Benchmark', 'benchmark'`,
  `INSERT INTO effort (owner_id, id, purpose, minutes, spent_on, skill_id, note)
   SELECT s.owner_id, uuidv7(), 'building', 60, m.happened_on, s.id, 'Benchmark'
     FROM skill s JOIN milestone m ON m.owner_id = s.owner_id WHERE s.owner_id = $1::uuid`,
];

/**
 * Export and restore of an account of 20,000 milestones with what is around them against COPY of the
 * same rows, and the memory that they take, in a process of their own. COPY goes in past row-level
 * security, as the superuser: the app's role cannot use it there.
 */
export async function measureExchange(databaseUrl: string, dataDir: string): Promise<Finding[]> {
  const viewer = await personWith(databaseUrl, 20_000);
  await withClient(databaseUrl, async (client) => {
    await client.query(`SELECT set_config('app.viewer', $1, false)`, [viewer.userId]);
    for (const sql of NEIGHBOURS) await client.query(sql, [viewer.userId]);
    await client.query('ANALYZE milestone, evidence, effort');
  });
  const port = Number(readFileSync(path.join(dataDir, 'postgres.port'), 'utf8'));
  const adminUrl = addressOf('postgres', readSecrets(dataDir).postgresAdmin, port, APP);
  const found = await exchange({ ...viewer, adminUrl });
  const grown = Math.max(found.peak.exporting, found.peak.restoring) - found.idle;
  const megabytes = grown / 1024 / 1024;
  return [
    against('export of 20,000 milestones against COPY', found.exported, found.copyOut, 3),
    against('restore of 20,000 milestones against COPY', found.restored, found.copyIn, 5),
    {
      name: 'memory of an export and a restore beyond idle, MB',
      ratio: megabytes,
      aim: 'at most 100',
      met: megabytes <= 100,
      figures: `${inMegabytes(found.peak.exporting)} and ${inMegabytes(found.peak.restoring)} against ${inMegabytes(found.idle)} MB`,
    },
  ];
}

function inMegabytes(bytes: number): string {
  return readable(bytes / 1024 / 1024);
}

function against(
  name: string,
  ours: readonly number[],
  theirs: readonly number[],
  most: number,
): Finding {
  const [slow, quick] = [median(ours), median(theirs)];
  const ratio = slow / quick;
  return {
    name,
    ratio,
    aim: `at most ${most}`,
    met: ratio <= most,
    figures: `${readable(slow)} against ${readable(quick)} ms`,
  };
}

function exchange(facts: object): Promise<Exchanged> {
  const child = fork(path.join(import.meta.dirname, 'exchange-process.mjs'), [
    JSON.stringify(facts),
  ]);
  return new Promise((done, fail) => {
    child.once('message', (found) => done(found as Exchanged));
    child.once('exit', (code) => fail(new Error(`The exchange ended with ${code}.`)));
  });
}
