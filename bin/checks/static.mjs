// @ts-check
import path from 'node:path';
import { step } from '../launch/progress.mjs';
import { run } from '../launch/run.mjs';
import { root } from '../root.mjs';

/** @param {...string} parts */
const modulePath = (...parts) => path.join(root, 'node_modules', ...parts);

/**
 * One check that passes or fails as a whole; what it printed is shown only when it fails.
 * @param {string} name
 * @param {() => Promise<import('../launch/run.mjs').Ran>} work
 * @returns {Promise<import('./tally.mjs').Tally>}
 */
export async function check(name, work) {
  try {
    await step(name, async () => {
      const { status, output } = await work();
      if (status !== 0) throw new Error(output);
    });
    return { passed: 1, failed: 0, skipped: 0 };
  } catch (error) {
    console.log(error instanceof Error ? error.message.trim() : error);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

/** Lint and format; warnings count. */
export function checkStyle() {
  const biome = modulePath('@biomejs', 'biome', 'bin', 'biome');
  return check('lint and format', () =>
    run(process.execPath, [biome, 'ci', '--error-on-warnings', '--colors=off', '.']),
  );
}

/** Types, those of the routes included, which Next writes first. */
export function checkTypes() {
  return check('types', async () => {
    const next = modulePath('next', 'dist', 'bin', 'next');
    const routes = await run(process.execPath, [next, 'typegen']);
    if (routes.status !== 0) return routes;
    return run(process.execPath, [modulePath('typescript', 'bin', 'tsc'), '--noEmit']);
  });
}
