// @ts-check
import { runEndToEnd } from './checks/e2e.mjs';
import { check, checkStyle, checkTypes } from './checks/static.mjs';
import { runSuite } from './checks/suite.mjs';
import { sum } from './checks/tally.mjs';
import { runUnit } from './checks/unit.mjs';
import { nodeTooOld } from './launch/node-version.mjs';
import { build, isBuilt } from './launch/prepare.mjs';
import { prepare } from './launch/start.mjs';

// npm test: everything, from a fresh clone. Its very last line is `N passed, N failed`.
const problem = nodeTooOld(process.versions.node);
if (problem) {
  console.error(problem);
  process.exit(1);
}

await runSuite([
  async () => {
    await prepare();
    return sum();
  },
  checkStyle,
  checkTypes,
  () => runUnit('unit and store', []),
  () =>
    check('production build', async () => {
      if (!isBuilt()) await build();
      return { status: 0, output: '' };
    }),
  () => runEndToEnd([]),
]);
