// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../root.mjs';
import { dataFolder, makeDataFolder, startEmbedded } from './database.mjs';
import { Failure, printFailure } from './failure.mjs';
import { lockFolder } from './lock.mjs';
import { install } from './prepare.mjs';
import { step } from './progress.mjs';
import { importTypeScript } from './typescript.mjs';

/**
 * A database for the time of one command.
 * @typedef {object} Borrowed
 * @property {string} url
 * @property {string | undefined} dataDir where the embedded one lies; undefined for a given one
 * @property {() => Promise<void>} giveBack stops what was started for it
 */

/**
 * Runs a command on a database. The first Ctrl-C stops it and undoes what it began; the exit code
 * says how it ended.
 * @param {() => Promise<Borrowed>} open
 * @param {(database: Borrowed, signal: AbortSignal) => Promise<void>} work
 */
export async function runOn(open, work) {
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(name, () => stop.abort());
  try {
    const database = await open();
    try {
      await work(database, stop.signal);
    } finally {
      await database.giveBack();
    }
  } catch (error) {
    if (stop.signal.aborted) console.error('Stopped. Nothing was changed.');
    else printFailure(error);
    process.exitCode = stop.signal.aborted ? 130 : 1;
  }
}

/** Installs what is locked where nothing is: a server may be running from what there is. */
export async function installOnce() {
  if (existsSync(path.join(root, 'node_modules', '.package-lock.json'))) return;
  await step('dependencies installed', install);
}

/**
 * The database as it is, served or not. Of a server of ours its own; else the embedded PostgreSQL runs
 * for as long as it is needed.
 * @returns {Promise<Borrowed>}
 */
export async function borrowDatabase() {
  const given = givenDatabase();
  if (given) return given;
  const dataDir = dataFolder();
  if (!existsSync(path.join(dataDir, 'postgres'))) {
    throw new Failure(
      `There is no database in ${dataDir}. Set JISSEKI_DATA to the folder of yours, or DATABASE_URL to its address.`,
    );
  }
  const held = tryLock(dataDir);
  if (typeof held === 'function') return openEmbedded(dataDir, held);
  const url = await servedAddress(dataDir);
  if (!url) {
    throw new Failure(
      `The database in ${dataDir} does not answer, and cannot be started beside whoever has it. ${held.message}`,
    );
  }
  return { url, dataDir, giveBack: async () => {} };
}

/**
 * The database for this command alone; the embedded one is made where there is none.
 * @returns {Promise<Borrowed>}
 * @throws {Failure} while a server of ours runs on the data folder
 */
export async function takeDatabase() {
  const given = givenDatabase();
  if (given) return given;
  const dataDir = dataFolder();
  makeDataFolder(dataDir);
  return openEmbedded(dataDir, lockFolder(dataDir));
}

/** @returns {Borrowed | undefined} */
function givenDatabase() {
  const url = process.env.DATABASE_URL;
  return url ? { url, dataDir: undefined, giveBack: async () => {} } : undefined;
}

/**
 * @param {string} dataDir
 * @returns {(() => void) | Failure} what gives the folder back, or why it could not be had
 */
function tryLock(dataDir) {
  try {
    return lockFolder(dataDir);
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}

/**
 * @param {string} dataDir
 * @param {() => void} release
 * @returns {Promise<Borrowed>}
 */
async function openEmbedded(dataDir, release) {
  try {
    const postgres = await step('database started', async (note) => {
      const started = await startEmbedded(dataDir, console.log);
      if (started.adopted) note('found running');
      else if (started.created) note('new');
      return started;
    });
    const giveBack = async () => {
      await postgres.stop();
      release();
    };
    return { url: postgres.url, dataDir, giveBack };
  } catch (error) {
    release();
    throw error;
  }
}

/**
 * The address of the PostgreSQL that somebody else runs on the folder; undefined: it does not answer.
 * @param {string} dataDir
 * @returns {Promise<string | undefined>}
 */
async function servedAddress(dataDir) {
  const { appAddress } = await importTypeScript('prisma/embedded/roles.ts');
  const { readSecrets } = await importTypeScript('prisma/embedded/secrets.ts');
  const { migrationState } = await importTypeScript('prisma/migrate.ts');
  const file = path.join(dataDir, 'postgres.port');
  if (!existsSync(file)) return undefined;
  const url = appAddress(Number(readFileSync(file, 'utf8')), readSecrets(dataDir).postgresApp);
  return (await migrationState(url)) === 'unreachable' ? undefined : url;
}
