import { unsafeConnection } from '@/lib/pulse';

const againMs = 5_000;

/**
 * Ends the process when its database connection is not safe to serve with. A database that does not
 * answer yet is asked again: until it does, nobody is served from it anyway.
 */
export async function refuseUnsafeConnection(): Promise<void> {
  try {
    const trouble = await unsafeConnection();
    if (!trouble) return;
    console.error(`Jisseki does not start. ${trouble}`);
    process.exit(1);
  } catch (error) {
    const why = error instanceof Error ? error.message || error.name : String(error);
    console.warn(`The database does not answer yet (${why}). Pages answer 503 until it does.`);
    setTimeout(refuseUnsafeConnection, againMs).unref();
  }
}
