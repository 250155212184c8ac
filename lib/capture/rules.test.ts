import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Day } from '../calendar';
import { limits } from '../limits';
import { currencies } from '../money';
import { spellOut } from './numerals.rules';
import { type CaptureDraft, parseCapture } from './rules';

const days = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10) as Day);
const known = fc.record({ today: days, currency: fc.constantFrom(...currencies) });

/** Words that lines are made of, and such as could be mistaken for them. */
const vocabulary = [
  ...['income', '収入', 'skill', 'スキル', 'work', '発信', '資格', 'recognition', 'networking'],
  ...['3万', '30000', '¥500', '$12.50', '120', 'usd', '円', '三万', '5', '2024', '2025.10', '30k'],
  ...['fees', '手数料', '600', '1,200人', 'followers', '6h', '2', 'hours', '90m', '1時間半', '分'],
  ...['昨日', '先月', 'last', 'month', '3', 'days', 'ago', '8/12', '8月', 'Aug', 'May', '2026-08'],
  ...[
    'ブログ',
    'blog',
    '@hana',
    'constructor',
    '__proto__',
    '"',
    '"2h"',
    '“',
    '収入3万',
    '-',
    '10%',
  ],
];
const line = fc
  .array(
    fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...vocabulary) }, fc.string({ maxLength: 6 })),
    {
      maxLength: 9,
    },
  )
  .map((words) => words.join(' '));

/** A draft as one line again: every part with what marks it, names in quotes. */
function written(draft: CaptureDraft): string {
  const money = (text: string) => `${text}${draft.currency}`;
  const name = draft.stream || draft.title || draft.subject;
  return [
    draft.isSkill ? 'skill' : draft.what,
    draft.date,
    draft.amount && money(draft.amount),
    draft.fees && `fees ${money(draft.fees)}`,
    draft.costs && `costs ${money(draft.costs)}`,
    draft.hours && (draft.hours.includes(':') ? draft.hours : `${draft.hours}h`),
    draft.measureValue && `${draft.measureValue}人`,
    ...name
      .split(' ')
      .filter(Boolean)
      .map((word) => `"${word}"`),
  ]
    .filter(Boolean)
    .join(' ');
}

describe('any line at all', () => {
  const text = fc.oneof(
    line,
    fc.string({ maxLength: limits.captureLine }),
    fc.string({ unit: 'binary', maxLength: limits.captureLine }),
    fc.string({ unit: 'grapheme', maxLength: limits.captureLine }),
    fc.string({
      unit: fc.constantFrom(...'0123456789.,/:-¥$万千百十億三時間分月日年前の"“＂ '),
      maxLength: 60,
    }),
  );

  test('is a draft or a reason, and never throws', () => {
    fc.assert(
      fc.property(text, known, (line, at) => {
        const parsed = parseCapture(line, at);
        if (parsed.ok) expect(written(parsed.draft)).not.toBe('');
        else expect(parsed.reason).toMatch(/^[a-z-]+$/);
      }),
      { numRuns: 600 },
    );
  });

  test('names nothing in the future', () => {
    fc.assert(
      fc.property(text, known, (line, at) => {
        const parsed = parseCapture(line, at);
        if (parsed.ok) expect(parsed.draft.date <= at.today).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('written back from its fields parses to the same fields', () => {
    let drafts = 0;
    fc.assert(
      fc.property(line, known, (line, at) => {
        const parsed = parseCapture(line, at);
        if (!parsed.ok) return;
        drafts += 1;
        const { currency } = parsed.draft;
        expect(parseCapture(written(parsed.draft), { ...at, currency })).toEqual(parsed);
      }),
      { numRuns: 800 },
    );
    expect(drafts).toBeGreaterThan(80);
  });
});

test('the order of words does not matter', () => {
  const at = { today: '2026-11-24', currency: 'JPY' } as const;
  const parts = fc.tuple(
    fc.constantFrom('income', '収入', '売上'),
    fc.constantFrom('30000', '3万', '¥30,000', '三万円', '30k'),
    fc.constantFrom('ブログ', 'blog', 'contract-work', '@hana'),
    fc.constantFrom('6h', '6時間', '6:00', '360m', '六時間'),
    fc.constantFrom('先月', '2026-10', '10月', 'Oct', '10/3'),
    fc.constantFrom('手数料600', 'fees=600'),
  );
  const shuffled = parts.chain((all) =>
    fc.tuple(
      fc.constant(all),
      fc.shuffledSubarray([...all], { minLength: all.length, maxLength: all.length }),
    ),
  );
  fc.assert(
    fc.property(shuffled, ([all, words]) => {
      expect(parseCapture(words.join(' '), at)).toEqual({
        ok: true,
        draft: {
          what: 'income',
          title: '',
          amount: '30000',
          currency: 'JPY',
          fees: '600',
          costs: '',
          stream: all[2],
          date: '2026-10',
          hours: '6',
          measureName: '',
          measureValue: '',
          subject: '',
          isSkill: false,
        },
      });
    }),
  );
});

test('a numeral in kanji is the number', () => {
  const digits = '〇一二三四五六七八九';
  const section = (number: number): string =>
    [1000, 100, 10, 1]
      .map((unit, i) => {
        const count = Math.floor(number / unit) % 10;
        if (count === 0) return '';
        return (count === 1 && unit > 1 ? '' : (digits[count] ?? '')) + ('千百十'[i] ?? '');
      })
      .join('');
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999_999_999_999 }), (number) => {
      const [oku, man] = [Math.floor(number / 1e8), Math.floor(number / 1e4) % 1e4];
      const kanji =
        (oku ? `${section(oku)}億` : '') + (man ? `${section(man)}万` : '') + section(number % 1e4);
      expect(spellOut(kanji)).toBe(String(number));
    }),
  );
});

test('8/12 is the latest such day that has begun', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 0, max: 364 }), (today, back) => {
      const date = new Date(`${today}T00:00:00Z`);
      date.setUTCDate(date.getUTCDate() - back);
      const day = date.toISOString().slice(0, 10);
      const [, month = 0, dayOfMonth = 0] = day.split('-').map(Number);
      const parsed = parseCapture(`work X ${month}/${dayOfMonth}`, { today, currency: 'JPY' });
      expect(parsed.ok && parsed.draft.date).toBe(day);
    }),
  );
});

test('a line made to be slow costs no more than another', () => {
  const pieces = ['"', '" ', '1', '1,', '1.', '万', '1万', '十', '1h ', 'h', '3 days ', '¥', '-1 '];
  const hostile = [
    ...pieces.map((piece) => piece.repeat(200).slice(0, limits.captureLine)),
    `は${'\u3099'.repeat(7)}`.repeat(limits.captureLine),
    '\ufdfa'.repeat(limits.captureLine),
    '1'.repeat(100_000),
  ];
  for (const line of hostile) {
    const start = performance.now();
    for (let i = 0; i < 20; i += 1) parseCapture(line, { today: '2026-11-24', currency: 'JPY' });
    expect(performance.now() - start, line.slice(0, 9)).toBeLessThan(1_000);
  }
});

test('29 February is the last one there was', () => {
  const parsed = parseCapture('work 公開 2/29', { today: '2026-11-24', currency: 'JPY' });
  expect(JSON.stringify(parsed)).toContain('2024-02-29');
});
