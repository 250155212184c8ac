// @ts-check
import { fork } from 'node:child_process';
import path from 'node:path';
import { root } from '../root.mjs';
import { Failure } from './failure.mjs';
import { track } from './run.mjs';

const KILL_MS = 10_000;

/**
 * @typedef {object} ServerProcess
 * @property {number} port it listens on
 * @property {Promise<number | null>} ended exit code, once it has ended
 * @property {() => Promise<void>} stop lets requests finish, for a while
 * @property {() => void} kill at once
 */

/**
 * Starts bin/server.mjs and waits until it is ready to answer.
 * @param {{ dev: boolean, env: Record<string, string | undefined> }} options
 * @returns {Promise<ServerProcess>}
 */
export function startServer({ dev, env }) {
  return new Promise((resolve, reject) => {
    const child = fork(path.join(root, 'bin', 'server.mjs'), dev ? ['--dev'] : [], {
      cwd: root,
      execArgv: [],
      env: {
        ...process.env,
        NEXT_TELEMETRY_DISABLED: '1',
        ...env,
        NODE_ENV: dev ? 'development' : 'production',
      },
    });
    track(child);
    /** @type {Promise<number | null>} */
    const ended = new Promise((settle) => child.once('exit', settle));
    ended.then(() => reject(new Failure('The server ended before it was ready.')));
    const stop = async () => {
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), KILL_MS);
      await ended;
      clearTimeout(timer);
    };
    child.once('error', reject);
    child.on('message', (/** @type {Record<string, unknown>} */ message) => {
      if (message?.type === 'ready') {
        const kill = () => void child.kill('SIGKILL');
        resolve({ port: Number(message.port), ended, stop, kill });
      } else if (message?.type === 'failed') {
        reject(new Failure(String(message.message)));
      }
    });
  });
}
