import { env } from '@/lib/env';
import { unsafeConnection } from '@/lib/pulse';

const againMs = 5_000;

/**
 * Ends the process when its settings are missing or its database connection is not safe to serve
 * with. A database that does not answer yet is asked again: until it does, nobody is served from it.
 */
export async function refuseUnsafeConnection(): Promise<void> {
  try {
    const trouble = await unsafeConnection(databaseUrl());
    if (trouble) end(trouble);
  } catch (error) {
    console.warn(`The database does not answer yet (${said(error)}). Pages answer 503 until then.`);
    setTimeout(refuseUnsafeConnection, againMs).unref();
  }
}

function databaseUrl(): string {
  try {
    return env().DATABASE_URL;
  } catch (error) {
    return end(said(error));
  }
}

function said(error: unknown): string {
  return error instanceof Error ? error.message || error.name : String(error);
}

function end(why: string): never {
  console.error(`Jisseki does not start. ${why}`);
  process.exit(1);
}
