// @ts-check
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { root } from '../root.mjs';
import { Failure } from './failure.mjs';
import { importTypeScript } from './typescript.mjs';

/** The data folder: JISSEKI_DATA, or `.data` in the project. */
export function dataFolder() {
  return path.resolve(root, process.env.JISSEKI_DATA || '.data');
}

/**
 * Makes the data folder if need be.
 * @param {string} dataDir
 */
export function makeDataFolder(dataDir) {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o755 });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Failure(
      `The data folder ${dataDir} cannot be made (${why}). Set JISSEKI_DATA to a folder you may write.`,
    );
  }
}

/**
 * @param {string} dataDir
 * @param {(line: string) => void} log
 * @returns {Promise<import('../../prisma/postgres.ts').EmbeddedPostgres>}
 */
export async function startEmbedded(dataDir, log) {
  const { startPostgres } = await importTypeScript('prisma/postgres.ts');
  return startPostgres({ dataDir, log });
}

/**
 * Brings a database up to this code, and refuses a role that row-level security would not bind.
 * @param {string} url
 * @returns {Promise<string[]>} names of the migrations applied now
 */
export async function migrateDatabase(url) {
  /** @type {typeof import('../../prisma/migrate.ts')} */
  const { dangerousRole, migrate } = await importTypeScript('prisma/migrate.ts');
  const danger = await dangerousRole(url);
  if (danger) {
    const what = danger === 'superuser' ? 'is a superuser' : 'has BYPASSRLS';
    throw new Failure(
      `The database role in DATABASE_URL ${what}, so row-level security would not hold for it. Make a role for Jisseki that owns its database and nothing more:\n  CREATE ROLE jisseki LOGIN PASSWORD '…';\n  CREATE DATABASE jisseki OWNER jisseki;`,
    );
  }
  const { applied } = await migrate(url, path.join(root, 'prisma', 'migrations'));
  return applied;
}

/**
 * What is kept secret in the data folder, made on first use.
 * @param {string} dataDir
 * @returns {Promise<{ appSecret: string }>}
 */
export async function secretsOf(dataDir) {
  const { readSecrets } = await importTypeScript('prisma/embedded/secrets.ts');
  return readSecrets(dataDir);
}
