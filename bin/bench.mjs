// @ts-check
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ensureBrowser } from './checks/browser.mjs';
import { startProduction } from './checks/production.mjs';
import { printFailure } from './launch/failure.mjs';
import { step } from './launch/progress.mjs';
import { prepare, prepareBuild } from './launch/start.mjs';
import { importTypeScript } from './launch/typescript.mjs';
import { root } from './root.mjs';

/*
 * npm run bench
 * What DESIGN.md and the issues promise, as ratios of two things measured side by side on a
 * database of the bench's own, which is removed afterwards. Exits non-zero when an aim is missed.
 */

/** @param {string} dataDir */
async function settingsOf(dataDir) {
  const { appAddress } = await importTypeScript('prisma/embedded/roles.ts');
  const { readSecrets } = await importTypeScript('prisma/embedded/secrets.ts');
  const secrets = readSecrets(dataDir);
  const port = Number(readFileSync(path.join(dataDir, 'postgres.port'), 'utf8'));
  return {
    DATABASE_URL: appAddress(port, secrets.postgresApp),
    APP_SECRET: secrets.appSecret,
  };
}

await prepare();
await prepareBuild();
const production = await step('server of the bench started', () =>
  startProduction({ JISSEKI_DEMO: 'off' }),
);
const { address, dataDir } = production;
/** @type {import('./bench/report.ts').Finding[]} */
const findings = [];
try {
  const settings = await settingsOf(dataDir);
  // The app's own modules, run in this process, read the same settings as the server.
  Object.assign(process.env, settings);
  const url = settings.DATABASE_URL;
  const { measureRecord } = await importTypeScript('bin/bench/record.ts');
  const { measureDashboard } = await importTypeScript('bin/bench/dashboard.ts');
  const { countDashboard } = await importTypeScript('bin/bench/statements.ts');
  const { measureLogging } = await importTypeScript('bin/bench/logging.ts');
  const { measureStarts } = await importTypeScript('bin/bench/starts.ts');
  const { lineOf } = await importTypeScript('bin/bench/report.ts');
  findings.push(await step('record', () => measureRecord(address, url)));
  findings.push(await step('dashboard', () => measureDashboard(address, url)));
  findings.push(await step('queries', () => countDashboard(url)));
  const { measureResponse } = await importTypeScript('bin/bench/response.ts');
  findings.push(await step('response', () => measureResponse(address, url)));
  const { measureCapture } = await importTypeScript('bin/bench/capture.ts');
  const browser = await ensureBrowser();
  const { measureCards, measureDocuments } = await importTypeScript('bin/bench/documents.ts');
  const { measureReading } = await importTypeScript('bin/bench/reading.ts');
  const { measureCounting, reconcileVisits } = await importTypeScript('bin/bench/visits.ts');
  findings.push(await step('counting', () => measureCounting(address, url)));
  findings.push(await step('visits', () => reconcileVisits(address, url)));
  findings.push(...(await step('documents', () => measureDocuments(address, url))));
  findings.push(...(await step('cards', () => measureCards(address, url))));
  findings.push(await step('reading', () => measureReading(address, url, browser)));
  findings.push(await step('capture', () => measureCapture(address, url, browser)));
  findings.push(await step('logging', () => measureLogging(url)));
  // Its server must give the data folder up before `npm start` can take it.
  findings.push(await step('starts', () => production.pause(() => measureStarts(root, dataDir))));
  console.log(`\n${findings.map(lineOf).join('\n')}`);
} catch (error) {
  printFailure(error);
} finally {
  await production.stop();
}
process.exit(findings.length >= 25 && findings.every(({ met }) => met) ? 0 : 1);
