import { env } from '@/lib/env';
import { type MigrationState, migrationState } from '@/prisma/migrate';

export const dynamic = 'force-dynamic';

const patienceMs = 2_000;
let asking: Promise<MigrationState> | undefined;

/** Whether to send people here: the database answers and is exactly as new as this code. */
export async function GET(): Promise<Response> {
  // One connection at a time, however many ask.
  asking ??= state().finally(() => {
    asking = undefined;
  });
  const database = await asking;
  const ready = database === 'current';
  return Response.json(
    { ready, database },
    { status: ready ? 200 : 503, headers: { 'Cache-Control': 'no-store' } },
  );
}

async function state(): Promise<MigrationState> {
  const waited = new Promise<MigrationState>((resolve) => {
    setTimeout(resolve, patienceMs, 'unreachable').unref();
  });
  return Promise.race([migrationState(env().DATABASE_URL), waited]);
}
