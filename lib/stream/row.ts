import type { Bilingual } from '../locale';
import { isOrigin, type Stream } from './rules';

type Row = {
  id: string;
  nameJa: string | null;
  nameEn: string | null;
  origin: string;
  closedAt: Date | null;
  version: number;
};

/** A stored row as a stream. Throws where the store breaks its own CHECKs. */
export function fromRow(row: Row): Stream {
  const { id, nameJa, nameEn, origin, closedAt, version } = row;
  if (!isOrigin(origin)) throw new Error(`Stream ${id} has an unknown origin.`);
  return { id, name: { ja: nameJa, en: nameEn }, origin, closedAt, version };
}

export function nameColumns({ ja, en }: Bilingual) {
  return { nameJa: ja, nameEn: en };
}
