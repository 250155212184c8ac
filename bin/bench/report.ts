/** One measured ratio with the figures behind it. */
export type Finding = {
  name: string;
  ratio: number;
  /** What the ratio should be, e.g. "at least 0.6". */
  aim: string;
  met: boolean;
  /** e.g. "1,204 against 1,850 requests/s". */
  figures: string;
};

/** The middle one of some measurements; of an even number, the lower of the middle two. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}

/** Runs work and tells how long it took, in milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** A number as a person reads it: 1,204 or 3.42. */
export function readable(value: number): string {
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return value.toLocaleString('en-US', { maximumFractionDigits: digits });
}

/** One line for one finding. */
export function lineOf({ name, ratio, aim, met, figures }: Finding): string {
  return `${met ? '✓' : '✗'} ${readable(ratio).padStart(5)}  ${name} (aim: ${aim})\n         ${figures}`;
}
