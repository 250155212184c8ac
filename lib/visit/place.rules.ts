import { type Day, today } from '../calendar';
import type { Reading } from './rules';

/** Whose document was read, and by which of their shares, as the store knows them. */
export type Target = {
  readonly ownerId: string;
  readonly zone: string;
  readonly milestoneId: string | null;
  readonly shareId: string | null;
};

/** Readings that differ in nothing that counts: the first of them, and how many they are. */
export type Gathered = { readonly reading: Reading; readonly times: number };

/** Readings with what they are of and the day they count on, in its owner's zone. */
export type Placed = Gathered & { readonly target: Target; readonly day: Day };

/** No zone changes its day but at a quarter of an hour. */
const quarter = 900_000;

/** Brings together what one browser asked for again and again: the rest of counting does it once. */
export function gather(readings: readonly Reading[]): Gathered[] {
  const all = new Map<string, { reading: Reading; times: number }>();
  for (const reading of readings) {
    const { at, handle, milestone, share, source, country, isPreview } = reading;
    const { bucket, userAgent, cookie } = reading;
    const when = Math.floor(at.getTime() / quarter);
    // Only the last two may have a space in them, and neither has a line's end: they are headers.
    const key = `${handle} ${milestone} ${share} ${source} ${country} ${isPreview} ${bucket} ${when} ${userAgent}\n${cookie}`;
    const known = all.get(key);
    if (known) known.times += 1;
    else all.set(key, { reading, times: 1 });
  }
  return [...all.values()];
}

/** Gives all readings their day. */
export function placed(found: readonly (Gathered & { target: Target })[]): Placed[] {
  const days = new Map<string, Day>();
  return found.map((one) => {
    const { reading, target } = one;
    const key = `${target.zone} ${Math.floor(reading.at.getTime() / quarter)}`;
    const day = days.get(key) ?? today(target.zone, reading.at);
    days.set(key, day);
    return { ...one, day };
  });
}

/** What one owner's day is called. */
export function ownerDay(ownerId: string, day: Day): string {
  return `${ownerId} ${day}`;
}
