import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { PostgresError } from './errors';

/** The unix account the server runs as. */
export type Account = { uid: number; gid: number };

/** Accounts to lend when we are root, in this order: PostgreSQL refuses to run as root. */
const LENT_ACCOUNTS = ['postgres', 'nobody', '_postgres'];

/**
 * The account to run PostgreSQL as, or undefined when we are an ordinary user and run it as
 * ourselves. An existing cluster keeps the account that owns it.
 */
export function accountFor(cluster: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  if (existsSync(cluster)) {
    const owner = statSync(cluster);
    if (owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  }
  const entries = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const name of LENT_ACCOUNTS) {
    const entry = entries.find(([login]) => login === name);
    const uid = Number(entry?.[2]);
    const gid = Number(entry?.[3]);
    if (uid > 0 && gid > 0) return { uid, gid };
  }
  throw new PostgresError(
    'no-account',
    'PostgreSQL does not run as root, and this machine has no account named postgres or nobody to run it as. Start as an ordinary user, or set DATABASE_URL to a database of your own.',
  );
}

/**
 * The first folder on the way to `target` that the account may not enter, or undefined when it can
 * reach it. Looks at permission bits only: that is what a private home folder is made of.
 */
export function privateParent(target: string, account: Account | undefined): string | undefined {
  if (!account) return undefined;
  for (let folder = path.dirname(target); ; folder = path.dirname(folder)) {
    const { uid, gid, mode } = statSync(folder);
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return folder;
    if (folder === path.dirname(folder)) return undefined;
  }
}

/** Surroundings of the PostgreSQL programs: none of our secrets, none of the caller's PG… variables. */
export function bareEnvironment(): NodeJS.ProcessEnv {
  const { PATH, NODE_ENV } = process.env;
  return { PATH, NODE_ENV, LC_ALL: 'C', TZ: 'UTC' };
}
