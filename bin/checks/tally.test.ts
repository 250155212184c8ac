import { expect, test } from 'vitest';
import { lastLine, sum, tallyOfPlaywright, tallyOfVitest } from './tally.mjs';

test('the last line names what was skipped only when something was', () => {
  expect(lastLine({ passed: 3, failed: 0, skipped: 0 })).toBe('3 passed, 0 failed');
  expect(lastLine({ passed: 3, failed: 1, skipped: 2 })).toBe('3 passed, 1 failed, 2 skipped');
});

test('a runner that ran nothing has failed', () => {
  expect(tallyOfVitest(undefined, 0).failed).toBe(1);
  expect(tallyOfVitest({ numPassedTests: 0 }, 0).failed).toBe(1);
  expect(tallyOfPlaywright({ stats: {} }, 0).failed).toBe(1);
});

test('a runner that ended badly has failed, even if every test passed', () => {
  expect(tallyOfVitest({ numPassedTests: 5 }, 1)).toEqual({ passed: 5, failed: 1, skipped: 0 });
});

test('outcomes are counted once, and flaky is not passed', () => {
  const vitest = tallyOfVitest({ numPassedTests: 5, numFailedTests: 2, numPendingTests: 1 }, 1);
  const stats = { expected: 4, unexpected: 1, flaky: 1, skipped: 1 };
  expect(sum(vitest, tallyOfPlaywright({ stats }, 1))).toEqual({
    passed: 9,
    failed: 4,
    skipped: 2,
  });
});
