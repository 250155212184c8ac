import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What a data folder keeps secret: passwords of the two database roles, and the key that signs sessions. */
export type Secrets = { postgresAdmin: string; postgresApp: string; appSecret: string };

/** Whether the data folder has its secrets already. */
export function hasSecrets(dataDir: string): boolean {
  return existsSync(path.join(dataDir, 'secrets.json'));
}

/**
 * Reads `<dataDir>/secrets.json`, making it on first use: mode 0600, each value 32 random bytes in
 * base64url. Values already there are kept, so a new kind of secret can be added later.
 */
export function readSecrets(dataDir: string): Secrets {
  const file = path.join(dataDir, 'secrets.json');
  const kept = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<Secrets>)
    : undefined;
  const fresh = () => randomBytes(32).toString('base64url');
  const secrets: Secrets = {
    postgresAdmin: kept?.postgresAdmin ?? fresh(),
    postgresApp: kept?.postgresApp ?? fresh(),
    appSecret: kept?.appSecret ?? fresh(),
  };
  if (!kept || Object.keys(secrets).some((key) => !(key in kept))) {
    const partial = `${file}.${process.pid}`;
    writeFileSync(partial, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
    renameSync(partial, file);
  }
  return secrets;
}
