// @ts-check
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../root.mjs';
import { must } from './run.mjs';

/** @param {...string} parts */
const at = (...parts) => path.join(root, ...parts);

/** @param {string} file */
const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

/**
 * Whether node_modules holds what package-lock.json names. npm writes its own account of what it
 * installed last of all, so an install that was cut short counts as missing.
 */
export function isInstalled() {
  const account = at('node_modules', '.package-lock.json');
  if (!existsSync(account)) return false;
  /** @type {Record<string, { version?: string, optional?: boolean, devOptional?: boolean }>} */
  const wanted = readJson(at('package-lock.json')).packages;
  /** @type {Record<string, { version?: string }>} */
  const present = readJson(account).packages;
  return Object.entries(wanted).every(([name, { version, optional }]) => {
    if (name === '') return true;
    const found = present[name];
    return found ? found.version === version : optional === true;
  });
}

/** Installs the locked dependencies, without install scripts: some would download programs. */
export async function install() {
  const flags = [
    '--ignore-scripts',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
  ];
  await must('Installing the dependencies (npm ci)', 'npm', ['ci', ...flags]);
}

/**
 * @param {import('node:crypto').Hash} hash
 * @param {string} folder relative to the root
 * @param {(name: string, depth: number) => boolean} skip
 */
function hashFolder(hash, folder, skip, depth = 0) {
  const entries = readdirSync(at(folder), { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (skip(entry.name, depth)) continue;
    const name = path.join(folder, entry.name);
    if (entry.isDirectory()) hashFolder(hash, name, skip, depth + 1);
    else if (entry.isFile())
      hash
        .update(name)
        .update('\0')
        .update(readFileSync(at(name)))
        .update('\0');
  }
}

/** @param {string} stamp @param {string} value */
function isStamped(stamp, value) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === value;
}

/** What the generated client depends on. */
function schemaHash() {
  const hash = createHash('sha256');
  hash.update(readFileSync(at('prisma', 'schema.prisma')));
  hash.update(readJson(at('node_modules', 'prisma', 'package.json')).version);
  return hash.digest('hex');
}

const schemaStamp = () => at('generated', 'schema.sha256');

/** Whether the Prisma client in `generated/` belongs to the schema as it is. */
export function isGenerated() {
  return existsSync(at('generated', 'prisma')) && isStamped(schemaStamp(), schemaHash());
}

/** Generates the Prisma client. Needs no engine, but insists on the path of one: any file will do. */
export async function generateClient() {
  const schema = at('prisma', 'schema.prisma');
  await must(
    'Generating the database client (prisma generate)',
    process.execPath,
    [at('node_modules', 'prisma', 'build', 'index.js'), 'generate'],
    {
      env: {
        PRISMA_SCHEMA_ENGINE_BINARY: schema,
        CHECKPOINT_DISABLE: '1',
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
      },
    },
  );
  mkdirSync(at('generated'), { recursive: true });
  writeFileSync(schemaStamp(), schemaHash());
}

/** What pages are built from, at the top. */
const BUILT = new Set([
  'app',
  'lib',
  'prisma',
  'instrumentation.ts',
  'next.config.js',
  'package-lock.json',
  'package.json',
  'proxy.ts',
  'tsconfig.json',
]);

/** What a production build depends on: every source, the lockfile and Node's major version. */
function sourceHash() {
  const hash = createHash('sha256');
  hash.update(process.versions.node.split('.')[0] ?? '');
  hashFolder(hash, '.', (name, depth) => {
    if (depth === 0) return !BUILT.has(name);
    return name.startsWith('.') || /\.(test\.tsx?|md)$/.test(name);
  });
  return hash.digest('hex');
}

const buildStamp = () => at('.next', 'jisseki-build');

/** Whether there is a production build, of whatever sources. */
export function hasBuild() {
  return existsSync(at('.next', 'BUILD_ID'));
}

/** Whether the production build is of the sources as they are. */
export function isBuilt() {
  return hasBuild() && isStamped(buildStamp(), sourceHash());
}

/**
 * Makes the production build and stamps it with the sources it was made from: as they are
 * afterwards, for Next may complete tsconfig.json on the way.
 */
export async function build() {
  const next = at('node_modules', 'next', 'dist', 'bin', 'next');
  await must('The production build (next build)', process.execPath, [next, 'build'], {
    env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
  writeFileSync(buildStamp(), sourceHash());
}
