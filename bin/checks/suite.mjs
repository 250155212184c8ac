// @ts-check
import { printFailure } from '../launch/failure.mjs';
import { secondsSince } from '../launch/progress.mjs';
import { endPrograms } from '../launch/run.mjs';
import { lastLine, sum } from './tally.mjs';

/**
 * Runs parts one after the other, whatever became of those before, prints the last line, and ends
 * the process: with 0 only when something passed and nothing failed.
 * @param {(() => Promise<import('./tally.mjs').Tally>)[]} parts
 */
export async function runSuite(parts) {
  const began = performance.now();
  let tally = sum();
  const interrupted = () => {
    endPrograms();
    console.log(lastLine(sum(tally, { passed: 0, failed: 1, skipped: 0 })));
    process.exit(130);
  };
  process.on('SIGINT', interrupted);
  process.on('SIGTERM', interrupted);
  for (const part of parts) {
    try {
      tally = sum(tally, await part());
    } catch (error) {
      printFailure(error);
      tally = sum(tally, { passed: 0, failed: 1, skipped: 0 });
    }
  }
  console.log(`\n${secondsSince(began)}`);
  console.log(lastLine(tally));
  process.exit(tally.failed > 0 || tally.passed === 0 ? 1 : 0);
}
