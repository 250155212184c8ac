import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Day } from '../calendar';
import { limits } from '../limits';
import { countId, readId, saltDay, visitorHash } from './identity.rules';
import type { Reading } from './rules';
import { boundSources, ownerDay, placed, type Target, tally } from './tally.rules';

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
  return tally(placed(readings.map((one) => ({ reading: one, target }))), salts);
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
  ];
  expect(new Set(ids).size).toBe(ids.length);
  expect(id()).toBe(id());
});

test('a day is counted in its owner’s zone, the salt in UTC', () => {
  const at = new Date('2026-11-24T15:00:00Z');
  const before = new Date(at.getTime() - 1);
  const { counts, visitors } = tallied(reading({ at }), reading({ at: before }));
  expect(counts.map(({ day }) => day).sort()).toEqual(['2026-11-24', '2026-11-25']);
  expect(visitors.map(({ day }) => day)).toEqual(['2026-11-24']);
  expect(saltDay(at)).toBe('2026-11-24');
});

test('before and after midnight, one person is two that nobody can tell to be one', () => {
  const { visitors } = tallied(
    reading({ at: new Date('2026-11-24T23:59:59.999Z') }),
    reading({ at: new Date('2026-11-25T00:00:00Z') }),
  );
  expect(visitors.map(({ day }) => day).sort()).toEqual(['2026-11-24', '2026-11-25']);
  expect(new Set(visitors.map(({ hash }) => hash)).size).toBe(2);
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
  expect(visitors.map(({ count }) => count.source)).toEqual(['x.com', 'x.com']);
});

test('a visitor needs a salt', () => {
  expect(() => tallied(reading({ at: new Date('2026-01-01T00:00:00Z') }))).toThrow('No salt');
});

test('made-up sites fill no table', () => {
  const made = Array.from({ length: 1_000 }, (_, i) => reading({ source: `s${i}.example` }));
  const all = placed(made.map((one) => ({ reading: one, target })));
  const known = new Map([[ownerDay(owner, '2026-11-25'), new Set(['x.com'])]]);
  const bounded = boundSources(
    [...all, ...placed([{ reading: reading({ source: 'x.com' }), target }])],
    known,
  );
  const sources = bounded.map(({ reading: { source } }) => source);
  expect(sources).toHaveLength(1_001);
  expect(new Set(sources).size).toBe(limits.sourcesADay + 1);
  // Who is known already still is.
  expect(sources.at(-1)).toBe('x.com');
});
