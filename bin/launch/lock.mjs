// @ts-check
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Failure } from './failure.mjs';

/**
 * When a process began, so that an id given to another program later is not taken for it; empty
 * where the system does not say.
 * @param {number} pid
 */
function beganAt(pid) {
  try {
    // The name, in parentheses, may hold spaces; the 20th field after it is the start time.
    return (
      readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')[19] ?? ''
    );
  } catch {
    return '';
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * Makes a file that no one ever sees half written; fails with EEXIST when there is one.
 * @param {string} file
 * @param {string} text
 */
function takeFile(file, text) {
  const own = `${file}.${process.pid}`;
  writeFileSync(own, text);
  try {
    linkSync(own, file);
  } finally {
    rmSync(own, { force: true });
  }
}

/**
 * Takes a data folder for this process.
 * @param {string} dataDir an existing folder
 * @returns {() => void} gives it back
 * @throws {Failure} while another start has it
 */
export function lockFolder(dataDir) {
  const file = path.join(dataDir, 'lock');
  const mine = JSON.stringify({ pid: process.pid, began: beganAt(process.pid) });
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      takeFile(file, mine);
      return () => {
        if (readOwner(file)?.pid === process.pid) rmSync(file, { force: true });
      };
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
        throw new Failure(
          `The data folder ${dataDir} cannot be written by this user. Set JISSEKI_DATA to a folder of your own, or correct its owner.`,
        );
      }
      if (code !== 'EEXIST') throw error;
    }
    const owner = readOwner(file);
    if (owner && isAlive(owner.pid) && beganAt(owner.pid) === owner.began) {
      throw new Failure(
        `Jisseki already runs on ${dataDir} (process ${owner.pid}). Stop it first, or start this one on a folder of its own: JISSEKI_DATA=.data-2 PORT=3001 npm start`,
      );
    }
    rmSync(file, { force: true });
  }
  throw new Failure(`Another start is taking ${dataDir} at this moment. Try again.`);
}

/**
 * @param {string} file
 * @returns {{ pid: number, began: string } | undefined}
 */
function readOwner(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
