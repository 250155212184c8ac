export const purposes = ['building', 'networking'] as const;
/** What minutes were spent on: the record itself, or knowing people. */
export type Purpose = (typeof purposes)[number];

export function isPurpose(value: unknown): value is Purpose {
  return purposes.some((purpose) => purpose === value);
}
