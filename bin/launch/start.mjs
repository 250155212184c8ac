// @ts-check
import path from 'node:path';
import {
  dataFolder,
  makeDataFolder,
  migrateDatabase,
  secretsOf,
  startEmbedded,
} from './database.mjs';
import { dropDemoWish, isDemoWanted, readDemo, seed, wantDemo } from './demo.mjs';
import { Failure, printFailure } from './failure.mjs';
import { lockFolder } from './lock.mjs';
import {
  build,
  generateClient,
  hasBuild,
  install,
  isBuilt,
  isGenerated,
  isInstalled,
} from './prepare.mjs';
import { step } from './progress.mjs';
import { endPrograms } from './run.mjs';
import { startServer } from './server-process.mjs';

/** How often we look whether somebody killed the database under us. */
const WATCH_MS = 2_000;

/** Installs and generates what is missing or out of date. */
export async function prepare() {
  if (!isInstalled()) await step('dependencies installed', install);
  if (!isGenerated()) await step('database client generated', generateClient);
}

/** Makes the production build unless the one there is of these very sources, or is to be kept. */
export async function prepareBuild() {
  const keep = process.env.JISSEKI_BUILD === 'keep' && hasBuild();
  if (!keep && !isBuilt()) await step('production build made', build);
}

/** What must be undone when we stop, last first. @type {(() => Promise<void> | void)[]} */
const undo = [];
/** @type {Promise<void> | undefined} */
let undone;
/** @type {import('./server-process.mjs').ServerProcess | undefined} */
let server;
let ready = false;

function undoAll() {
  undone ??= (async () => {
    endPrograms();
    for (const one of undo.reverse()) {
      try {
        await one();
      } catch (error) {
        printFailure(error);
      }
    }
  })();
  return undone;
}

/** @param {number} code for a start that was cut short; after a clean run it is 0 */
async function stopFor(code) {
  // The second Ctrl-C: requests are cut off, but the database still gets its clean end.
  if (undone) server?.kill();
  await undoAll();
  process.exit(ready ? 0 : code);
}

/**
 * Everything `npm start` and `npm run dev` do, until they are stopped.
 * @param {{ dev: boolean }} options
 */
export async function start({ dev }) {
  process.on('SIGINT', () => stopFor(130));
  process.on('SIGTERM', () => stopFor(143));
  process.on('SIGHUP', () => stopFor(129));
  // Started by another program (the tests, the bench): not to outlive it.
  process.on('disconnect', () => stopFor(143));
  try {
    await launch(dev);
    ready = true;
    const code = await server?.ended;
    if (undone) return;
    printFailure(new Failure(`The server ended by itself (exit code ${code}).`));
  } catch (error) {
    if (undone) return;
    printFailure(error);
  }
  await undoAll();
  process.exit(1);
}

/** @param {boolean} dev */
async function launch(dev) {
  const dataDir = dataFolder();
  makeDataFolder(dataDir);
  undo.push(lockFolder(dataDir));
  await prepare();
  const env = await openDatabase(dataDir);
  if (!dev) await prepareBuild();
  server = await step('server started', () => startServer({ dev, env }));
  undo.push(server.stop);
  await greet(dataDir, server.port, env.DATABASE_URL);
}

/** @param {string} dataDir */
async function openDatabase(dataDir) {
  const given = process.env.DATABASE_URL;
  if (given && !/^postgres(ql)?:\/\/[^/]/.test(given)) {
    throw new Failure(
      'DATABASE_URL is no address of a PostgreSQL. It looks like postgres://user:password@host:5432/database.',
    );
  }
  const url = given || (await openEmbedded(dataDir));
  await step('database migrated', async (note) => {
    const applied = await migrateDatabase(url);
    if (applied.length > 0) note(`${applied.length} applied`);
  });
  const APP_SECRET = process.env.APP_SECRET || (await secretsOf(dataDir)).appSecret;
  const OUTBOX = process.env.OUTBOX || path.join(dataDir, 'outbox');
  const UPLOADS = process.env.UPLOADS || path.join(dataDir, 'uploads');
  const env = { DATABASE_URL: url, APP_SECRET, OUTBOX, UPLOADS };
  if (given) return env;
  if (process.env.JISSEKI_DEMO === 'off') dropDemoWish(dataDir);
  else if (isDemoWanted(dataDir)) await step('example record made', () => seed(dataDir, env));
  return env;
}

/** @param {string} dataDir */
async function openEmbedded(dataDir) {
  /** @type {string[]} */
  const remarks = [];
  const postgres = await step('database started', async (note) => {
    const started = await startEmbedded(dataDir, (line) => remarks.push(line));
    if (started.adopted) note('found running');
    else if (started.created) note('new');
    return started;
  });
  for (const line of remarks) console.log(`  ${line}`);
  if (postgres.created) wantDemo(dataDir);
  undo.push(() => postgres.stop());
  const watch = setInterval(async () => {
    if (undone || postgres.isRunning()) return;
    console.error('The database has ended; starting it again.');
    await startEmbedded(dataDir, console.error).catch(printFailure);
  }, WATCH_MS);
  undo.push(() => clearInterval(watch));
  return postgres.url;
}

/**
 * @param {string} dataDir
 * @param {number} port
 * @param {string} databaseUrl for the tests, which cut a second server off from it
 */
async function greet(dataDir, port, databaseUrl) {
  const host = process.env.HOST || '127.0.0.1';
  const local = ['127.0.0.1', '0.0.0.0', '::', '::1', 'localhost'].includes(host);
  const name = local ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  const address = process.env.APP_URL?.replace(/\/$/, '') || `http://${name}:${port}`;
  console.log(`\n  Jisseki         ${address}`);
  const demo = process.env.DATABASE_URL ? undefined : readDemo(dataDir);
  if (demo) {
    console.log(`  Example record  ${address}/u/${demo.handle}`);
    console.log(`  Demo sign-in    ${demo.email}  ${demo.password}`);
  }
  console.log('\n  Ctrl-C stops it.');
  process.send?.({ type: 'ready', address, demo, databaseUrl });
}
