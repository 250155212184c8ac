import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isInstalled } from './prepare.mjs';

type Entry = { optionalDependencies?: Record<string, string> };

test('the lockfile names every platform package, or npm ci refuses it', () => {
  const lock: { packages: Record<string, Entry> } = JSON.parse(
    readFileSync('package-lock.json', 'utf8'),
  );
  const missing = Object.entries(lock.packages).flatMap(([where, entry]) =>
    Object.keys(entry.optionalDependencies ?? {}).filter(
      (name) =>
        !lock.packages[`node_modules/${name}`] && !lock.packages[`${where}/node_modules/${name}`],
    ),
  );
  expect(missing).toEqual([]);
});

test('what is installed is what is locked', () => {
  expect(isInstalled()).toBe(true);
});
