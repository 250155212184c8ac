import { withClient } from '@/prisma/embedded/postmaster';
import { freshness } from '../account/session/rules';

/** Takes as much time from the proofs of an account's sessions as they hold, instead of waiting for it. */
export async function ageProofs(databaseUrl: string, email: string): Promise<void> {
  await withClient(databaseUrl, async (store) => {
    await store.query("SELECT set_config('app.system', 'on', false)");
    const { rowCount } = await store.query(
      `UPDATE session s SET confirmed_at = confirmed_at - make_interval(secs => $2)
         FROM "user" u WHERE u.id = s.owner_id AND u.email = $1`,
      [email, freshness],
    );
    if (!rowCount) throw new Error(`Nobody with the address ${email} is signed in.`);
  });
}

/** The same the other way round: whoever is signed in to these accounts has just proved who they are. */
export async function renewProofs(databaseUrl: string, emails: readonly string[]): Promise<void> {
  await withClient(databaseUrl, async (store) => {
    await store.query("SELECT set_config('app.system', 'on', false)");
    await store.query(
      `UPDATE session s SET confirmed_at = now()
         FROM "user" u WHERE u.id = s.owner_id AND u.email = ANY($1)`,
      [emails],
    );
  });
}
