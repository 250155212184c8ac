import type { Client } from 'pg';
import { uuidv7 } from 'uuidv7';
import type { Viewer } from '@/lib/auth/viewer';
import { logMilestone } from '@/lib/milestone/mutations';
import type { MilestoneDraft } from '@/lib/milestone/rules';
import { openStream } from '@/lib/stream/mutations';
import { withClient } from '@/prisma/embedded/postmaster';
import { personWith } from './people';
import { type Finding, median, readable, timed } from './report';

const ROUNDS = 300;
const WARM = 30;
const LINK = 'https://example.com/evidence';

const draft: MilestoneDraft = {
  kind: 'income',
  title: { ja: '今月の収入', en: null },
  story: { ja: null, en: null },
  happened: { day: '2026-01-01', precision: 'month' },
  income: { minor: 300_000n, currency: 'JPY', fees: null, costs: null },
  streamName: 'Benchmark',
  minutes: 600,
  measure: null,
  issuer: null,
  tags: [],
  visibility: 'public',
  language: 'ja',
  disclosure: null,
  visibleFrom: null,
  evidence: [LINK],
};

/** The same two rows, with the same knowledge of whose they are, by hand. */
async function byHand(client: Client, viewer: Viewer, streamId: string): Promise<void> {
  const id = uuidv7();
  await client.query('BEGIN');
  await client.query(`SELECT set_config('app.viewer', $1, true)`, [viewer.userId]);
  await client.query(
    `INSERT INTO milestone (owner_id, id, kind, title_ja, happened_on, precision, stream_id,
                            amount_minor, currency, minutes, visibility, published_at, search_text)
     VALUES ($1, $2, 'income', $3, $4, 'month', $5, 300000, 'JPY', 600, 'public', now(), $3)`,
    [viewer.userId, id, draft.title.ja, draft.happened.day, streamId],
  );
  await client.query(
    `INSERT INTO evidence (owner_id, milestone_id, position, url) VALUES ($1, $2, 1, $3)`,
    [viewer.userId, id, LINK],
  );
  await client.query('COMMIT');
}

/** Logging a milestone through the app's own verb against the same rows by hand with pg. */
export async function measureLogging(databaseUrl: string): Promise<Finding> {
  const viewer = await personWith(databaseUrl, 100);
  const stream = await openStream(viewer, 'Benchmark', 'en');
  if (!stream.ok) throw new Error(stream.reason);
  const times = { app: [] as number[], hand: [] as number[] };
  await withClient(databaseUrl, async (client) => {
    for (let round = 0; round < ROUNDS + WARM; round++) {
      const app = await timed(() =>
        logMilestone(viewer, uuidv7(), draft, stream.value, new Date()),
      );
      const hand = await timed(() => byHand(client, viewer, stream.value));
      if (round < WARM) continue;
      times.app.push(app);
      times.hand.push(hand);
    }
  });
  const [app, hand] = [median(times.app), median(times.hand)];
  const ratio = app / hand;
  return {
    name: 'logging a milestone against the same rows by hand',
    ratio,
    aim: 'at most 4',
    met: ratio <= 4,
    figures: `${readable(app)} against ${readable(hand)} ms`,
  };
}
