import { type Day, today } from '../calendar';

/** Why that time: at once, in the evening, when the last share has rested, or when strangers may see it. */
export type SuggestedTime = {
  readonly at: Date;
  readonly why: 'now' | 'evening' | 'spaced' | 'when-visible';
};

const hour = 3_600_000;
/** Two shares in a day tire those who read both. */
const rest = 20 * hour;
/** Hours of the day at which people read: from eight until before nine in the evening. */
const opens = 8;
const closes = 21;
const evening = 20;

/**
 * The next time at which publicising makes sense: as soon as strangers can see the milestone and
 * 20 hours have passed since the last share. If that falls between 8:00 and 21:00 in the person's
 * zone it is the time, else the next 20:00 there. `visibleFrom` null: it is visible already.
 * `why` names what held it back longest, if anything did.
 */
export function suggestTime(of: {
  readonly now: Date;
  /** IANA name. */
  readonly zone: string;
  readonly visibleFrom: Date | null;
  readonly lastSent: Date | null;
}): SuggestedTime {
  const now = of.now.getTime();
  const visible = of.visibleFrom?.getTime() ?? now;
  const rested = of.lastSent ? of.lastSent.getTime() + rest : now;
  const from = Math.max(now, visible, rested);
  const held = from === now ? null : rested >= visible ? 'spaced' : 'when-visible';
  const hourThere = wallClock(from, of.zone).getUTCHours();
  if (opens <= hourThere && hourThere < closes) return { at: new Date(from), why: held ?? 'now' };
  const at = eveningFrom(from, of.zone, hourThere >= closes ? 1 : 0);
  return { at, why: held ?? 'evening' };
}

/** 20:00 in `zone`, `days` after the day it is there at `from`. */
function eveningFrom(from: number, zone: string, days: number): Date {
  const midnight = Date.parse(`${today(zone, new Date(from)) satisfies Day}T00:00:00Z`);
  const wanted = midnight + days * 24 * hour + evening * hour;
  // The offset at the answer is not the one at `from` when the clocks change between; twice settles it.
  let at = wanted - (wallClock(from, zone).getTime() - from);
  for (let i = 0; i < 2; i += 1) at = wanted - (wallClock(at, zone).getTime() - at);
  return new Date(at);
}

/** What a clock in `zone` shows at `instant`, read as if it were UTC; whole seconds and below kept. */
function wallClock(instant: number, zone: string): Date {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(instant);
  const read = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((part) => part.type === type)?.value);
  const shown = Date.UTC(
    read('year'),
    read('month') - 1,
    read('day'),
    read('hour'),
    read('minute'),
    read('second'),
  );
  return new Date(shown + (instant % 1_000));
}
