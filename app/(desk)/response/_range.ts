export const ranges = ['3', '12', 'all'] as const;
/** How many months the page adds up, as it stands in the address. */
export type Range = (typeof ranges)[number];

/** A year, unless the address asks for something else that there is. */
export function readRange(asked: string | string[] | undefined): Range {
  return ranges.find((range) => range === asked) ?? '12';
}

/** As many months; null: all. */
export function monthsIn(range: Range): number | null {
  return range === 'all' ? null : Number(range);
}
