import { type Day, today } from '../calendar';
import type { Reading } from './rules';

/** Whose document was read, and by which of their shares, as the store knows them. */
export type Target = {
  readonly ownerId: string;
  readonly zone: string;
  readonly milestoneId: string | null;
  readonly shareId: string | null;
};

/** A reading with what it is of and the day it counts on, in its owner's zone. */
export type Placed = { readonly reading: Reading; readonly target: Target; readonly day: Day };

/** Gives every reading its day. */
export function placed(found: readonly { reading: Reading; target: Target }[]): Placed[] {
  const days = new Map<string, Day>();
  return found.map(({ reading, target }) => {
    // No zone changes its day but at a quarter of an hour.
    const key = `${target.zone} ${Math.floor(reading.at.getTime() / 900_000)}`;
    const day = days.get(key) ?? today(target.zone, reading.at);
    days.set(key, day);
    return { reading, target, day };
  });
}

/** What one owner's day is called. */
export function ownerDay(ownerId: string, day: Day): string {
  return `${ownerId} ${day}`;
}
