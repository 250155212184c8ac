import { afterEach, describe, expect, test, vi } from 'vitest';
import type { PublicRecord } from '@/lib/record/public/shape';
import { cardFonts, codePointsOf } from './_document/card-font';
import { drawCard } from './_document/card-image';
import { cardText } from './_document/card-text';

const record: PublicRecord = {
  revision: '1',
  handle: 'hana',
  displayName: '佐藤 はな',
  headline: { ja: '毎月30万円まで。' },
  isExample: false,
  publishedMonth: '2026-11',
  totals: { milestones: 0, minutes: 0, byKind: [], byYear: [] },
  income: [],
  page: { number: 1, of: 1, size: 200 },
  milestones: [],
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

describe('the picture', () => {
  const texts = {
    plain: {},
    hostile: { displayName: '🎉👨‍👩‍👧مرحبا𠮷\u202e<b>한글', headline: { ja: '🇯🇵'.repeat(60) } },
    overlong: { displayName: '長'.repeat(400), headline: { ja: 'W'.repeat(900) } },
    none: { displayName: '🎉', headline: undefined },
  };

  test.each(Object.entries(texts))('%s: 1200 × 630, and nothing is fetched', async (_, facts) => {
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
    const png = Buffer.from(await drawCard({ ...record, ...facts }, 'ja'));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(asked).toEqual([]);
  });
});
