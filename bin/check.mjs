// @ts-check
import { checkStyle, checkTypes } from './checks/static.mjs';
import { runSuite } from './checks/suite.mjs';
import { sum } from './checks/tally.mjs';
import { runUnit } from './checks/unit.mjs';
import { prepare } from './launch/start.mjs';

// npm run check: in seconds, what needs neither a database nor a browser.
await runSuite([
  async () => {
    await prepare();
    return sum();
  },
  checkStyle,
  checkTypes,
  () => runUnit('floors and rules', ['--project', 'rules']),
]);
