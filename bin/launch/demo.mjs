// @ts-check
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../root.mjs';
import { must } from './run.mjs';

/** @typedef {{ handle: string, email: string, password: string }} Demo */

/** @param {string} dataDir */
const pendingFile = (dataDir) => path.join(dataDir, 'demo.pending');
/** @param {string} dataDir */
const demoFile = (dataDir) => path.join(dataDir, 'demo.json');

/**
 * Notes that a database was made just now, so that a start killed before the seed is made up for.
 * @param {string} dataDir
 */
export function wantDemo(dataDir) {
  writeFileSync(pendingFile(dataDir), '');
}

/** @param {string} dataDir */
export function isDemoWanted(dataDir) {
  return existsSync(pendingFile(dataDir));
}

/** @param {string} dataDir */
export function dropDemoWish(dataDir) {
  rmSync(pendingFile(dataDir), { force: true });
}

/**
 * Makes the demo person, in a process of its own: the seed opens the app's own connections.
 * @param {string} dataDir
 * @param {{ DATABASE_URL: string, APP_SECRET: string }} env
 */
export async function seed(dataDir, env) {
  const script = path.join(root, 'bin', 'launch', 'seed.mjs');
  const output = await must(
    'Making the example record',
    process.execPath,
    [script, demoFile(dataDir)],
    { env },
  );
  dropDemoWish(dataDir);
  return output;
}

/**
 * Forgets the demo person, made or to be made: the database has come to hold other people.
 * @param {string} dataDir
 */
export function forgetDemo(dataDir) {
  dropDemoWish(dataDir);
  rmSync(demoFile(dataDir), { force: true });
}

/**
 * The demo sign-in of this data folder, if one was ever made.
 * @param {string} dataDir
 * @returns {Demo | undefined}
 */
export function readDemo(dataDir) {
  if (!existsSync(demoFile(dataDir))) return undefined;
  return JSON.parse(readFileSync(demoFile(dataDir), 'utf8'));
}
