import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockFolder } from './lock.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'jisseki-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('one process at a time has a folder', () => {
  const release = lockFolder(folder);
  expect(() => lockFolder(folder)).toThrow(/already runs/);
  release();
  expect(existsSync(path.join(folder, 'lock'))).toBe(false);
  lockFolder(folder)();
});

test('the lock of a process that is gone is taken over', () => {
  writeFileSync(path.join(folder, 'lock'), JSON.stringify({ pid: 999_999_999, began: '1' }));
  lockFolder(folder)();
});

test('so is one whose process id now belongs to another program', () => {
  writeFileSync(path.join(folder, 'lock'), JSON.stringify({ pid: process.pid, began: 'before' }));
  lockFolder(folder)();
});

test('and one that was cut short', () => {
  writeFileSync(path.join(folder, 'lock'), '');
  lockFolder(folder)();
});
