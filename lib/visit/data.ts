import { type Day, dateFromDay } from '../calendar';
import { asSystem } from '../db';
import { addressBucket } from '../throttle/rules';
import { saltDay, visitorHash } from './identity.rules';
import { findSalts } from './row';
import { browserOf } from './rules';

const day = 24 * 3_600_000;

/**
 * The site by which whoever is at `address` with this browser came to read something of `handle`
 * lately: what they said last, today or, as people read past midnight, the day before. Empty where
 * they said nothing, or did not read.
 */
export async function findSource(
  handle: string,
  { address, userAgent }: { readonly address: string | null; readonly userAgent: string | null },
  now: Date,
): Promise<string> {
  const days = [saltDay(now), saltDay(new Date(now.getTime() - day))];
  return asSystem(async (tx) => {
    const record = await tx.record.findUnique({ where: { handle }, select: { ownerId: true } });
    if (!record) return '';
    const { ownerId } = record;
    const salts = await findSalts(tx, days);
    const person = { bucket: addressBucket(address), userAgent: browserOf(userAgent) };
    const hashes = [...salts].map(([of, salt]: [Day, Uint8Array]) => ({
      day: dateFromDay(of),
      hash: visitorHash(salt, ownerId, person),
    }));
    if (hashes.length === 0) return '';
    const visitor = await tx.visitor.findFirst({
      where: { ownerId, OR: hashes, source: { not: '' } },
      orderBy: { seenAt: 'desc' },
      select: { source: true },
    });
    return visitor?.source ?? '';
  });
}
