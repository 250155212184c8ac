import { expect, test } from '@playwright/test';

/** Months as a person in Tokyo, where all tests live, writes them. */

const inTokyo = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Tokyo' });

/** Returns while the day has two more minutes, or in the next: nothing is compared across its turn. */
export async function awayFromMidnight(): Promise<void> {
  const minutesLeft = () => 1_440 - ((Date.now() / 60_000 + 9 * 60) % 1_440);
  if (minutesLeft() > 2) return;
  // What is waited for is not the time that a test may take.
  test.setTimeout(test.info().timeout + 150_000);
  await expect.poll(minutesLeft, { timeout: 150_000 }).toBeGreaterThan(2);
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
