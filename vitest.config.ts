import { fileURLToPath } from 'node:url';
import { configDefaults, defineConfig } from 'vitest/config';

const tests = ['{lib,app,prisma,bin}/**/*.test.{ts,tsx}'];

/** Needs no database: `npm run check` runs these alone, in seconds. */
const pure = [
  '{lib,app}/**/{rules,schema,floors,view}.test.{ts,tsx}',
  '{lib,app}/**/*.{rules,view}.test.{ts,tsx}',
  'lib/*.test.ts',
  'bin/**/*.test.ts',
];
/** At the floor of `lib`, but on a real database. */
const stored = ['lib/db.test.ts', 'lib/second-line.test.ts'];

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } },
  test: {
    // Two cores: more workers would only wait for each other.
    maxWorkers: 2,
    // A property tries hundreds of cases, on a machine that may be busy.
    testTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'rules',
          include: pure,
          exclude: [...configDefaults.exclude, ...stored],
        },
      },
      {
        extends: true,
        test: {
          name: 'store',
          include: tests,
          exclude: [
            ...configDefaults.exclude,
            ...pure.filter((one) => one !== 'lib/*.test.ts'),
            'lib/!(db|second-line).test.ts',
          ],
          globalSetup: 'lib/testing/global-setup.ts',
          setupFiles: 'lib/testing/setup.ts',
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
