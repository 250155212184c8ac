import { createHash, randomBytes } from 'node:crypto';
import type pg from 'pg';
import { withClient } from '@/prisma/embedded/postmaster';
import type { KnownStep } from '../account/identity/schema';
import type { TokenPurpose } from '../account/token/rules';

/*
 * An account as its tables have it, for tests that only see its pages: what to compare, and what no form
 * can bring about without a provider, a mailbox or minutes of waiting.
 */

/** What is kept of an account itself: who may sign in to it, what waits for it, what happened to it. */
const tables = [
  'session',
  'account_token',
  'email_change',
  'totp',
  'recovery_code',
  'passkey',
  'identity',
  'security_event',
  'invitation',
  'upload',
  'import',
  'record',
  'old_handle',
  'abuse_report',
] as const;

function asSystem<T>(databaseUrl: string, work: (store: pg.Client) => Promise<T>): Promise<T> {
  return withClient(databaseUrl, async (store) => {
    await store.query("SELECT set_config('app.system', 'on', false)");
    return work(store);
  });
}

export function ownerIdOf(databaseUrl: string, email: string): Promise<string> {
  return asSystem(databaseUrl, async (store) => {
    const { rows } = await store.query<{ id: string }>('SELECT id FROM "user" WHERE email = $1', [
      email,
    ]);
    const [row] = rows;
    if (!row) throw new Error(`Nobody has the address ${email}.`);
    return row.id;
  });
}

/** Every row of the account, as JSON by its table; without the times that move as its owner looks around. */
export function accountRows(
  databaseUrl: string,
  ownerId: string,
): Promise<Record<string, string[]>> {
  return asSystem(databaseUrl, async (store) => {
    const found: Record<string, string[]> = {};
    for (const table of ['user', ...tables]) {
      const key = table === 'user' ? 'id' : 'owner_id';
      const moving = table === 'session' ? ['last_seen_at', 'confirmed_at'] : [];
      const { rows } = await store.query<{ row: string }>(
        `SELECT (to_jsonb(one) - $2::text[])::text AS row FROM "${table}" one
          WHERE ${key} = $1 ORDER BY 1`,
        [ownerId, moving],
      );
      found[table] = rows.map(({ row }) => row);
    }
    return found;
  });
}

/** Lets an account elsewhere sign in, as if its provider had been asked. */
export function keepIdentity(
  databaseUrl: string,
  ownerId: string,
  { provider, subject, label }: { provider: string; subject: string; label: string },
): Promise<unknown> {
  return asSystem(databaseUrl, (store) =>
    store.query(
      `INSERT INTO identity (owner_id, provider, subject, label, linked_at)
       VALUES ($1, $2, $3, $4, now())`,
      [ownerId, provider, subject, label],
    ),
  );
}

/** What the link of a letter to the account carries, in the place of the one before. */
export async function keepToken(
  databaseUrl: string,
  ownerId: string,
  purpose: TokenPurpose,
): Promise<string> {
  const { secret, hash } = newSecret();
  await asSystem(databaseUrl, (store) =>
    store.query(
      `INSERT INTO account_token (owner_id, purpose, token_hash, email, created_at, expires_at)
       SELECT id, $2, $3, email, now(), now() + interval '10 minutes' FROM "user" WHERE id = $1
       ON CONFLICT (owner_id, purpose) DO UPDATE
          SET token_hash = excluded.token_hash, expires_at = excluded.expires_at`,
      [ownerId, purpose, hash],
    ),
  );
  return secret;
}

/**
 * The cookie of a browser that somebody has just come back in from a provider.
 * @param ownerId who is signed in there; null: nobody
 */
export async function keepKnownStep(
  databaseUrl: string,
  ownerId: string | null,
  known: Pick<KnownStep, 'claims' | 'purpose'>,
): Promise<string> {
  const { secret, hash } = newSecret();
  const data: KnownStep = { step: 'known', next: '', invite: '', ...known };
  await asSystem(databaseUrl, (store) =>
    store.query(
      `INSERT INTO challenge (token_hash, purpose, owner_id, data, expires_at)
       VALUES ($1, 'provider', $2, $3, now() + interval '15 minutes')`,
      [hash, ownerId, JSON.stringify(data)],
    ),
  );
  return `step=${secret}`;
}

/** As if the letter to the account's address had arrived, and its button been pressed. */
export function verifyEmailOf(databaseUrl: string, email: string): Promise<unknown> {
  return asSystem(databaseUrl, (store) =>
    store.query('UPDATE "user" SET email_verified_at = now() WHERE email = $1', [email]),
  );
}

function newSecret(): { secret: string; hash: string } {
  const secret = randomBytes(32).toString('base64url');
  return { secret, hash: createHash('sha256').update(secret).digest('hex') };
}
