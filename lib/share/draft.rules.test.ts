import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { locales } from '../locale';
import { kinds } from '../milestone/rules';
import { cleanLine } from '../text';
import { fits } from './count.rules';
import { type DraftSubject, draftText, subjectLine } from './draft.rules';
import { hasLinkInText, networks } from './networks.rules';

const url = 'https://jisseki.example/s/ab12cd';
const income: DraftSubject = {
  what: 'milestone',
  kind: 'income',
  title: '契約プログラミング',
  figure: '¥300,000',
  hours: '42時間',
  story: '見積もりは作業を書き出してから出すと外れません。次は先に画面を見せます。',
  tags: ['副業', 'Next.js', '2026', 'C#', '四つ目'],
  since: '2025年4月',
};

describe('the draft', () => {
  test('tells what was done, how long it took and what was learned', () => {
    expect(draftText('bluesky', 'ja', income, url)).toBe(
      '「契約プログラミング」で¥300,000の収入がありました。かけた時間は42時間です。2025年4月から続けてきました。' +
        '見積もりは作業を書き出してから出すと外れません。次は先に画面を見せます。\n' +
        `#副業 #Nextjs #Csharp\n${url}`,
    );
    expect(
      draftText(
        'x',
        'en',
        {
          what: 'rung',
          title: 'the third rung',
          figure: '¥30,000',
          hours: '12 hours',
          story: 'Small jobs came first\nThen I raised my price. It held.',
          tags: ['side business'],
          since: 'April 2025',
        },
        url,
      ),
    ).toBe(
      'My monthly income reached ¥30,000: the third rung. It took 12 hours. ' +
        'I have been at it since April 2025. Small jobs came first\n' +
        'Then I raised my price. It held.\n#sidebusiness',
    );
  });

  test('says no more than is given', () => {
    const bare: DraftSubject = { what: 'milestone', kind: 'income', title: 'ブログ', tags: [] };
    expect(draftText('x', 'ja', bare, url)).toBe('「ブログ」で収入がありました。');
    expect(draftText('copy', 'en', bare, url)).toBe(`Earned on my own: ブログ.\n${url}`);
  });

  test('a figure is never alone, and not told twice', () => {
    for (const locale of locales) {
      for (const what of ['milestone', 'rung', 'goal', 'record'] as const) {
        for (const kind of kinds) {
          const subject = { what, kind, title: 'Blog', figure: '¥300,000', tags: [] };
          const text = draftText('line', locale, subject, url);
          expect(text).toContain('Blog');
          expect(text).toContain('¥300,000');
          const told = draftText('line', locale, { ...subject, title: 'Blog ¥300,000' }, url);
          expect(told.split('¥300,000')).toHaveLength(2);
        }
      }
    }
  });

  test('a record tells since when, a credential from whom, once', () => {
    const record = { what: 'record', title: '佐藤花', since: '2024年', tags: [] } as const;
    expect(draftText('x', 'ja', record, url)).toBe('2024年からの実績を公開しています：佐藤花。');
    expect(
      draftText(
        'x',
        'en',
        { what: 'milestone', kind: 'credential', title: 'Go!', issuer: 'IPA', tags: [] },
        url,
      ),
    ).toBe('Go! (IPA).');
    expect(draftText('x', 'en', { what: 'goal', title: 'Done!', tags: [] }, url)).toBe(
      'Reached a goal I had set: Done!',
    );
  });

  test('where there is little room the story goes sentence by sentence, then the title is cut', () => {
    const short = draftText(
      'hatena',
      'ja',
      { ...income, story: `一つ目。${'長'.repeat(100)}。` },
      url,
    );
    expect(short).toContain('一つ目。');
    expect(short).not.toContain('長');
    const cut = draftText('hatena', 'ja', { ...income, title: '題'.repeat(120) }, url);
    expect(cut).toMatch(/^「題+…」で¥300,000の収入がありました。$/);
    expect([...cut]).toHaveLength(100);
  });
});

test('subjectLine is one line without a full stop', () => {
  expect(subjectLine('ja', income)).toBe('「契約プログラミング」で¥300,000の収入がありました');
  expect(subjectLine('en', { what: 'goal', title: 'a\nb', tags: [] })).toBe(
    'Reached a goal I had set: a b',
  );
  expect([...subjectLine('en', { ...income, title: 'x'.repeat(500) })].length).toBe(120);
});

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
const graphemes = (text: string) => [...segmenter.segment(text)].map(({ segment }) => segment);

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', minLength: 100, maxLength: 400 }),
  fc.constantFrom(
    '👨‍👩‍👧'.repeat(150),
    `a${'\u0301'.repeat(3_000)}`,
    'https://a.example/b '.repeat(40),
    'node.com '.repeat(60),
    '\ud800'.repeat(50),
    'あ。'.repeat(500),
    '🇯🇵'.repeat(200),
  ),
);
const subjects = fc.record(
  {
    what: fc.constantFrom('milestone', 'rung', 'goal', 'record'),
    title: hostile,
    kind: fc.constantFrom(...kinds),
    figure: hostile,
    hours: hostile,
    issuer: hostile,
    story: hostile,
    tags: fc.array(hostile, { maxLength: 5 }),
    since: hostile,
  },
  { requiredKeys: ['what', 'title', 'tags'] },
) as fc.Arbitrary<DraftSubject>;

describe('whatever the subject', () => {
  test.each(networks)('a draft for %s fits and is whole', (network) => {
    fc.assert(
      fc.property(subjects, fc.constantFrom(...locales), (subject, locale) => {
        const text = draftText(network, locale, subject, url);
        expect(fits(network, text, url)).toBe(true);
        expect(text.isWellFormed()).toBe(true);
        expect(text.endsWith(url)).toBe(hasLinkInText(network));
        expect(subjectLine(locale, subject)).not.toMatch(/[\r\n]/);
      }),
      { numRuns: 40 },
    );
  });

  test.each(networks)('no sign of the title is cut for %s', (network) => {
    const signs = fc.constantFrom('👨‍👩‍👧', '🇯🇵', 'e\u0323\u0302', '葛\u{e0100}', '𠮷', 'あ', 'x');
    fc.assert(
      fc.property(fc.array(signs, { minLength: 1, maxLength: 300 }), (list) => {
        const title = cleanLine(list.join(''));
        const text = draftText(network, 'ja', { what: 'goal', title, tags: [] }, url);
        const shown = /^目標「(.*?)…?」を/u.exec(text)?.[1] ?? '';
        expect(shown).not.toBe('');
        expect(title.startsWith(shown)).toBe(true);
        const whole = graphemes(title);
        expect(graphemes(shown)).toEqual(whole.slice(0, graphemes(shown).length));
      }),
      { numRuns: 40 },
    );
  });
});
