// @ts-check
import { formatWithOptions } from 'node:util';

/** Code units of a message that are kept: whoever collects lines takes no endless ones. */
const LONGEST = 16_000;

/**
 * A line of JSON that says when (UTC), how grave, and what. Nothing in it ends the line or steers a
 * terminal, whatever text it tells of.
 * @param {'error' | 'warn'} level
 * @param {unknown[]} said as `console` takes it
 * @param {Date} now
 */
export function lineOf(level, said, now) {
  const message = formatWithOptions({ colors: false }, ...said).slice(0, LONGEST);
  const line = JSON.stringify({ time: now.toISOString(), level, message });
  return line.replace(/[\p{Cc}\u2028\u2029]/gu, escaped);
}

/** @param {string} sign */
const escaped = (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** From here on all that this process complains of is such lines, on standard error. */
export function logAsJson() {
  /** @param {'error' | 'warn'} level */
  const write =
    (level) =>
    (/** @type {unknown[]} */ ...said) => {
      process.stderr.write(`${lineOf(level, said, new Date())}\n`);
    };
  console.error = write('error');
  console.warn = write('warn');
  // Node writes its own warnings past the console.
  process.removeAllListeners('warning');
  process.on('warning', (warning) => console.warn(warning));
}
