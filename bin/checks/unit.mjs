// @ts-check
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { step } from '../launch/progress.mjs';
import { run } from '../launch/run.mjs';
import { root } from '../root.mjs';
import { tallyOfVitest } from './tally.mjs';

/**
 * Runs Vitest.
 * @param {string} name shown while it runs
 * @param {string[]} args further arguments, e.g. `--project rules`
 * @returns {Promise<import('./tally.mjs').Tally>}
 */
export async function runUnit(name, args) {
  const folder = mkdtempSync(path.join(tmpdir(), 'jisseki-report-'));
  const file = path.join(folder, 'vitest.json');
  const vitest = path.join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  let output = '';
  try {
    const tally = await step(name, async (note) => {
      const ran = await run(process.execPath, [vitest, 'run', ...reporters, ...args], {
        env: { NO_COLOR: '1', FORCE_COLOR: undefined },
      });
      output = ran.output;
      const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
      const result = tallyOfVitest(report, ran.status);
      note(`${result.passed} passed, ${result.failed} failed`);
      return result;
    });
    if (tally.failed > 0) console.log(output.trim());
    return tally;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
