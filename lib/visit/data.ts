import { dateFromDay, today } from '../calendar';
import { asSystem } from '../db';
import { addressBucket } from '../throttle/rules';
import { visitorHash } from './identity.rules';
import { findSalts } from './row';
import { browserOf } from './rules';

const hour = 3_600_000;

/**
 * The site by which whoever is at `address` with this browser came to read something of `handle` within
 * the last hour. Empty where they said nothing, did not read, or more than one site was named: then they
 * may be two people, and neither is told what the other read.
 */
export async function findSource(
  handle: string,
  { address, userAgent }: { readonly address: string | null; readonly userAgent: string | null },
  now: Date,
): Promise<string> {
  return asSystem(async (tx) => {
    const record = await tx.record.findUnique({
      where: { handle },
      select: { ownerId: true, owner: { select: { zone: true } } },
    });
    if (!record) return '';
    const { ownerId, owner } = record;
    const since = new Date(now.getTime() - hour);
    // People read past midnight.
    const days = [...new Set([since, now].map((at) => today(owner.zone, at)))];
    const person = { bucket: addressBucket(address), userAgent: browserOf(userAgent) };
    const hashes = [...(await findSalts(tx, days))].map(([day, salt]) => ({
      day: dateFromDay(day),
      hash: visitorHash(salt, ownerId, person),
    }));
    if (hashes.length === 0) return '';
    const [named, another] = await tx.visitor.findMany({
      where: { ownerId, OR: hashes, source: { not: '' }, seenAt: { gte: since } },
      distinct: ['source'],
      select: { source: true },
    });
    return another ? '' : (named?.source ?? '');
  });
}
