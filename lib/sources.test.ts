import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

/*
 * What the app does without, held by its sources: docs/security.md rests on it.
 */

const root = path.resolve(import.meta.dirname, '..');

type Source = { readonly file: string; readonly text: string };

const sources: Source[] = [
  ...['app', 'lib'].flatMap((room) =>
    readdirSync(path.join(root, room), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
      .map((file) => path.join(room, file)),
  ),
  'proxy.ts',
  'instrumentation.ts',
]
  .filter((file) => !file.startsWith('lib/testing/'))
  .map((file) => ({ file, text: readFileSync(path.join(root, file), 'utf8') }));

const having = (pattern: RegExp) =>
  sources
    .filter(({ text }) => pattern.test(text))
    .map(({ file }) => file)
    .sort();

test('there is something to look at', () => {
  expect(sources.length).toBeGreaterThan(300);
});

test('no program is started, and no text is run as one', () => {
  expect(having(/node:(child_process|vm|worker_threads|cluster)'/)).toEqual([]);
  expect(having(/\beval\(|new Function\(|set(Timeout|Interval)\(\s*['"`]/)).toEqual([]);
});

describe('over the network', () => {
  test('only databases, mail servers and providers are asked, whom an operator named', () => {
    expect(having(/from 'node:(https?|http2|tls|dns|dgram)(\/\w+)?'/)).toEqual([]);
    // `node:net` tells addresses apart.
    expect(having(/import \{(?! isIP \})[^}]*\} from 'node:net'/)).toEqual([]);
    const packages = having(/from '(openid-client|nodemailer|pg|undici|axios|got)'/);
    expect(packages.filter((file) => !/^lib\/(db(-\w+)?|pulse)\.ts$/.test(file))).toEqual([
      'app/_server/providers.ts',
      'lib/mail/carrier.ts',
      // Makes files of letters.
      'lib/mail/outbox.ts',
    ]);
  });

  test('fetching is for browsers, and asks this site alone', () => {
    const fetching = sources.filter(({ text }) => /(?<![.\w])fetch\(/.test(text));
    for (const { file, text } of fetching) {
      expect(text, file).toMatch(/fetch\((paths\.\w+|path|href)[,)]/);
    }
    expect(fetching.map(({ file }) => file).sort()).toEqual([
      'app/(desk)/_command/capture-dialog.tsx',
      'app/(desk)/settings/data/_export-link.tsx',
      'app/_passkey/asking.ts',
    ]);
  });
});

describe('cryptography', () => {
  test('nothing is left to chance that anybody could foresee', () => {
    expect(having(/Math\.random/)).toEqual([]);
  });

  test('hashes are SHA-256, ciphers AES-256-GCM', () => {
    const named = sources.flatMap(({ text }) => [
      ...text.matchAll(/\b(?:createHash|createHmac|create(?:De)?[Cc]ipheriv|hkdfSync)\('([^']+)'/g),
    ]);
    const algorithms = new Set(named.map(([, algorithm]) => algorithm));
    expect(algorithms).toEqual(new Set(['sha256', 'aes-256-gcm']));
    // Authenticator apps know no other.
    expect(having(/sha-?1\b|md5/i)).toEqual(['lib/account/factor/rules.ts']);
  });
});

describe('in browsers', () => {
  test('nothing is kept there but cookies, and pages send each other no messages', () => {
    expect(having(/\b(local|session)Storage\b|\bindexedDB\b|\bcaches\.open/)).toEqual([]);
    expect(having(/\bpostMessage\b|addEventListener\(\s*'message'|serviceWorker/)).toEqual([]);
  });

  test('markup is written as such in documents alone: their own style, and data about them', () => {
    expect(
      having(/dangerouslySetInnerHTML|\.innerHTML\b|insertAdjacentHTML|document\.write/),
    ).toEqual(['app/u/_document/embed.tsx', 'app/u/_document/shell.tsx']);
  });

  test('nobody is kept from pasting a password, and a manager finds its fields', () => {
    expect(having(/onPaste|onCopy|onContextMenu/)).toEqual([]);
    const asking = sources.filter(({ text }) => /type="password"/.test(text));
    expect(asking.length).toBeGreaterThan(3);
    for (const { file, text } of asking) {
      expect(text, file).toMatch(/autoComplete="(current|new)-password"/);
    }
  });
});

test('what opens an account, or ends it, is changed after a fresh proof alone', () => {
  const guarded = /^app\/\(desk\)\/settings\/(security|data\/delete)\/.*actions\.ts$/;
  const plain = sources
    .filter(({ file }) => guarded.test(file))
    .flatMap(({ file, text }) =>
      [...text.matchAll(/const (\w+) = action\(/g)].map(
        ([, name]) => `${path.basename(path.dirname(file))}: ${name}`,
      ),
    );
  expect(plain.sort()).toEqual([
    // Keeps an account that was to go.
    'delete: keep',
    // Asks for another letter to the e-mail there is; withdraws a change; ends one session.
    'security: ask',
    'security: end',
    'security: withdraw',
    // Begins what `turnOn` then takes a fresh proof for; and says that the codes are written down.
    'two-factor: begin',
    'two-factor: keep',
  ]);
});
