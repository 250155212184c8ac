import type { DatedOn, Day } from '../calendar';
import { parseDatedOn } from '../calendar';
import { type NumberRead, readNumber, readPeople } from './amounts.rules';
import { readDate } from './dates.rules';
import { kindBefore } from './kinds.rules';
import { readTime } from './times.rules';
import { foldWord, type Word, wordsOf } from './words.rules';

/** What a few words of a line could be, before the kind decides; `raw` is how they were typed. */
export type Token = { readonly raw: string } & (
  | { readonly type: 'word'; readonly seen: string }
  /** `when` is null where the day does not exist. */
  | { readonly type: 'date'; readonly when: DatedOn | null }
  | { readonly type: 'time'; readonly minutes: number }
  | (NumberToken & { readonly type: 'number' })
  | { readonly type: 'people'; readonly text: string }
);

export type NumberToken = Pick<NumberRead, 'text' | 'mark'> & {
  readonly role: 'amount' | 'fees' | 'costs';
  /** `2024` and `2025.10` are dates where no amount can stand. */
  readonly asDate: DatedOn | null;
};

const labels = new Map<string, 'fees' | 'costs'>([
  ['手数料', 'fees'],
  ['fee', 'fees'],
  ['fees', 'fees'],
  ['経費', 'costs'],
  ['cost', 'costs'],
  ['costs', 'costs'],
]);

/** A line as tokens, in one pass from left to right; the longest reading at each word. */
export function tokensOf(line: string, today: Day): Token[] {
  const words = wordsOf(line).flatMap(partKind);
  const seen = words.map((word) => word.seen);
  const raws = words.map((word) => word.raw);
  const tokens: Token[] = [];
  for (let at = 0; at < words.length; ) {
    const { used, ...token } = words[at]?.isQuoted
      ? { used: 1, type: 'word' as const, seen: '' }
      : readToken(seen, raws, at, today);
    tokens.push({ ...token, raw: raws.slice(at, at + used).join(' ') } as Token);
    at += used;
  }
  return tokens;
}

/** 収入３万円 as 収入 and ３万円, where the rest is an amount, a count or a time. */
function partKind(word: Word, index: number): Word[] {
  const kind = word.isQuoted ? null : kindBefore(word.raw, index === 0);
  if (!kind) return [word];
  const raw = word.raw.slice(kind.length);
  const seen = foldWord(raw);
  const isRead = readNumber([seen], 0) ?? readPeople([seen], 0) ?? readTime([seen], 0);
  const parts = [
    { raw: kind, seen: kind, isQuoted: false },
    { raw, seen, isQuoted: false },
  ];
  return isRead ? parts : [word];
}

type Read = { used: number } & Omit<Token, 'raw'>;

function readToken(seen: readonly string[], raws: readonly string[], at: number, today: Day): Read {
  const date = readDate(seen, raws, at, today);
  if (date) return { type: 'date', ...date } as Read;
  const time = readTime(seen, at);
  if (time) return { type: 'time', ...time } as Read;
  const people = readPeople(seen, at);
  if (people) return { type: 'people', used: people.used, text: people.text } as Read;
  const number = readNumber(seen, at);
  if (number) {
    const asDate = number.mark === 'none' ? yearIn(number.text, today) : null;
    return { type: 'number', role: 'amount', asDate, ...number } as Read;
  }
  return readLabelled(seen, at) ?? ({ type: 'word', used: 1, seen: seen[at] ?? '' } as Read);
}

/** `手数料 600`, `手数料600`, `fees: 600`. What follows a label and is no amount is refused as one. */
function readLabelled(seen: readonly string[], at: number): Read | null {
  const word = seen[at] ?? '';
  const next = seen[at + 1] ?? '';
  const [, glued = '', rest = ''] =
    /^(手数料|経費|fees?|costs?)[:=]?([\d¥$€£].*)$/.exec(word) ?? [];
  const role = labels.get(glued || word);
  if (!role || (!glued && !/^[-−\d¥$€£]/.test(next))) return null;
  const number = glued ? readNumber([rest], 0) : readNumber(seen, at + 1);
  const text = number?.text ?? (glued ? rest : next);
  const used = (glued ? 0 : 1) + (number?.used ?? 1);
  return { type: 'number', used, role, text, mark: number?.mark ?? 'none', asDate: null } as Read;
}

function yearIn(text: string, today: Day): DatedOn | null {
  const when = /^\d{4}(?:\.\d{1,2})?$/.test(text) ? parseDatedOn(text) : null;
  return when && when.day >= '1900-01-01' && when.day <= today ? when : null;
}
