import type { Bilingual } from '@/lib/locale';

/** The skill that Hana's evenings go into, with the levels she named. */
export const skill = {
  name: { ja: 'TypeScript', en: 'TypeScript' },
  levels: [
    { name: '入門書を一冊', minutes: 20 * 60 },
    { name: '一人で作れる', minutes: 60 * 60 },
    { name: '人に教えられる', minutes: 300 * 60 },
  ],
} as const satisfies { name: Bilingual; levels: readonly { name: string; minutes: number }[] };

/** Days of one month, from its first, with the minutes of each. */
type Evenings = {
  readonly ago: number;
  readonly days: readonly number[];
  readonly minutes: number;
};

/** Evenings on the skill. */
export const building: readonly Evenings[] = [
  { ago: 13, days: [3, 7, 12, 16, 21, 25], minutes: 120 },
  { ago: 12, days: [2, 6, 11, 18, 23], minutes: 120 },
  { ago: 11, days: [4, 9, 15, 22], minutes: 120 },
  { ago: 10, days: [5, 14, 24], minutes: 120 },
  { ago: 9, days: [8, 19], minutes: 90 },
  { ago: 7, days: [6, 20], minutes: 90 },
  { ago: 5, days: [11, 25], minutes: 90 },
  { ago: 3, days: [9, 23], minutes: 90 },
  { ago: 1, days: [7, 21], minutes: 90 },
];

/** Meet-ups and messages: many at first, few since the record speaks for itself. */
export const networking: readonly Evenings[] = [
  { ago: 13, days: [5, 9, 14, 19, 23, 27], minutes: 90 },
  { ago: 12, days: [4, 10, 16, 21, 26], minutes: 90 },
  { ago: 11, days: [3, 11, 18, 25], minutes: 90 },
  { ago: 10, days: [7, 17, 27], minutes: 60 },
  { ago: 9, days: [5, 20], minutes: 60 },
  { ago: 7, days: [12], minutes: 60 },
  { ago: 5, days: [15], minutes: 60 },
  { ago: 3, days: [18], minutes: 45 },
  { ago: 1, days: [16], minutes: 45 },
];

/** Counts on the first of a month; two more are told by milestones. */
export const followers = {
  name: 'X @hana_builds',
  counts: [
    { ago: 7, followers: 210n },
    { ago: 6, followers: 305n },
    { ago: 5, followers: 390n },
    { ago: 4, followers: 520n },
    { ago: 3, followers: 740n },
    { ago: 1, followers: 1_180n },
    { ago: 0, followers: 1_260n },
  ],
} as const;
