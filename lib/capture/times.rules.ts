import { parseHours } from '../milestone/rules';
import { hasKanjiNumeral, smallNumber } from './numerals.rules';

/** How long something took, and how many words say so. */
export type TimeRead = { readonly used: number; readonly minutes: number };

const hourUnit = 'h|hrs?|hours?|時間半?';
const minuteUnit = 'm|mins?|minutes?|分間?';
const unitAlone = new RegExp(`^(?:${hourUnit}|${minuteUnit})$`);

/**
 * A time at word `at`: `6h`, `6.5h`, `6:30`, `1h30m`, `90m`, `90分`, `1時間半`, `半時間`, `三十分`,
 * and in two or four words `2 hours`, `1 時間 30 分`. A bare number is no time; `90m` is, and never
 * millions. Null: no time begins here.
 */
export function readTime(words: readonly string[], at: number): TimeRead | null {
  const first = oneTime(words, at);
  if (!first?.goesOn) return first;
  const second = oneTime(words, at + first.used);
  return second?.unit === 'm' && second.minutes < 60
    ? { used: first.used + second.used, minutes: first.minutes + second.minutes }
    : first;
}

type OneTime = TimeRead & { readonly unit: 'h' | 'm'; readonly goesOn: boolean };

function oneTime(words: readonly string[], at: number): OneTime | null {
  const word = words[at] ?? '';
  const next = words[at + 1] ?? '';
  const isParted = unitAlone.test(next) && isNumber(word);
  const text = isParted ? word + next : word;
  const minutes = minutesOf(text);
  if (minutes === null) return null;
  const unit = /(?:m|mins?|minutes?|分間?)$/.test(text) && !/[h時]/.test(text) ? 'm' : 'h';
  // Only whole hours go on with minutes: 1h 30m.
  const goesOn = unit === 'h' && /^[^.:]+(?:h|hrs?|hours?|時間)$/.test(text);
  return { used: isParted ? 2 : 1, minutes, unit, goesOn };
}

function isNumber(word: string): boolean {
  return /^\d{1,6}(?:\.\d{1,4})?$/.test(word) || smallNumber(word) !== null;
}

function minutesOf(word: string): number | null {
  if (word.length > 30 || !/[h時分m:]/.test(word)) return null;
  if (word === '半時間') return 30;
  const plain = word
    .replace(/間$/, (end) => (word.endsWith('分間') ? '' : end))
    .replace(/(?:hours?|hrs?)(?=\d|$)/, 'h')
    .replace(/(?:minutes?|mins?)$/, 'm')
    .replace(/時間半$/, '時間30分')
    .replace(/h半$/, 'h30m')
    .replace(/^(\d{1,6}h\d{1,2})$/, '$1m')
    .replace(/[〇零一二三四五六七八九十百]+(?=時間|分)/g, (kanji) =>
      String((hasKanjiNumeral(kanji) ? smallNumber(kanji) : null) ?? kanji),
    );
  return /[h時分m:]/.test(plain) ? parseHours(plain) : null;
}
