import { createHash, createHmac } from 'node:crypto';
import { type Day, dayFromDate } from '../calendar';

/** The day whose salt counts at `at`; the same everywhere, whoever the owner is. */
export function saltDay(at: Date): Day {
  return dayFromDate(at);
}

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
