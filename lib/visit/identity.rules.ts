import { createHash, createHmac } from 'node:crypto';
import type { Day } from '../calendar';

/** A person for one owner and one day, and nothing that leads back to them once the salt is gone. */
export function visitorHash(
  salt: Uint8Array,
  ownerId: string,
  { bucket, userAgent }: { readonly bucket: string; readonly userAgent: string },
): string {
  return createHmac('sha256', salt)
    .update(JSON.stringify([ownerId, bucket, userAgent]))
    .digest('base64url');
}

/** An address for one owner and one day, whatever the browser: what its marks stand under. */
export function addressHash(
  salt: Uint8Array,
  ownerId: string,
  bucket: string,
  of: 'people' | 'sites',
): string {
  // One more than a person has: never the hash of one.
  const told = JSON.stringify([ownerId, bucket, of, null]);
  return createHmac('sha256', salt).update(told).digest('base64url');
}

/** A mark of `what` an address brought. */
export function markId(what: string): string {
  return uuidFrom([what]);
}

/** What one person counts once in: a document, by one share or by none. */
export function readId(milestoneId: string | null, shareId: string | null): string {
  return uuidFrom([milestoneId, shareId]);
}

/** The row that a reading is counted in, found again by what it says. */
export function countId(counted: {
  readonly day: Day;
  readonly milestoneId: string | null;
  readonly shareId: string | null;
  readonly source: string;
  readonly country: string;
}): string {
  const { day, milestoneId, shareId, source, country } = counted;
  return uuidFrom([day, milestoneId, shareId, source, country]);
}

/** A UUID made from `parts` (version 8: by a rule of one's own); the same for the same. */
function uuidFrom(parts: readonly (string | null)[]): string {
  const bytes = createHash('sha256').update(JSON.stringify(parts)).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [[0, 8], [8, 12], [12, 16], [16, 20], [20]].map(([a, b]) => hex.slice(a, b)).join('-');
}
