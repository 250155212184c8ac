// @ts-check
import { spawn } from 'node:child_process';
import { root } from '../root.mjs';
import { Failure } from './failure.mjs';

/** Programs under way, so that a stop can end them. @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/** Ends every program that `run` has under way. */
export function endPrograms() {
  for (const child of running) child.kill('SIGTERM');
}

/**
 * Makes a program one of those that a stop ends.
 * @param {import('node:child_process').ChildProcess} child
 */
export function track(child) {
  running.add(child);
  child.once('close', () => running.delete(child));
}

/**
 * @typedef {object} Ran
 * @property {number | null} status exit code; null when a signal ended it
 * @property {string} output stdout and stderr, in order of arrival
 */

/**
 * Runs a program in the project's folder, keeping what it prints.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string | undefined>, onText?: (text: string) => void }} [options] `onText` hears the output as it comes
 * @returns {Promise<Ran>}
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      // npm is a script on Windows, which only a shell can start.
      shell: process.platform === 'win32' && command === 'npm',
    });
    track(child);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
        options.onText?.(text);
      });
    }
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, output }));
  });
}

/**
 * Runs a program that must succeed.
 * @param {string} what it is doing, for the message
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string | undefined>, onText?: (text: string) => void }} [options]
 */
export async function must(what, command, args, options) {
  const { status, output } = await run(command, args, options);
  if (status === 0) return output;
  if (/ENOSPC|no space left/i.test(output)) {
    throw new Failure(
      'The disk is full. Free some space (about 1 GB for a first start), and start again.',
    );
  }
  throw new Failure(`${what} failed; what it said is above.`, output);
}
