import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { lineOf } from './log.mjs';

const now = new Date('2026-11-30T15:00:00Z');
const read = (line: string) => JSON.parse(line) as Record<string, string>;

test('a line says when, how grave and what, with its trace', () => {
  const line = read(lineOf('error', ['A letter could not be written.', new Error('full')], now));
  expect(Object.keys(line)).toEqual(['time', 'level', 'message']);
  expect(line).toMatchObject({ time: '2026-11-30T15:00:00.000Z', level: 'error' });
  expect(line.message).toMatch(/^A letter could not be written\. Error: full\n {4}at /);
});

test.each(['\n', '\r\n', '\u2028', '\u0085', '\u001b[2J', '\u007f', '\0'])(
  'nothing begins a line of its own or steers a terminal: %j',
  (sign) => {
    const line = lineOf('warn', [`Before${sign}{"level":"error"}`], now);
    expect(line).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
    expect(read(line).message).toBe(`Before${sign}{"level":"error"}`);
  },
);

test('a line has an end, however much is said', () => {
  const { message = '' } = read(lineOf('error', ['long '.repeat(1_000_000)], now));
  expect(message).toHaveLength(16_000);
});

test('what a process complains of is such lines, and what it tells is not touched', async () => {
  const script = `
    const { logAsJson } = await import(${JSON.stringify(path.resolve('bin/http/log.mjs'))});
    logAsJson();
    console.error('%s failed', 'This', new Error('two\\nlines'));
    console.warn({ a: 1 });
    process.emitWarning('so old', 'DeprecationWarning');
    console.log('http://127.0.0.1:3000');
  `;
  const said = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]);
  expect(said.stdout).toBe('http://127.0.0.1:3000\n');
  const lines = said.stderr.trimEnd().split('\n').map(read);
  expect(lines.map(({ level }) => level)).toEqual(['error', 'warn', 'warn']);
  expect(lines[0]?.message).toContain('This failed Error: two\nlines');
  expect(lines[1]?.message).toBe('{ a: 1 }');
  expect(lines[2]?.message).toContain('DeprecationWarning: so old');
});
