import { expect, test } from 'vitest';
import { withClient } from '@/prisma/embedded/postmaster';
import { limits } from '../../limits';
import { letterDraft } from '../../testing/letters';
import { makePerson } from '../../testing/people';
import { findTraces } from '../../testing/traces';
import { planDeletion, purgeAccount } from './mutations';

const now = new Date();

test('an account with as much as there may be is deleted within the time that statements have', async () => {
  const hana = await makePerson();
  await withClient(process.env.DATABASE_URL ?? '', async (client) => {
    await client.query(`SET app.system = 'on'`);
    const fill = (statement: string, many: number) => client.query(statement, [hana.userId, many]);
    await fill(
      `INSERT INTO milestone (owner_id, id, kind, title_ja, happened_on, precision, search_text)
       SELECT $1, gen_random_uuid(), 'work', '題', '2026-08-01', 'day', '題' FROM generate_series(1, $2)`,
      limits.milestones,
    );
    await fill(
      `INSERT INTO evidence (owner_id, milestone_id, position, url)
       SELECT owner_id, id, $2, 'https://example.com/' FROM milestone WHERE owner_id = $1`,
      1,
    );
    await fill(
      `INSERT INTO visit_count (owner_id, id, day, milestone_id, views, visits)
       SELECT owner_id, gen_random_uuid(), '2026-01-01'::date + n, id, 1, 1
         FROM milestone, generate_series(1, $2) n WHERE owner_id = $1`,
      2,
    );
    await fill(
      `INSERT INTO effort (owner_id, id, purpose, minutes, spent_on)
       SELECT $1, gen_random_uuid(), 'building', 1, '2026-08-01' FROM generate_series(1, $2)`,
      limits.efforts,
    );
    await fill(
      `INSERT INTO inquiry (owner_id, id, arrival, name, email, subject, language, arrived_at)
       SELECT $1, gen_random_uuid(), 'form', 'x', 'x@example.com', 'job', 'ja', now() FROM generate_series(1, $2)`,
      limits.inquiries,
    );
  });
  const whence = { device: '', place: '' };
  await planDeletion(hana, { when: 'now', whence, letter: () => letterDraft() }, now);
  expect(await purgeAccount(hana.userId, now)).not.toBeNull();
  expect(await findTraces([hana.userId])).toEqual([]);
});
