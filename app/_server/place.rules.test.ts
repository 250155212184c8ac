import { describe, expect, test } from 'vitest';
import { askedAt, fileOf, type Site } from '@/app/u/_document/site-place';
import { locales } from '@/lib/locale';
import { placeOf, type Spot } from './place';

const origin = 'https://jisseki.example';
const share = 'A'.repeat(10);
const id = '00000000-0000-4000-8000-000000000001';
const second: Spot = { at: 'record', year: 2026, page: 2 };

describe('at its host', () => {
  const place = placeOf({ origin, chosen: 'en', share }, 'hana');

  test('a link takes along the share and the language its reader came by, to pages', () => {
    expect(place.link(second)).toBe(`/u/hana?year=2026&page=2&s=${share}&lang=en`);
    expect(place.link({ at: 'milestone', id }, 'ja')).toBe(`/u/hana/m/${id}?s=${share}&lang=ja`);
    expect(place.link({ at: 'report' })).toBe('/u/hana/report?lang=en');
    expect(place.link({ at: 'feed.xml' })).toBe('/u/hana/feed.xml');
    expect(placeOf({ origin }, 'hana').link({ at: 'record', page: 1 })).toBe('/u/hana');
  });

  test('what programs read is whole, and of nobody’s coming', () => {
    expect(place.known({ at: 'record', page: 1 })).toBe(`${origin}/u/hana`);
    expect(place.source(second, 'ja')).toBe(`${origin}/u/hana?year=2026&page=2&lang=ja`);
    expect(place.source({ at: 'milestoneCard', id }, 'ja')).toBe(
      `${origin}/u/hana/m/${id}/card.png?lang=ja`,
    );
  });
});

describe('in a copy', () => {
  const site: Site = {
    handle: 'hana',
    language: 'ja',
    origin,
    copiedOn: '2026-11-30',
    pictured: new Set([id]),
  };
  const from = (here: Spot, locale: 'ja' | 'en', some: Partial<Site> = {}) =>
    placeOf(askedAt({ ...site, ...some }, here, locale), 'hana');

  test('files lead to each other by the way between them, in the reader’s language', () => {
    const record = from({ at: 'record' }, 'en');
    expect(record.link({ at: 'milestone', id })).toBe(`m/${id}.en.html`);
    expect(record.link(second, 'ja')).toBe('2026-2.html');
    const milestone = from({ at: 'milestone', id }, 'ja');
    expect(milestone.link({ at: 'record' })).toBe('../index.html');
    expect(milestone.link({ at: 'milestone', id }, 'en')).toBe(`../m/${id}.en.html`);
    expect(milestone.source({ at: 'milestoneCard', id })).toBe(`../m/${id}.png`);
    expect(milestone.source({ at: 'milestoneCard', id: 'other' })).toBeUndefined();
  });

  test('only the form is led to at the host, where that is known', () => {
    const spots: Spot[] = [{ at: 'home' }, { at: 'report' }, { at: 'schema' }];
    const place = from({ at: 'record' }, 'en');
    expect(spots.map((spot) => place.link(spot))).toEqual([undefined, undefined, undefined]);
    const form: Spot = { at: 'contact', about: id };
    expect(place.link(form)).toBe(`${origin}/u/hana/contact?m=${id}&lang=en`);
    expect(from({ at: 'record' }, 'en', { origin: null }).link(form)).toBeUndefined();
  });

  test('no two pages are one file', () => {
    const spots: Spot[] = [undefined, 1999, 2026].flatMap((year) =>
      [1, 2, 1_000].map((page): Spot => ({ at: 'record', year, page })),
    );
    const files = locales.flatMap((lang) => spots.map((spot) => fileOf(site, spot, lang)));
    expect(new Set(files).size).toBe(18);
  });
});
