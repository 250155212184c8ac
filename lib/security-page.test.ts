import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');
const page = readFileSync(path.join(root, 'docs/security.md'), 'utf8');

/** A path in a folder, or one of few at the top, with the names of tests that stand behind it. */
const naming =
  /`((?:[\w()[\].-]+\/)+[\w.-]+\.(?:tsx?|mjs|md|prisma)|SECURITY\.md|package(?:-lock)?\.json)`((?:,? “[^”]+”)*)/g;
const named = [...page.matchAll(naming)].map(([, file = '', tests = '']) => ({
  file,
  tests: [...tests.matchAll(/“([^”]+)”/g)].map(([, name = '']) => name),
}));

test('every file and every test that the security page names is there', () => {
  expect(named.length).toBeGreaterThan(150);
  const missing = named.flatMap(({ file, tests }) => {
    if (!existsSync(path.join(root, file))) return [file];
    const text = readFileSync(path.join(root, file), 'utf8');
    return tests.filter((name) => !text.includes(name)).map((name) => `${file}: ${name}`);
  });
  expect(missing).toEqual([]);
});

type Answer = { readonly numbers: readonly string[]; readonly answer: string };

const answers: Answer[] = page
  .split('\n')
  .filter((line) => line.startsWith('| v5.0.0-'))
  .map((line) => {
    const [, asked = '', , said = ''] = line.split('|');
    const answer = /^(held|partly|not done|does not apply): \S/.exec(said.trim())?.[1] ?? line;
    return { numbers: asked.replace('v5.0.0-', '').trim().split(', '), answer };
  });

test('each requirement stands on it once, with one of four answers', () => {
  const numbers = answers.flatMap((one) => one.numbers);
  for (const number of numbers) expect(number).toMatch(/^\d+\.\d+\.\d+$/);
  // 70 of level 1 and 183 of level 2.
  expect([numbers.length, new Set(numbers).size]).toEqual([253, 253]);
});

test('the numbers at its top are right', () => {
  const counts = new Map<string, number>();
  for (const { numbers, answer } of answers) {
    counts.set(answer, (counts.get(answer) ?? 0) + numbers.length);
  }
  const said = [...page.matchAll(/^\| (held|partly|not done|does not apply) +\| (\d+) +\|$/gm)];
  expect(new Map(said.map(([, answer, count]) => [answer, Number(count)]))).toEqual(counts);
});
