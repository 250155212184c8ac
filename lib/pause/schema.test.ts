import { describe, expect, test } from 'vitest';
import { pauseForm, resumeForm, streakForm } from './schema';

const form = pauseForm('2026-11');

describe('a month to pause', () => {
  test.each([
    ['2026-11', '2026-11'],
    ['2026年3月', '2026-03'],
    ['２０２６/８', '2026-08'],
    ['1900-01', '1900-01'],
    ['2027-11', '2027-11'],
    ['2026-11-03', '2026-11'],
  ])('%s', (month, is) => {
    expect(form.parse({ month })).toEqual({ month: is });
  });

  test.each([
    ['', 'required'],
    ['soon', 'not-a-month'],
    ['2026-13', 'not-a-month'],
    ['2026', 'not-a-month'],
    ['1899-12', 'date-too-early'],
    ['2027-12', 'pause-too-far'],
    ['9999-12', 'pause-too-far'],
    ['2'.repeat(1_001), 'too-long'],
  ])('%j is refused', (month, reason) => {
    const parsed = form.safeParse({ month });
    expect(parsed.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
      ['month', reason],
    ]);
  });
});

test('what the buttons send is a month as stored, and yes or no', () => {
  expect(resumeForm.parse({ month: '2026-03' })).toEqual({ month: '2026-03' });
  for (const month of ['2026-13', '2026-3', '2026-03-01', '']) {
    expect(resumeForm.safeParse({ month }).success).toBe(false);
  }
  expect(streakForm.parse({ shows: 'yes' })).toEqual({ shows: true });
  expect(streakForm.parse({ shows: 'no' })).toEqual({ shows: false });
  expect(streakForm.safeParse({ shows: 'maybe' }).success).toBe(false);
});
