import { expect } from '@playwright/test';

/** Months as a person in Tokyo, where all tests live, writes them. */

const inTokyo = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Tokyo' });

/** Minutes that the day still has, where it has few waiting for the next: nothing is compared across. */
export async function timeBeforeMidnight(): Promise<void> {
  const minutesLeft = () => 1_440 - ((Date.now() / 60_000 + 9 * 60) % 1_440);
  await expect.poll(minutesLeft, { timeout: 90_000 }).toBeGreaterThan(1);
}

/** Today, `2026-11-22`. */
export function today(): string {
  return inTokyo.format(new Date());
}

/** `YYYY-MM` of the month that many months ago. */
export function monthsAgo(count: number): string {
  const [year = 0, month = 1] = today().split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 - count, 1)).toISOString().slice(0, 7);
}

/** As the app shows a month: `Sep 2026`, `2026年9月`. */
export function shown(month: string, language: 'en' | 'ja'): string {
  const format = new Intl.DateTimeFormat(language, {
    year: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
  return format.format(new Date(`${month}-01T00:00:00Z`));
}
