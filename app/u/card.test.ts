import { afterEach, describe, expect, test, vi } from 'vitest';
import type { PublicMilestonePage, PublicRecord } from '@/lib/record/public/shape';
import { publicIncome, publicMilestone, publicRecord, yen } from '@/lib/testing/public-record';
import { cardFonts, codePointsOf } from './_document/card-font';
import { type CardSize, cardSizeOf, cardSizes } from './_document/card-frame';
import { drawCard, drawMilestoneCard } from './_document/card-image';
import { cardText } from './_document/card-text';

const record = publicRecord({ headline: { ja: '毎月30万円まで。' } });
const page: PublicMilestonePage = {
  revision: '1',
  handle: 'hana',
  displayName: '佐藤 はな',
  language: 'ja',
  isExample: false,
  isIndexed: true,
  hasFeeds: true,
  takesInquiries: false,
  listed: true,
  milestone: publicMilestone({ kind: 'income', amount: yen(312_500) }),
};

afterEach(() => vi.restoreAllMocks());

describe('text of a card', () => {
  test('all faces cover the same signs, so one is asked', () => {
    const [first, second] = cardFonts().map(({ data }) => codePointsOf(data));
    expect(second).toEqual(first);
    expect(first?.size).toBeGreaterThan(10_000);
  });

  test.each([
    ['佐藤 はな', '佐藤 はな'],
    ['¥300K から 30万円へ', '¥300K から 30万円へ'],
    ['𠮷野家と髙橋と﨑', '𠮷野家と髙橋と﨑'],
    ['辻\u{e0100}さん', '辻さん'],
    ['やった🎉👨‍👩‍👧🇯🇵!', 'やった!'],
    ['Nguyễn Thị Kế', 'Nguyễn Thị Kế'],
    ['مرحبا', '〓'],
    ['a\u202eb\u200bc\ufeff', 'abc'],
    ['一行目\n\t二行目', '一行目 二行目'],
    ['🎉🎉', ''],
  ])('%s is drawn as %s', (typed, drawn) => {
    const text = cardText(typed, 60);
    expect(text.normalize('NFD').replace(/\p{M}/gu, '')).toBe(
      drawn.normalize('NFD').replace(/\p{M}/gu, ''),
    );
    const covered = codePointsOf(cardFonts()[0]?.data ?? new ArrayBuffer(0));
    for (const sign of text) expect(covered.has(sign.codePointAt(0) ?? 0)).toBe(true);
  });

  test('has an end, whatever is typed', () => {
    expect(cardText('あ'.repeat(100_000), 20)).toHaveLength(20);
    expect(cardText(`Z${'\u0301'.repeat(50_000)}`, 20).length).toBeLessThan(5);
  });
});

const hostile = '🎉👨‍👩‍👧مرحبا𠮷\u202e<b>한글';
const overlong = '長'.repeat(400) + 'W'.repeat(900);

/** What was asked of the network meanwhile; nothing is let through. */
function watchFetch(): string[] {
  const asked: string[] = [];
  const original = globalThis.fetch;
  vi.spyOn(globalThis, 'fetch').mockImplementation((input, init) => {
    const url = String(input instanceof Request ? input.url : input);
    if (/^https?:/.test(url)) {
      asked.push(url);
      return Promise.reject(new Error(`fetched ${url}`));
    }
    return original(input, init);
  });
  return asked;
}

function sizeOf(png: Uint8Array): [type: string, width: number, height: number] {
  const bytes = Buffer.from(png);
  return [bytes.subarray(1, 4).toString(), bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

describe('the picture of a record', () => {
  const milestones = [1, 2, 3, 4].map((i) => publicMilestone({ id: String(i) }));
  const index = publicIncome({
    months: [{ month: '2026-08', total: { grain: 'index', currency: 'JPY', index: 100 } }],
    rungs: [],
  });
  const texts: Record<string, Partial<PublicRecord>> = {
    plain: {},
    hostile: { displayName: hostile, headline: { ja: '🇯🇵'.repeat(60) } },
    overlong: { displayName: overlong, headline: { ja: overlong } },
    none: { displayName: '🎉', headline: undefined },
    full: { milestones, income: [publicIncome()] },
    'without money': { milestones, income: [index] },
  };
  const sizes = Object.keys(cardSizes) as CardSize[];

  test.each(
    Object.entries(texts).flatMap(([name, facts]) =>
      sizes.map((size) => [name, size, facts] as const),
    ),
  )('%s, %s: of its size, and nothing is fetched', async (_, size, facts) => {
    const asked = watchFetch();
    const png = await drawCard({ ...record, ...facts }, 'ja', size);
    const { width, height } = cardSizes[size];
    expect(sizeOf(png)).toEqual(['PNG', width, height]);
    expect(asked).toEqual([]);
  });

  test('shows no income where its owner shows none', async () => {
    const shown = { ...record, milestones, income: [publicIncome()] };
    const hidden = { ...shown, sections: ['milestones'] as const };
    const without = { ...hidden, income: [] };
    expect(await drawCard(hidden, 'en')).toEqual(await drawCard(without, 'en'));
    expect(await drawCard(shown, 'en')).not.toEqual(await drawCard(without, 'en'));
  });
});

describe('the picture of a milestone', () => {
  const texts: Record<string, Partial<PublicMilestonePage['milestone']>> = {
    plain: {},
    hostile: { title: { ja: hostile }, story: { ja: hostile }, stream: { ja: hostile } },
    overlong: { title: { ja: overlong }, story: { ja: overlong }, issuer: overlong },
    none: { title: undefined, amount: undefined },
  };
  const sizes = Object.keys(cardSizes) as CardSize[];

  test.each(
    Object.entries(texts).flatMap(([name, facts]) =>
      sizes.map((size) => [name, size, facts] as const),
    ),
  )('%s, %s: of its size, and nothing is fetched', async (_, size, facts) => {
    const asked = watchFetch();
    const milestone = { ...page.milestone, ...facts };
    const png = await drawMilestoneCard({ ...page, milestone }, 'ja', size);
    const { width, height } = cardSizes[size];
    expect(sizeOf(png)).toEqual(['PNG', width, height]);
    expect(asked).toEqual([]);
  });
});

test('an address asks for a size that there is, or gets the wide one', () => {
  const sizeIn = (query: string) => cardSizeOf(new URLSearchParams(query));
  expect(['size=story', 'size=STORY', 'size=toString', ''].map(sizeIn)).toEqual([
    'story',
    'wide',
    'wide',
    'wide',
  ]);
});

test.each(['花', 'W', 'i長', '. '])(
  'a text that is all but a single sign is drawn: %s',
  async (text) => {
    const said = { ja: text };
    const milestone = publicMilestone({ title: said, issuer: text });
    const shown = { displayName: text, headline: said, milestones: [milestone] };
    expect(sizeOf(await drawCard({ ...record, ...shown }, 'ja', 'story'))[0]).toBe('PNG');
    const one = { ...page, displayName: text, milestone };
    expect(sizeOf(await drawMilestoneCard(one, 'ja', 'story'))[0]).toBe('PNG');
  },
);
