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
 * npm run bench [-- counting documents …]
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
const wanted = process.argv.slice(2);
/** @type {import('./bench/report.ts').Finding[]} */
const findings = [];

/**
 * @param {string} name
 * @param {() => Promise<import('./bench/report.ts').Finding | import('./bench/report.ts').Finding[]>} work
 */
async function measure(name, work) {
  if (wanted.length > 0 && !wanted.includes(name)) return;
  findings.push(...[await step(name, work)].flat());
}

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
  await measure('record', () => measureRecord(address, url));
  await measure('dashboard', () => measureDashboard(address, url));
  await measure('queries', () => countDashboard(url));
  const { measureResponse } = await importTypeScript('bin/bench/response.ts');
  await measure('response', () => measureResponse(address, url));
  const { measureCapture } = await importTypeScript('bin/bench/capture.ts');
  const browser = await ensureBrowser();
  const { measureCards, measureDocuments } = await importTypeScript('bin/bench/documents.ts');
  const { measureReading } = await importTypeScript('bin/bench/reading.ts');
  const { measureCounting, reconcileVisits } = await importTypeScript('bin/bench/visits.ts');
  await measure('counting', () => measureCounting(address, url));
  await measure('visits', () => reconcileVisits(address, url));
  await measure('documents', () => measureDocuments(address, url));
  await measure('cards', () => measureCards(address, url));
  await measure('reading', () => measureReading(address, url, browser));
  await measure('capture', () => measureCapture(address, url, browser));
  await measure('logging', () => measureLogging(url));
  const { measureExchange } = await importTypeScript('bin/bench/exchange.ts');
  await measure('exchange', () => measureExchange(url, dataDir));
  // Its server must give the data folder up before `npm start` can take it.
  await measure('starts', () => production.pause(() => measureStarts(root, dataDir)));
  console.log(`\n${findings.map(lineOf).join('\n')}`);
} catch (error) {
  printFailure(error);
} finally {
  await production.stop();
}
const isWhole = wanted.length > 0 || findings.length >= 28;
process.exit(isWhole && findings.every(({ met }) => met) ? 0 : 1);
