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
