const moments = new Map<string, Intl.DateTimeFormat>();

/** A moment as a table takes it, in `zone`: `2026-11-25 09:30`. */
export function writeMoment(at: Date, zone: string): string {
  let format = moments.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: zone,
      dateStyle: 'short',
      timeStyle: 'short',
    });
    if (moments.size >= 1_000) moments.clear();
    moments.set(zone, format);
  }
  return format.format(at);
}
