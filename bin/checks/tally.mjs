// @ts-check

/**
 * Outcomes counted over all runners.
 * @typedef {{ passed: number, failed: number, skipped: number }} Tally
 */

/** @returns {Tally} */
export const nothing = () => ({ passed: 0, failed: 0, skipped: 0 });

/**
 * @param {...Tally} tallies
 * @returns {Tally}
 */
export function sum(...tallies) {
  return tallies.reduce(
    (all, one) => ({
      passed: all.passed + one.passed,
      failed: all.failed + one.failed,
      skipped: all.skipped + one.skipped,
    }),
    nothing(),
  );
}

/**
 * The last line of a test run: `N passed, N failed`, with `, N skipped` when any were.
 * @param {Tally} tally
 */
export function lastLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/**
 * A runner that ends badly without a failed test, or that ran nothing, has failed all the same.
 * @param {Tally} tally
 * @param {number | null} status exit code
 * @returns {Tally}
 */
function honest(tally, status) {
  const ran = tally.passed + tally.failed;
  const bad = ran === 0 || (status !== 0 && tally.failed === 0);
  return bad ? { ...tally, failed: tally.failed + 1 } : tally;
}

/**
 * Counts a Vitest JSON report.
 * @param {{ numPassedTests?: number, numFailedTests?: number, numPendingTests?: number, numTodoTests?: number } | undefined} report
 * @param {number | null} status exit code
 */
export function tallyOfVitest(report, status) {
  const passed = report?.numPassedTests ?? 0;
  const failed = report?.numFailedTests ?? 0;
  const skipped = (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0);
  return honest({ passed, failed, skipped }, status);
}

/**
 * Counts a Playwright JSON report. A flaky test passed only on a second try: it failed.
 * @param {{ stats?: { expected?: number, unexpected?: number, flaky?: number, skipped?: number } } | undefined} report
 * @param {number | null} status exit code
 */
export function tallyOfPlaywright(report, status) {
  const stats = report?.stats ?? {};
  const passed = stats.expected ?? 0;
  const failed = (stats.unexpected ?? 0) + (stats.flaky ?? 0);
  return honest({ passed, failed, skipped: stats.skipped ?? 0 }, status);
}
