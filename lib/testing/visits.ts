import { randomUUID } from 'node:crypto';
import type { Viewer } from '../auth/viewer';
import { asSystem } from '../db';
import { writeReadings } from '../visit/mutations';
import type { Reading } from '../visit/rules';

/** Of one moment, so that no two are of two days where a test does not say so. */
const usualMoment = new Date();

/** A reading of a record's page by one and the same person, unless `some` says otherwise. */
export function readingOf({ handle }: Viewer, some: Partial<Reading> = {}): Reading {
  return {
    at: usualMoment,
    handle,
    milestone: '',
    share: '',
    source: '',
    country: '',
    isPreview: false,
    bucket: '203.0.113.7',
    userAgent: 'a browser',
    cookie: '',
    ...some,
  };
}

/** Counts readings as a batch of their own. */
export function write(readings: readonly Reading[], now = new Date(), id: string = randomUUID()) {
  return writeReadings(id, readings, now);
}

export function countsOf({ userId: ownerId }: Viewer) {
  return asSystem((tx) => tx.visitCount.findMany({ where: { ownerId }, orderBy: { id: 'asc' } }));
}

export function visitorsOf({ userId: ownerId }: Viewer) {
  return asSystem((tx) => tx.visitor.findMany({ where: { ownerId }, orderBy: { seenAt: 'asc' } }));
}

/** All that is counted for one person, added up. */
export async function sums(viewer: Viewer) {
  const rows = await countsOf(viewer);
  const sum = (of: 'views' | 'visits' | 'previews') => rows.reduce((all, one) => all + one[of], 0);
  return { views: sum('views'), visits: sum('visits'), previews: sum('previews') };
}

/** A share of a milestone or, without one, of the record. */
export async function makeShare(
  { userId: ownerId }: Viewer,
  milestoneId: string | null = null,
): Promise<{ id: string; code: string }> {
  const id = randomUUID();
  const code = id.replaceAll('-', '').slice(0, 10);
  await asSystem((tx) =>
    tx.share.create({
      data: { ownerId, id, code, milestoneId, network: 'x', language: 'en', text: '' },
    }),
  );
  return { id, code };
}

/** So many hours after `from`; before it where negative. */
export function hours(n: number, from: Date): Date {
  return new Date(from.getTime() + n * 3_600_000);
}
