import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Day } from '../calendar';
import { bound } from './bounds.rules';
import { addressHash, countId, markId, readId, visitorHash } from './identity.rules';
import { gather, placed, type Target } from './place.rules';
import type { Reading } from './rules';
import { tally } from './tally.rules';

const owner = randomUUID();
const target: Target = { ownerId: owner, zone: 'Asia/Tokyo', milestoneId: null, shareId: null };

function reading(some: Partial<Reading> = {}): Reading {
  return {
    at: new Date('2026-11-25T03:00:00Z'),
    handle: 'hana',
    milestone: '',
    share: '',
    source: '',
    country: '',
    isPreview: false,
    bucket: '203.0.113.7',
    userAgent: 'a browser',
    cookie: '',
    ...some,
  };
}

const salts = new Map<Day, Uint8Array>([
  ['2026-11-24', randomBytes(32)],
  ['2026-11-25', randomBytes(32)],
]);

function tallied(...readings: Reading[]) {
  const all = placed(gather(readings).map((one) => ({ ...one, target })));
  const { bounded, made } = bound(all, salts, { sites: new Map(), marks: new Map() });
  const { counts, visitors } = tally(bounded, made);
  return { counts, visitors: visitors.filter(({ count }) => count) };
}

describe('who a visitor is', () => {
  const salt = randomBytes(32);
  const person = { bucket: '203.0.113.7', userAgent: 'a browser' };
  const hash = visitorHash(salt, owner, person);

  test('is 43 signs, the same for the same', () => {
    expect(hash).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(visitorHash(salt, owner, { ...person })).toBe(hash);
  });

  test('is another with another salt, owner, address or browser', () => {
    const others = [
      visitorHash(randomBytes(32), owner, person),
      visitorHash(salt, randomUUID(), person),
      visitorHash(salt, owner, { ...person, bucket: '203.0.113.8' }),
      visitorHash(salt, owner, { ...person, userAgent: 'another' }),
      // What stands before a border cannot be moved behind it.
      visitorHash(salt, owner, { bucket: '203.0.113.', userAgent: '7a browser' }),
      addressHash(salt, owner, person.bucket, 'people'),
      addressHash(salt, owner, person.bucket, 'sites'),
      addressHash(salt, owner, '203.0.113.8', 'people'),
    ];
    expect(new Set([hash, ...others]).size).toBe(others.length + 1);
  });
});

test('ids are UUIDs made from what they are of, and from all of it', () => {
  const told = { day: '2026-11-25', milestoneId: null, shareId: null, source: '', country: '' };
  const id = (some = {}) => countId({ ...told, ...some } as Parameters<typeof countId>[0]);
  expect(id()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  const ids = [
    id(),
    id({ day: '2026-11-26' }),
    id({ milestoneId: owner }),
    id({ shareId: owner }),
    id({ source: 'JP' }),
    id({ country: 'JP' }),
    readId(null, null),
    readId(owner, null),
    readId(null, owner),
    markId('x.com'),
    markId('y.com'),
  ];
  expect(new Set(ids).size).toBe(ids.length);
  expect(id()).toBe(id());
});

test('a day is its owner’s, and who was there before its midnight nobody can tell to be there after', () => {
  const at = new Date('2026-11-24T15:00:00Z');
  const before = new Date(at.getTime() - 1);
  const { counts, visitors } = tallied(reading({ at }), reading({ at: before }));
  expect(counts.map(({ day }) => day).sort()).toEqual(['2026-11-24', '2026-11-25']);
  expect(visitors.map(({ day }) => day).sort()).toEqual(['2026-11-24', '2026-11-25']);
  expect(new Set(visitors.map(({ hash }) => hash)).size).toBe(2);
});

test('one person is one on both sides of midnight elsewhere', () => {
  const { visitors } = tallied(
    reading({ at: new Date('2026-11-24T23:59:59.999Z') }),
    reading({ at: new Date('2026-11-25T00:00:00Z') }),
  );
  expect(visitors.map(({ day }) => day)).toEqual(['2026-11-25']);
});

test('readings add up, people once, by the site they came from first', () => {
  const { counts, visitors } = tallied(
    reading({ source: 'x.com' }),
    reading({ source: 'x.com' }),
    reading({ source: 'bsky.app' }),
    reading({ source: 'x.com', bucket: '203.0.113.8' }),
    reading({ source: 'x.com', isPreview: true, bucket: '203.0.113.9' }),
  );
  expect(counts).toHaveLength(2);
  expect(counts.find(({ source }) => source === 'x.com')).toMatchObject({ views: 3, previews: 1 });
  expect(counts.find(({ source }) => source === 'bsky.app')).toMatchObject({ views: 1 });
  expect(visitors.map(({ count }) => count?.source)).toEqual(['x.com', 'x.com']);
});

test('what one browser asks for again and again is one reading, so many times', () => {
  const [one, other] = [reading(), reading({ userAgent: 'another' })];
  const later = reading({ at: new Date(one.at.getTime() + 900_000) });
  expect(gather([one, other, reading(), later, reading()])).toEqual([
    { reading: one, times: 3 },
    { reading: other, times: 1 },
    { reading: later, times: 1 },
  ]);
  const kinds: Partial<Reading>[] = [
    { handle: 'x' },
    { milestone: 'x' },
    { share: 'x' },
    { source: 'x' },
    { country: 'JP' },
    { isPreview: true },
    { bucket: 'x' },
    { userAgent: 'x' },
    { cookie: 'x' },
  ];
  const all = [one, ...kinds.map((some) => reading(some))];
  expect(gather(all)).toHaveLength(all.length);
});
