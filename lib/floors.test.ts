import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');
const rooms = ['lib', 'app', 'prisma', 'e2e', 'bin'];

type Source = { file: string; imports: string[]; text: string };

/** Every source file of ours with what it imports, as paths from the root or as package names. */
const sources: Source[] = rooms.flatMap((room) =>
  readdirSync(path.join(root, room), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|tsx|mjs|css)$/.test(file))
    .map((file) => read(path.join(room, file))),
);

function read(file: string): Source {
  const text = readFileSync(path.join(root, file), 'utf8');
  const from = [...text.matchAll(/\b(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, name = '']) => {
    if (name.startsWith('@/')) return name.slice(2);
    return name.startsWith('.') ? path.join(path.dirname(file), name) : name;
  });
  return { file, imports: from, text };
}

const isTest = (file: string) =>
  /\.(test|spec)\.tsx?$/.test(file) || file.startsWith('lib/testing/');
const code = sources.filter(({ file }) => !isTest(file) && !file.endsWith('.css'));
const inside = (folder: string) => code.filter(({ file }) => file.startsWith(`${folder}/`));

/** `lib/milestone/rules` of `lib/milestone`; `lib/money` is of the ground floor. */
function nounOf(file: string): string | null {
  const [room, noun, rest] = file.split('/');
  return room === 'lib' && rest && noun !== 'auth' && noun !== 'testing' ? (noun ?? null) : null;
}

function offenders(
  files: Source[],
  isForbidden: (name: string, file: string) => boolean,
): string[] {
  return files.flatMap(({ file, imports }) =>
    imports.filter((name) => isForbidden(name, file)).map((name) => `${file} imports ${name}`),
  );
}

test('there is something to look at', () => {
  expect(code.length).toBeGreaterThan(50);
});

describe('one-way floors', () => {
  test('lib knows no React, no Next and nothing of app', () => {
    const above = /^(app|e2e|bin)\/|^(next|react|react-dom)(\/|$)/;
    expect(offenders(inside('lib'), (name) => above.test(name))).toEqual([]);
  });

  test('the ground floor of lib knows no noun', () => {
    const ground = inside('lib').filter(({ file }) => nounOf(file) === null);
    expect(offenders(ground, (name) => nounOf(name) !== null)).toEqual([]);
  });

  test('a noun sees another only through its rules and schema', () => {
    const seen = /(^|[./])(rules|schema)$/;
    expect(
      offenders(inside('lib'), (name, file) => {
        const other = nounOf(name);
        return other !== null && other !== nounOf(file) && !seen.test(name);
      }),
    ).toEqual([]);
  });

  test('rules are pure', () => {
    const rules = inside('lib').filter(({ file }) => /(^|[./])rules\.ts$/.test(file));
    // Reading an address or hashing bytes is as pure as adding; files, clocks and sockets are not.
    const impure = /^node:(?!net$|crypto$)|\/(data|mutations|row|db|env)$|^(pg|@prisma)/;
    expect(rules.length).toBeGreaterThan(4);
    expect(offenders(rules, (name) => impure.test(name))).toEqual([]);
    const clocks = rules.filter(({ text }) => /new Date\(\)|Date\.now\(|Math\.random\(/.test(text));
    expect(clocks.map(({ file }) => file)).toEqual([]);
  });
});

describe('the database', () => {
  test('only data, mutations, rows, the public window and the ground floor touch it', () => {
    const allowed =
      /^lib\/(db|db-length|pulse)\.ts$|\/(data|mutations|row)\.ts$|^lib\/record\/public(\/|\.ts)|^prisma\//;
    const store = /^lib\/(db|db-length|pulse)$|^generated\/|^pg$|^@prisma\//;
    const touching = code.filter(({ file }) => !allowed.test(file));
    expect(
      offenders(touching, (name, file) => {
        // The proxy and the health check ask whether it answers.
        if (name === 'lib/pulse') return !/^(proxy|app\/(readyz|_server))/.test(file);
        return store.test(name) && !file.startsWith('bin/');
      }),
    ).toEqual([]);
  });

  test('only accounts, limits, what strangers bring, the post, operators and the seed work without an owner', () => {
    const working = code.filter(({ text }) => /\basSystem\(/.test(text)).map(({ file }) => file);
    expect(
      working.filter(
        (file) =>
          !/^(lib\/(db\.ts|account\/|throttle\/|visit\/|inquiry\/arrival\/|report\/|mail\/|letter\/|operator\/|upload\/)|prisma\/seed\.ts)/.test(
            file,
          ),
      ),
    ).toEqual([]);
  });

  test('raw SQL is always tagged, never pasted together', () => {
    expect(
      code.filter(({ text }) => /\$(query|execute)RawUnsafe|Prisma\.raw\(/.test(text)),
    ).toEqual([]);
    // Names of tables and columns are the one exception, and made in one place.
    const built = code.filter(({ text }) => /new Prisma\.Sql\(/.test(text));
    expect(built.map(({ file }) => file)).toEqual(['lib/db.ts']);
  });
});

test('only the session mints a viewer; the seed makes the demo person', () => {
  const minting = code.filter(
    ({ imports, text }) => /\bmintViewer\(/.test(text) && imports.length > 0,
  );
  expect(minting.map(({ file }) => file).sort()).toEqual([
    'app/_server/session.ts',
    'lib/auth/viewer.ts',
    'prisma/seed.ts',
  ]);
});

test('only the gate of the operator’s pages mints an operator', () => {
  const minting = code.filter(({ text }) => /\bmintOperator\(/.test(text));
  expect(minting.map(({ file }) => file).sort()).toEqual([
    'app/_server/operator.ts',
    'lib/operator/operator.ts',
  ]);
});

test('public documents read through the one window', () => {
  const documents = inside('app/u');
  expect(documents.length).toBeGreaterThan(3);
  expect(
    offenders(documents, (name) => /^lib\/.*\/(data|mutations)$|^lib\/auth|session$/.test(name)),
  ).toEqual([]);
});

test('primitives and charts know nothing of the server', () => {
  const drawn = [...inside('app/_ui'), ...inside('app/_charts')];
  expect(offenders(drawn, (name) => /_server|^lib\/|\(desk\)|_text/.test(name))).toEqual([]);
});

test('the policy forbids inline styles, so nobody writes one', () => {
  const styled = inside('app').filter(({ text }) => /style=\{/.test(text));
  expect(styled.map(({ file }) => file).filter((file) => !/card/.test(file))).toEqual([]);
});

test('no drawers', () => {
  const drawers = /(^|\/)(utils?|helpers?|misc|common|services?)(\/|\.tsx?$)/;
  expect(sources.map(({ file }) => file).filter((file) => drawers.test(file))).toEqual([]);
});

test('a file is at most 250 lines', () => {
  const long = sources.filter(({ text }) => text.split('\n').length > 251);
  expect(long.map(({ file }) => file)).toEqual([]);
});

test('no circles', () => {
  const known = new Map(code.map((source) => [source.file.replace(/\.(tsx?|mjs)$/, ''), source]));
  const circles: string[] = [];
  const done = new Set<string>();
  const visit = (name: string, trail: string[]): void => {
    if (trail.includes(name)) {
      circles.push([...trail.slice(trail.indexOf(name)), name].join(' → '));
      return;
    }
    if (done.has(name)) return;
    for (const next of known.get(name)?.imports ?? []) visit(next, [...trail, name]);
    done.add(name);
  };
  for (const name of known.keys()) visit(name, []);
  expect(circles).toEqual([]);
});
