import { randomBytes, randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Day } from '../calendar';
import { limits } from '../limits';
import { type Before, bound, marksOf } from './bounds.rules';
import { ownerDay, placed } from './place.rules';
import type { Reading } from './rules';
import { tally } from './tally.rules';

const owner = randomUUID();
const target = { ownerId: owner, zone: 'Asia/Tokyo', milestoneId: null, shareId: null };
const salts = new Map<Day, Uint8Array>([['2026-11-25', randomBytes(32)]]);
const { people: browsers, sites: named } = limits.visitsAnAddress;

function readings(count: number, some: (n: number) => Partial<Reading>): Reading[] {
  return Array.from({ length: count }, (_, n) => ({
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
    ...some(n),
  }));
}

const nothing = (): Before => ({ sites: new Map(), marks: new Map() });

function bounds(all: readonly Reading[], before = nothing(), of = target) {
  const found = placed(all.map((reading) => ({ reading, times: 1, target: of })));
  const { bounded, made } = bound(found, salts, before);
  const people = new Set(bounded.map(({ hash }) => hash).filter(Boolean));
  const sites = new Set(bounded.map(({ reading }) => reading.source));
  return { bounded, made, people: people.size, sites };
}

test('browsers made up at one address are so many people, and the rest only read', () => {
  const made = readings(300, (n) => ({ userAgent: `browser ${n % 100}` }));
  const { bounded, people, made: marks } = bounds(made);
  expect([people, marks.length]).toEqual([browsers, browsers]);
  expect(bounded.filter(({ hash }) => hash === null)).toHaveLength(300 - 3 * browsers);
  const { visitors, counts } = tally(bounded, marks);
  // One row each, and one to know them by.
  expect(visitors).toHaveLength(2 * browsers);
  expect(counts).toMatchObject([{ views: 300 }]);
});

test('the bound holds over batches; who was there before still is; another address has its own', () => {
  const before = nothing();
  const [first, second] = [0, 1].map((half) =>
    readings(browsers / 2, (n) => ({ userAgent: `browser ${half} ${n}` })),
  ) as [Reading[], Reading[]];
  expect(bounds(first, before).people).toBe(browsers / 2);
  expect(bounds(second, before).people).toBe(browsers / 2);
  expect(
    bounds(
      readings(1, () => ({ userAgent: 'one more' })),
      before,
    ).people,
  ).toBe(0);
  expect(bounds([...first, ...second], before)).toMatchObject({ people: browsers, made: [] });
  expect(
    bounds(
      readings(9, () => ({ bucket: '203.0.113.8' })),
      before,
    ).people,
  ).toBe(1);
  const other = { ...target, ownerId: randomUUID() };
  expect(
    bounds(
      readings(1, () => ({ userAgent: 'one more' })),
      before,
      other,
    ).people,
  ).toBe(1);
});

test('what is asked of the store is what is marked', () => {
  const all = readings(50, (n) => ({ userAgent: `b ${n}`, source: `s${n}.example` }));
  const found = placed(all.map((reading) => ({ reading, times: 1, target })));
  const asked = marksOf(found, salts, new Map()).map(({ hash }) => hash);
  expect(new Set(bounds(all).made.map(({ hash }) => hash))).toEqual(new Set(asked));
  const known = new Map([[ownerDay(owner, '2026-11-25'), new Set(all.map((one) => one.source))]]);
  expect(marksOf(found, salts, known)).toHaveLength(1);
});

test('sites made up at one address are so many, from all so many more, and who is known still is', () => {
  const before = nothing();
  before.sites.set(ownerDay(owner, '2026-11-25'), new Set(['x.com']));
  const one = bounds(
    readings(100, (n) => ({ source: `s${n}.example` })),
    before,
  );
  // With the one that says nothing.
  expect(one.sites.size).toBe(named + 1);
  expect(one.sites).toContain('');
  const later = bounds(
    readings(3, (n) => ({ source: ['x.com', 's0.example', 'late.example'][n] ?? '' })),
    before,
  );
  expect([...later.sites]).toEqual(['x.com', 's0.example', '']);
  const many = bounds(
    readings(2_000, (n) => ({ source: `t${n}.example`, bucket: `203.0.113.${n % 250}` })),
    before,
  );
  expect(before.sites.get(ownerDay(owner, '2026-11-25'))?.size).toBe(limits.sourcesADay);
  expect(many.sites.size).toBe(limits.sourcesADay - named - 1 + 1);
});

test('previews are nobody, and name their networks beyond any bound', () => {
  const all = readings(1, () => ({ isPreview: true, source: 'x.com' }));
  expect(bounds(all)).toMatchObject({ people: 0, made: [] });
  expect(bounds(all).sites).toEqual(new Set(['x.com']));
});

test('a visitor needs a salt', () => {
  const late = readings(1, () => ({ at: new Date('2026-01-01T00:00:00Z') }));
  expect(() => bounds(late)).toThrow('No salt');
});
