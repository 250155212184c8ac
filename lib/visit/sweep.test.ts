import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { startOfDay, today as todayIn } from '../calendar';
import { asSystem } from '../db';
import { addShown, openRecord } from '../testing/shown';
import { hours, makeShare, readingOf, sums, visitorsOf, write } from '../testing/visits';
import { findSource } from './data';
import { sweepVisits } from './mutations';

function saltsOn(...days: string[]) {
  const wanted = days.map((day) => new Date(`${day}T00:00:00Z`));
  return asSystem((tx) => tx.visitSalt.count({ where: { day: { in: wanted } } }));
}

/**
 * What sweeps take for now stays within what leaves the salt of the true day alone: other tests run at
 * the same time, and count with it.
 */
const real = new Date();
const zone = 'Asia/Tokyo';
const today = startOfDay(todayIn(zone, real), zone);
const yesterday = hours(-24, today);

// Yesterday begins here, though others counted on it: it was today a minute ago, or is so by UTC.
beforeAll(() => asSystem((tx) => tx.visitSalt.deleteMany({})));

describe('salts', () => {
  const [first, night] = [hours(-1 / 60, yesterday), yesterday];
  const days = [first, night].map((at) => todayIn(zone, at));

  test('a person is two at midnight, and the day before is gone two days later', async () => {
    const hana = await openRecord();
    const morning = hours(6, night);
    expect(await write([readingOf(hana, { at: first })], first)).toMatchObject({ beganDay: true });
    expect(await write([readingOf(hana, { at: night })], morning)).toMatchObject({
      beganDay: true,
    });
    expect(await write([readingOf(hana, { at: night })], morning)).toMatchObject({
      beganDay: false,
    });
    // With a mark for the browser of each.
    const hashes = new Set((await visitorsOf(hana)).map(({ hash }) => hash));
    expect(hashes.size).toBe(4);
    expect(await sums(hana)).toEqual({ views: 3, visits: 2, previews: 0 });
    expect(await saltsOn(...days)).toBe(2);
    // A sweep an hour: whatever is older than 46 hours goes before it is 48.
    await sweepVisits(new Date(Math.max(hours(46, first).getTime(), hours(-0.5, real).getTime())));
    expect(await saltsOn(...days)).toBe(1);
    const left = await visitorsOf(hana);
    expect(left.map(({ seenAt }) => seenAt)).toEqual([night, night]);
    await sweepVisits(hours(46, morning));
    expect([await saltsOn(...days), await visitorsOf(hana)]).toEqual([0, []]);
    // The counts stay.
    expect(await sums(hana)).toEqual({ views: 3, visits: 2, previews: 0 });
  });

  test('a clock going backwards finds the day it left, and counts nobody anew', async () => {
    const hana = await openRecord();
    // So that the salt of today, which others count with, is not one from the evening.
    await write([readingOf(await openRecord(), { at: real })], real);
    const midnight = hours(24, today);
    const [evening, next] = [hours(-0.2, midnight), hours(0.2, midnight)];
    for (const at of [evening, next, evening, next]) await write([readingOf(hana, { at })], at);
    await sweepVisits(evening);
    await write([readingOf(hana, { at: next })], next);
    expect(await sums(hana)).toEqual({ views: 5, visits: 2, previews: 0 });
  });

  test('what a clock far ahead left behind goes at the next sweep', async () => {
    const hana = await openRecord();
    const wrong = hours(24 * 365, today);
    await write([readingOf(hana, { at: wrong })], wrong);
    await sweepVisits(real);
    expect(await saltsOn(todayIn(zone, wrong))).toBe(0);
    expect(await visitorsOf(hana)).toEqual([]);
  });

  test('marks of batches go with them', async () => {
    const [id, at] = [randomUUID(), hours(-45.5, real)];
    await write([], at, id);
    const marks = () => asSystem((tx) => tx.visitBatch.count({ where: { id } }));
    await sweepVisits(hours(45, at));
    expect(await marks()).toBe(1);
    await sweepVisits(hours(46, at));
    expect(await marks()).toBe(0);
  });
});

describe('the site a visitor came by', () => {
  const late = hours(-1, today);
  const who = { address: '2001:db8:1:2:3::4', userAgent: ' a browser' };
  const me = { at: late, bucket: '2001:db8:1:2::/64' };
  const at = (minutes: number) => hours(minutes / 60, late);

  test('is found again by who they are, for an hour, also past midnight', async () => {
    const hana = await openRecord();
    const { publicId } = await addShown(hana);
    await write(
      [
        readingOf(hana, { ...me, at: at(30), source: 'x.com' }),
        // From there on by links of the record's own.
        readingOf(hana, { ...me, at: at(40), milestone: publicId }),
      ],
      late,
    );
    const found = (more: Partial<typeof who> = {}, handle = hana.handle, now = at(45)) =>
      findSource(handle, { ...who, ...more }, now);
    expect(await found()).toBe('x.com');
    expect(await found({}, hana.handle, at(89))).toBe('x.com');
    expect(await found({}, hana.handle, at(91))).toBe('');
    expect(await found({ address: '2001:db8:1:3::4' })).toBe('');
    expect(await found({ userAgent: 'another' })).toBe('');
    expect(await found({}, (await openRecord()).handle)).toBe('');
    expect(await found({}, 'nobody-has-it')).toBe('');
    await sweepVisits(hours(46, late));
    expect(await found()).toBe('');
  });

  test('is not told where it may be another’s behind the same address', async () => {
    const hana = await openRecord();
    const { publicId } = await addShown(hana);
    const came = (minutes: number, milestone: string, source: string) =>
      write([readingOf(hana, { ...me, at: at(minutes), milestone, source })], late);
    const { code } = await makeShare(hana);
    await came(0, '', 'x.com');
    await came(50, publicId, 'bsky.app');
    expect(await findSource(hana.handle, who, at(55))).toBe('');
    // The first is an hour ago.
    expect(await findSource(hana.handle, who, at(61))).toBe('bsky.app');
    await write([readingOf(hana, { ...me, at: at(60), share: code, source: 'bsky.app' })], late);
    expect(await findSource(hana.handle, who, at(62))).toBe('bsky.app');
  });
});
