import { limits } from '../limits';
import { cleanLine } from '../text';

export const uploadKinds = ['export', 'csv'] as const;
/** What a file is to become: an account restored from its export, or milestones out of a table. */
export type UploadKind = (typeof uploadKinds)[number];

export function isUploadKind(value: unknown): value is UploadKind {
  return uploadKinds.some((kind) => kind === value);
}

/** How long a file waits, in milliseconds. */
export const uploadLife = limits.uploadHours * 3_600_000;

/** How it stands with the disk that files come to, in bytes. */
export type Space = {
  /** Of the files that are there. */
  readonly kept: number;
  /** That may come of those under way, this one with them. */
  readonly coming: number;
  /** Of the disk; null: it does not say. */
  readonly free: number | null;
};

/** Whether all that is coming may come. */
export function isRoomIn({ kept, coming, free }: Space): boolean {
  if (kept + coming > limits.uploadsKept) return false;
  return free === null || coming + limits.diskKept <= free;
}

/**
 * Whether a folder is one's own. Where everybody may make folders somebody else may have made it, or have
 * put a link there that leads to another; users by their numbers.
 * @param link who made what stands in its place, be it the folder or a link to it
 */
export function isOwnFolder(own: number, link: number, folder: number): boolean {
  return folder === own && (link === own || link === 0);
}

/** Code points of a name that are kept. */
const nameLength = 255;

/** A file's name as its owner reads it. It leads to no file: that is called by its id. */
export function nameOfUpload(typed: string, kind: UploadKind): string {
  const name = [...cleanLine(typed.slice(0, 10_000))].slice(0, nameLength).join('').trim();
  return name || { export: 'export.zip', csv: 'milestones.csv' }[kind];
}

/** A file that waits. */
export type Upload = {
  readonly id: string;
  readonly kind: UploadKind;
  readonly name: string;
  readonly bytes: number;
  readonly createdAt: Date;
  /** Where its bytes lie on this machine; for reading alone. */
  readonly file: string;
};
