// @ts-check
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { printFailure } from '../launch/failure.mjs';
import { step } from '../launch/progress.mjs';
import { run } from '../launch/run.mjs';
import { root } from '../root.mjs';
import { ensureBrowser } from './browser.mjs';
import { startProduction } from './production.mjs';
import { tallyOfPlaywright } from './tally.mjs';

/**
 * Runs Playwright against a production server of its own, with an example record in it and with
 * local proxies trusted, so that a test can say by X-Forwarded-For who it is.
 * @param {string[]} args further arguments for Playwright, e.g. the name of a file
 * @param {{ live?: boolean }} [options] `live` shows Playwright's output as it comes
 * @returns {Promise<import('./tally.mjs').Tally>}
 */
export async function runEndToEnd(args, { live = false } = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'jisseki-report-'));
  const file = path.join(folder, 'playwright.json');
  /** @type {import('./production.mjs').Production | undefined} */
  let production;
  try {
    const browser = await step('browser found', ensureBrowser);
    const env = { TRUSTED_PROXIES: '127.0.0.1,::1' };
    const server = await step('server of the tests started', () => startProduction(env));
    production = server;
    let output = '';
    const tally = await step('end to end', async (note) => {
      const playwright = path.join(root, 'node_modules', '@playwright', 'test', 'cli.js');
      const ran = await run(
        process.execPath,
        [playwright, 'test', '--reporter=list,json', ...args],
        {
          env: {
            BASE_URL: server.address,
            DATABASE_URL: server.databaseUrl,
            CHROME_PATH: browser,
            DEMO_EMAIL: server.demo?.email,
            DEMO_PASSWORD: server.demo?.password,
            JISSEKI_DATA: server.dataDir,
            PLAYWRIGHT_JSON_OUTPUT_NAME: file,
            NO_COLOR: '1',
            FORCE_COLOR: undefined,
          },
          onText(text) {
            output += text;
            if (live) process.stdout.write(text);
            note(`${output.match(/^\s*✓/gm)?.length ?? 0} done`);
          },
        },
      );
      const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
      const result = tallyOfPlaywright(report, ran.status);
      note(`${result.passed} passed, ${result.failed} failed`);
      return result;
    });
    if (tally.failed > 0 && !live) console.log(output.trim());
    return tally;
  } catch (error) {
    printFailure(error);
    return { passed: 0, failed: 1, skipped: 0 };
  } finally {
    await production?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
