import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

/** What the tables of a page name in their first column, whole names alone. */
function namedOn(page: string): string[] {
  return [...read(page).matchAll(/^\| (`[^|]+`) +\|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([A-Z][A-Z_]+)`/g)].map(([, name = '']) => name),
  );
}

const settings = [...read('lib/env.ts').matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(
  ([, name = '']) => name,
);
const named = [...namedOn('README.md'), ...namedOn('docs/operating.md')];

test('every setting is told on a page', () => {
  expect(settings.length).toBeGreaterThan(20);
  const pages = read('README.md') + read('docs/operating.md');
  expect(settings.filter((name) => !pages.includes(`\`${name}\``))).toEqual([]);
});

test('no page tells of a setting that nothing reads, or of one twice', () => {
  const files = ['bin', 'bin/launch'].flatMap((folder) =>
    readdirSync(path.join(root, folder))
      .filter((name) => name.endsWith('.mjs'))
      .map((name) => read(path.join(folder, name))),
  );
  const isRead = (name: string) =>
    settings.includes(name) || files.some((text) => text.includes(`process.env.${name}`));
  expect(named.filter((name) => !isRead(name))).toEqual([]);
  expect(named.filter((name, i) => named.indexOf(name) !== i)).toEqual([]);
});
