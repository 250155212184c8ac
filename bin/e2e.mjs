// @ts-check
import { runEndToEnd } from './checks/e2e.mjs';
import { runSuite } from './checks/suite.mjs';

/*
 * npm run e2e [-- some.spec.ts]
 * Playwright alone, on a server of its own. JISSEKI_BUILD=keep takes the build there is, even if
 * the sources have changed since.
 */
await runSuite([() => runEndToEnd(process.argv.slice(2), { live: true })]);
