import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hashtagOf, hashtagsOf } from './hashtag.rules';

describe('hashtagOf', () => {
  test.each([
    ['副業', '#副業'],
    ['web design', '#webdesign'],
    ['Next.js', '#Nextjs'],
    ['C++', '#Cplusplus'],
    ['C#', '#Csharp'],
    ['#work', '#work'],
    ['スキル・シェア', '#スキルシェア'],
    ['データー', '#データー'],
    ['2026年', '#2026年'],
    ['Ｒｕｂｙ', '#Ruby'],
    ['2026', null],
    ['1️⃣', null],
    ['👨‍👩‍👧', null],
    ['_ _', null],
    ['', null],
  ])('%s', (tag, hashtag) => expect(hashtagOf(tag)).toBe(hashtag));

  test('is one word with a letter, whatever the tag', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (tag) => {
        const hashtag = hashtagOf(tag);
        if (hashtag === null) return;
        expect(hashtag).toMatch(/^#[\p{L}\p{Nd}][\p{L}\p{M}\p{Nd}_]*$/u);
        expect(hashtag).toMatch(/\p{L}/u);
      }),
    );
  });
});

test('as many as the network has use for, each once', () => {
  const tags = ['Web', 'web', '123', '副業', 'a b', 'four'];
  expect(hashtagsOf('x', tags)).toEqual(['#Web', '#副業', '#ab']);
  expect(hashtagsOf('threads', tags)).toEqual(['#Web']);
  for (const one of ['line', 'email', 'linkedin', 'hatena'] as const) {
    expect(hashtagsOf(one, tags)).toEqual([]);
  }
});
