/** Why a backup could not be written or restored. */
export type BackupTrouble =
  | 'file'
  | 'format'
  | 'truncated'
  | 'altered'
  | 'newer'
  | 'migrations'
  | 'not-empty'
  | 'schema'
  | 'busy'
  | 'lost'
  | 'refused';

/** An expected failure of a backup, with a message written for the person at the terminal. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
  readonly reason: BackupTrouble;

  constructor(reason: BackupTrouble, message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}

/** What PostgreSQL calls the error, e.g. `23505`; Node and zlib have codes of their own. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

const UNUSABLE = new Set([
  'ENOENT',
  'ENOTDIR',
  'EISDIR',
  'EACCES',
  'EPERM',
  'EROFS',
  'ENAMETOOLONG',
]);

/** Says readably that a file is not there or not ours to use; anything else comes back as it was. */
export function explainFile(error: unknown, file: string, what: 'read' | 'written'): unknown {
  if (!UNUSABLE.has(codeOf(error))) return error;
  const why = error instanceof Error ? error.message : '';
  return new BackupError('file', `${file} cannot be ${what} (${why}).`, { cause: error });
}

const LOCKED = new Set(['55P03', '40P01']);
const LOST = new Set(['57P01', '57P02', '57P03', 'ECONNRESET', 'EPIPE']);

/** Says readably that others hold the tables, or that the server went away; else what it was given. */
export function explainDatabase(error: unknown): unknown {
  const message = error instanceof Error ? error.message : '';
  if (LOCKED.has(codeOf(error))) {
    return new BackupError(
      'busy',
      'Something else is at work in this database: a server, or a migration. Stop it, or wait for it, and try again.',
      { cause: error },
    );
  }
  if (LOST.has(codeOf(error)) || /^(Connection terminated|Client has encountered)/.test(message)) {
    return new BackupError('lost', `The connection to the database was lost (${message}).`, {
      cause: error,
    });
  }
  return error;
}
