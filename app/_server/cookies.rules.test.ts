import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '..', '..');

const sources = ['app', 'lib', 'bin', 'proxy.ts'].flatMap((room) =>
  (room.endsWith('.ts')
    ? [room]
    : readdirSync(path.join(root, room), { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.(ts|tsx|mjs)$/.test(file) && !/\.test\.|^testing\//.test(file))
        .map((file) => path.join(room, file))
  ).map((file) => ({ file, text: readFileSync(path.join(root, file), 'utf8') })),
);
const setting = sources.filter(({ text }) =>
  /(cookies\(\)\)|jar)\s*\.set\(|\.cookies\.set\(/.test(text),
);

test('every cookie is made in one place, with all of its flags', () => {
  expect(setting.length).toBeGreaterThan(3);
  const ownFlags = /\b(httpOnly|sameSite|secure)\b\s*:|\bdomain\b\s*:/;
  for (const { file, text } of setting) {
    expect(text, file).toMatch(/\b(cookieFor|sessionCookie)\b.*from '@\/lib\/auth\/token'/);
    expect(text, file).not.toMatch(ownFlags);
  }
});

test('none is set in another way', () => {
  const others = sources.filter(({ text }) => /set-cookie|document\.cookie/i.test(text));
  expect(others.map(({ file }) => file)).toEqual([]);
});
