/** Why the embedded PostgreSQL could not be had; the message says what to do about it. */
export type PostgresTrouble =
  | 'unsupported'
  | 'no-account'
  | 'unreachable-folder'
  | 'wrong-owner'
  | 'disk-full'
  | 'not-writable'
  | 'secrets-lost'
  | 'version'
  | 'start-failed';

/** An expected failure of the embedded PostgreSQL, with a message written for the person at the terminal. */
export class PostgresError extends Error {
  override readonly name = 'PostgresError';
  readonly reason: PostgresTrouble;

  constructor(reason: PostgresTrouble, message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}

function errnoOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
}

/**
 * Turns "the disk is full" and "may not write here" into a readable PostgresError; anything else
 * comes back as it was. `text` is what a program printed, where there was no error of Node's own.
 */
export function explainStorage(error: unknown, folder: string, text = ''): unknown {
  const errno = errnoOf(error);
  const said = `${text} ${error instanceof Error ? error.message : ''}`;
  if (errno === 'ENOSPC' || errno === 'EDQUOT' || /no space left|quota exceeded/i.test(said)) {
    return new PostgresError(
      'disk-full',
      `The disk is full: nothing more can be written under ${folder}. Free some space (a new database needs about 100 MB) and start again.`,
      { cause: error },
    );
  }
  if (
    errno === 'EACCES' ||
    errno === 'EPERM' ||
    errno === 'EROFS' ||
    /read-only file/i.test(said)
  ) {
    return new PostgresError(
      'not-writable',
      `The data folder ${folder} cannot be written by this user. Set JISSEKI_DATA to a folder of your own, or correct its owner.`,
      { cause: error },
    );
  }
  return error;
}
