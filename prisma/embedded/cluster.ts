import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { type Account, bareEnvironment, privateParent } from './account';
import { type Binaries, makeSystemFolder, SYSTEM_FOLDER } from './binaries';
import { explainStorage, PostgresError } from './errors';

/** Settles where the cluster lives: `<dataDir>/postgres`, or a link from there to a reachable place. */
export function placeCluster(
  dataDir: string,
  account: Account | undefined,
  log: (line: string) => void,
): string {
  const home = path.join(dataDir, 'postgres');
  const entry = lstatSync(home, { throwIfNoEntry: false });
  if (entry?.isSymbolicLink()) return followLink(home);
  const hidden = privateParent(home, account);
  if (!hidden) return home;
  const away = path.join(SYSTEM_FOLDER, randomBytes(8).toString('hex'));
  log(`${hidden} is private to root, so the database is kept in ${away} (${home} links to it)`);
  makeSystemFolder();
  if (entry) moveFolder(home, away);
  symlinkSync(away, home);
  return away;
}

function followLink(home: string): string {
  const target = path.resolve(path.dirname(home), readlinkSync(home));
  // The link is made before the cluster: a first start that was cut short leaves it dangling,
  // and so does a data folder copied from another machine. Only our own kind is filled again.
  if (!existsSync(target) && !existsSync(path.join(path.dirname(home), 'postgres.port'))) {
    return target;
  }
  if (existsSync(target)) return realpathSync(target);
  throw new PostgresError(
    'unreachable-folder',
    `The database of this data folder was kept in ${target}, which is gone. Put it back there, or remove ${path.dirname(home)} to begin with an empty database.`,
  );
}

function moveFolder(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch {
    // Another file system: copy first, and remove the original only when the copy is whole.
    cpSync(from, to, { recursive: true, preserveTimestamps: true });
    const { uid, gid } = statSync(from);
    const owned = spawnSync('chown', ['-R', `${uid}:${gid}`, to]);
    if (owned.status !== 0) throw new Error(`could not hand ${to} to its account`);
    rmSync(from, { recursive: true, force: true });
  }
}

/** True when a whole cluster is there; refuses one made by another PostgreSQL or another user. */
export function clusterExists(cluster: string, major: string): boolean {
  const versionFile = path.join(cluster, 'PG_VERSION');
  if (!existsSync(cluster)) return false;
  const me = process.getuid?.();
  if (me !== undefined && me !== 0 && statSync(cluster).uid !== me) {
    throw new PostgresError(
      'wrong-owner',
      `The database in ${cluster} belongs to another user (uid ${statSync(cluster).uid}). Start as that user (or as root), or set JISSEKI_DATA to a folder of your own.`,
    );
  }
  const made = existsSync(versionFile) ? readFileSync(versionFile, 'utf8').trim() : 'unknown';
  if (made === major) return true;
  throw new PostgresError(
    'version',
    `The database in ${cluster} was made by PostgreSQL ${made}, and this is PostgreSQL ${major}. Dump it with the older one, or set JISSEKI_DATA to a new folder.`,
  );
}

/**
 * Makes an empty cluster with superuser `postgres` and scram passwords. It is made beside its final
 * place and renamed, so a start that is killed midway never leaves half a cluster.
 */
export function initCluster(
  cluster: string,
  binaries: Binaries,
  account: Account | undefined,
  options: { password: string; durable: boolean },
): void {
  const parent = path.dirname(cluster);
  let work: string | undefined;
  try {
    sweepPartial(cluster);
    work = mkdtempSync(`${cluster}.new-`);
    const passwordFile = path.join(work, 'password');
    writeFileSync(passwordFile, `${options.password}\n`, { mode: 0o600 });
    if (account) {
      chownSync(work, account.uid, account.gid);
      chownSync(passwordFile, account.uid, account.gid);
    }
    const made = path.join(work, 'cluster');
    const run = spawnSync(
      binaries.initdb,
      [
        `--pgdata=${made}`,
        '--username=postgres',
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C',
        // With ctype C, trigram search finds nothing in Japanese; macOS has no C.UTF-8.
        `--lc-ctype=${process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'}`,
        ...(options.durable ? [] : ['--no-sync']),
      ],
      { ...account, cwd: '/', env: bareEnvironment(), encoding: 'utf8' },
    );
    if (run.error) throw run.error;
    if (run.status !== 0) {
      const said = `${run.stdout}\n${run.stderr}`.trim();
      if (/look up effective user/.test(said)) {
        throw new PostgresError(
          'start-failed',
          `This user (${process.getuid?.()}) has no entry in /etc/passwd, which PostgreSQL needs. Add one, or set DATABASE_URL.`,
        );
      }
      throw new PostgresError('start-failed', `PostgreSQL could not make a new database:\n${said}`);
    }
    renameSync(made, cluster);
  } catch (error) {
    throw explainStorage(error, parent);
  } finally {
    if (work) rmSync(work, { recursive: true, force: true });
  }
}

/** Removes what starts left behind that were killed while making this cluster. */
function sweepPartial(cluster: string): void {
  const parent = path.dirname(cluster);
  for (const name of readdirSync(parent)) {
    if (name.startsWith(`${path.basename(cluster)}.new-`)) {
      rmSync(path.join(parent, name), { recursive: true, force: true });
    }
  }
}

/** Removes the cluster of a data folder and, where it is a link, what it leads to. */
export function removeCluster(dataDir: string): void {
  const home = path.join(dataDir, 'postgres');
  const entry = lstatSync(home, { throwIfNoEntry: false });
  if (entry?.isSymbolicLink()) {
    rmSync(path.resolve(dataDir, readlinkSync(home)), { recursive: true, force: true });
  }
  rmSync(home, { recursive: true, force: true });
}
