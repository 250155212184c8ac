import type { DatedOn } from '../calendar';
import { isPurpose } from '../effort/rules';
import { kindOf, type What } from './kinds.rules';
import type { NumberToken, Token } from './tokens.rules';

/** What is refused before the parts themselves are read. */
type MeaningReason =
  | 'capture-empty'
  | 'capture-no-kind'
  | 'capture-two-kinds'
  | 'capture-two-numbers'
  | 'capture-two-dates'
  | 'capture-two-times'
  | 'capture-number-unclear'
  | 'capture-amount-here';
type Refused = { readonly ok: false; readonly reason: MeaningReason; readonly part: string };

type Typed<T> = T & { readonly raw: string };

/** What a line says, each part still as typed. */
export type Meaning = {
  readonly what: What;
  readonly isSkill: boolean;
  readonly name: string;
  readonly date: Typed<{ readonly when: DatedOn | null }> | null;
  readonly time: Typed<{ readonly minutes: number }> | null;
  readonly amounts: Partial<Record<NumberToken['role'], Typed<{ readonly text: string }>>>;
  readonly count: Typed<{ readonly text: string }> | null;
};

const of = <T extends Token['type']>(tokens: readonly Token[], type: T) =>
  tokens.filter((token): token is Token & { type: T } => token.type === type);

/** Gives every token its part; parseCapture says by which rules. */
export function meaningOf(tokens: readonly Token[]): Meaning | Refused {
  if (tokens.length === 0) return refused('capture-empty');
  const [dates, times] = [of(tokens, 'date'), of(tokens, 'time')];
  if (dates[1]) return refused('capture-two-dates', dates[1]);
  if (times[1]) return refused('capture-two-times', times[1]);
  const kind = findKind(tokens);
  if ('reason' in kind) return kind;

  const sorted = sortNumbers(tokens, kind.what, dates.length > 0);
  if ('reason' in sorted) return sorted;
  const [date = sorted.year] = dates;
  const [time = null] = times;
  const name = tokens.filter((token) => token !== kind.token && sorted.isName(token));
  // Hours on a skill are work on it; without hours it is something learned.
  const isSkill = kind.what === 'skill' && time !== null;
  return {
    what: isSkill ? 'building' : kind.what,
    isSkill,
    name: name.map(({ raw }) => raw).join(' '),
    date,
    time,
    amounts: sorted.amounts,
    count: sorted.count,
  };
}

type FoundKind = { readonly what: What; readonly token: Token | null };

function findKind(tokens: readonly Token[]): FoundKind | Refused {
  const said = tokens.flatMap((token, index) => {
    const what = token.type === 'word' ? kindOf(token.seen, index === 0) : null;
    return what ? [{ what, token }] : [];
  });
  const [first] = said;
  if (first && first.token === tokens[0]) return first;

  const numbers = of(tokens, 'number');
  const suiting = said.filter(({ what }) => suits(what, numbers));
  const other = suiting.find(({ what }) => what !== suiting[0]?.what);
  if (other) return refused('capture-two-kinds', other.token);
  if (suiting[0]) return suiting[0];
  return inferKind(tokens, numbers);
}

/** Whether a kind that the line does not begin with can be meant beside these numbers. */
function suits(what: What, numbers: readonly (Token & NumberToken)[]): boolean {
  if (what === 'income' || numbers.length === 0) return true;
  return what === 'audience' && numbers.every(({ mark }) => mark !== 'currency');
}

function inferKind(
  tokens: readonly Token[],
  numbers: readonly (Token & NumberToken)[],
): FoundKind | Refused {
  const unclear = numbers.find(
    ({ mark, text, asDate }) => mark === 'none' && (text.length <= 2 || isRecent(asDate)),
  );
  if (unclear) return refused('capture-number-unclear', unclear);
  if (numbers.length > 0) return { what: 'income', token: null };
  const hasName = tokens.some(({ type }) => type === 'word' || type === 'people');
  if (hasName && of(tokens, 'time').length > 0) return { what: 'building', token: null };
  return refused('capture-no-kind');
}

/** 2024 may be a year or an amount; 2000 is hardly ever the year. */
function isRecent(year: DatedOn | null): boolean {
  return year !== null && year.day >= '2010';
}

type Sorted = Pick<Meaning, 'amounts' | 'count'> & {
  readonly year: Meaning['date'];
  readonly isName: (token: Token) => boolean;
};

function sortNumbers(tokens: readonly Token[], what: What, hasDate: boolean): Sorted | Refused {
  const numbers = of(tokens, 'number');
  const taken = new Set<Token>([...of(tokens, 'date'), ...of(tokens, 'time')]);
  const isName = (token: Token) => !taken.has(token);
  const nothing = { amounts: {}, count: null, year: null, isName };
  if (what === 'income') {
    const amounts: Partial<Record<NumberToken['role'], Token & NumberToken>> = {};
    for (const number of numbers) {
      if (amounts[number.role]) return refused('capture-two-numbers', number);
      amounts[number.role] = number;
      taken.add(number);
    }
    return { ...nothing, amounts };
  }
  const money = numbers.find(({ mark }) => mark === 'currency');
  if (money) return refused('capture-amount-here', money);
  if (what === 'audience') {
    const counts = tokens.filter(({ type }) => type === 'number' || type === 'people');
    if (counts[1]) return refused('capture-two-numbers', counts[1]);
    const [count] = [...of(counts, 'number'), ...of(counts, 'people')];
    if (count) taken.add(count);
    return { ...nothing, count: count ?? null };
  }
  const dated = hasDate || isPurpose(what) ? undefined : numbers.find(({ asDate }) => asDate);
  if (!dated) return nothing;
  taken.add(dated);
  return { ...nothing, year: { raw: dated.raw, when: dated.asDate } };
}

function refused(reason: MeaningReason, token?: Token): Refused {
  return { ok: false, reason, part: token?.raw ?? '' };
}
