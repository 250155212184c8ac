import type { Day } from '../calendar';
import type { Kind, MilestoneDraft } from '../milestone/rules';
import type { Currency } from '../money';
import { fold } from '../text';

/** What makes a milestone look like another. */
export type Likeness = {
  readonly kind: Kind;
  readonly day: Day;
  readonly income: { readonly minor: bigint; readonly currency: Currency } | null;
  readonly titles: readonly (string | null)[];
};

/**
 * The signs by which a milestone is known again: two that share one look like the same. Income of one
 * day and amount does, whatever it is called; anything else of one kind, day and title.
 */
export function signsOf({ kind, day, income, titles }: Likeness): string[] {
  if (income) return [`${kind} ${day} ${income.minor} ${income.currency}`];
  return titles.flatMap((title) => (title ? [`${kind} ${day} ${fold(title)}`] : []));
}

export function signsOfDraft({ kind, happened, income, title }: MilestoneDraft): string[] {
  return signsOf({ kind, day: happened.day, income, titles: [title.ja, title.en] });
}

/** What a row looks like: the row in that line, or what is there already (null). */
export type Twin = { readonly line: number | null };

/** Knows again what it has seen: first what is there, and then row by row what comes in. */
export class Seen {
  readonly #signs = new Map<string, number | null>();

  constructor(stored: Iterable<string>) {
    for (const sign of stored) this.#signs.set(sign, null);
  }

  /** What the draft in `line` looks like, if it looks like anything; from then on it is seen itself. */
  twinOf(draft: MilestoneDraft, line: number): Twin | null {
    const signs = signsOfDraft(draft);
    const known = signs.find((sign) => this.#signs.has(sign));
    const twin = known === undefined ? null : { line: this.#signs.get(known) ?? null };
    for (const sign of signs) if (!this.#signs.has(sign)) this.#signs.set(sign, line);
    return twin;
  }
}
