// @ts-check

/** A failure that is explained in its message; a stack would only hide it. */
export class Failure extends Error {
  /**
   * @param {string} message what is wrong and what to do
   * @param {string} [output] what a program printed before it failed
   */
  constructor(message, output) {
    super(message);
    this.name = 'Failure';
    this.output = output;
  }
}

/** Errors of our TypeScript parts whose message is written for the person at the terminal. */
const READABLE = new Set(['Failure', 'PostgresError', 'MigrationError', 'BackupError']);

/**
 * Prints a failure the way a person can use it.
 * @param {unknown} error
 */
export function printFailure(error) {
  if (!(error instanceof Error)) return console.error(error);
  const output = 'output' in error && typeof error.output === 'string' ? error.output.trim() : '';
  if (output) console.error(`\n${output}`);
  if ('code' in error && error.code === 'ENOSPC') {
    console.error('\nThe disk is full. Free some space, and start again.');
  } else {
    console.error(`\n${READABLE.has(error.name) ? error.message : (error.stack ?? error.message)}`);
  }
}
