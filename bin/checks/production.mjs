// @ts-check
import { fork } from 'node:child_process';
import path from 'node:path';
import { Failure } from '../launch/failure.mjs';
import { track } from '../launch/run.mjs';
import { importTypeScript } from '../launch/typescript.mjs';
import { root } from '../root.mjs';

/**
 * @typedef {object} Production
 * @property {string} address e.g. `http://localhost:41234`
 * @property {string} databaseUrl
 * @property {string} dataDir its data folder, with the passwords of its database
 * @property {import('../launch/demo.mjs').Demo | undefined} demo
 * @property {<T>(work: () => Promise<T>) => Promise<T>} pause ends it, then works on its data folder
 * @property {() => Promise<void>} stop ends it and removes all its data
 */

/** Settings of whoever runs us, none of which may reach a throwaway server. */
const CLEARED = [
  'DATABASE_URL',
  'APP_SECRET',
  'APP_URL',
  'HOST',
  'JISSEKI_DEMO',
  'TRUSTED_PROXIES',
  'COUNTRY_HEADER',
  'SMTP_URL',
  'MAIL_FROM',
  'OUTBOX',
  'UPLOADS',
];

/**
 * Starts the app the way `npm start` does, on a free port, with a database of its own.
 * @param {Record<string, string>} [env]
 * @param {(text: string) => void} [onText] hears what it prints
 * @returns {Promise<Production>}
 */
export async function startProduction(env = {}, onText = () => {}) {
  /** @type {typeof import('../../prisma/embedded/discard.ts')} */
  const { discardPostgres, throwawayFolder } = await importTypeScript('prisma/embedded/discard.ts');
  const dataDir = await throwawayFolder('run');
  const child = fork(path.join(root, 'bin', 'start.mjs'), [], {
    cwd: root,
    execArgv: [],
    silent: true,
    env: {
      ...process.env,
      ...Object.fromEntries(CLEARED.map((name) => [name, undefined])),
      JISSEKI_DATA: dataDir,
      PORT: '0',
      ...env,
    },
  });
  track(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => {
      output += text;
      onText(text);
    });
  }
  const ended = new Promise((settle) => child.once('close', settle));
  /** @type {Production['pause']} */
  const pause = async (work) => {
    child.kill('SIGTERM');
    await ended;
    return work();
  };
  const stop = () => pause(() => discardPostgres(dataDir));
  /** @type {{ address: string, databaseUrl: string, demo?: import('../launch/demo.mjs').Demo } | undefined} */
  const ready = await new Promise((settle) => {
    child.on('message', (/** @type {Record<string, unknown>} */ message) => {
      if (message?.type === 'ready') settle(/** @type {never} */ (message));
    });
    ended.then(() => settle(undefined));
  });
  if (ready) return { ...ready, demo: ready.demo, dataDir, pause, stop };
  await discardPostgres(dataDir);
  throw new Failure('The app did not start.', output);
}
