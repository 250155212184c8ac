import { createHmac } from 'node:crypto';
import { limits } from '../../limits';

/** When an account goes: at once, or after days in which its owner may think better of it. */
export const whens = ['later', 'now'] as const;
export type When = (typeof whens)[number];

const day = 86_400_000;

/** The moment an account goes whose owner asks for it at `now`. */
export function goesAt(when: When, now: Date): Date {
  return when === 'now' ? now : new Date(now.getTime() + limits.deletionDays * day);
}

/** Until when nobody takes the handle of an account that goes at `now`. */
export function heldUntil(now: Date): Date {
  return new Date(now.getTime() + limits.heldHandleDays * day);
}

/**
 * What is kept of a handle out of use, 64 hexadecimal digits: it answers whether a handle is one of
 * them, and tells nobody without `secret` (APP_SECRET) which they are.
 */
export function handleHash(handle: string, secret: string): string {
  return createHmac('sha256', secret).update(`handle hold\0${handle}`).digest('hex');
}

/** What an account may hold, in the order in which its owner reads it. */
export const belongings = [
  'milestones',
  'streams',
  'skills',
  'hours',
  'goals',
  'audiences',
  'shares',
  'visits',
  'inquiries',
  'replies',
  'keptNames',
  'letters',
  'files',
  'signIns',
  'waysIn',
  'events',
] as const;
export type Belonging = (typeof belongings)[number];

/** How many of each; hours are entries, visits are people counted. */
export type Counts = Readonly<Record<Belonging, number>>;
