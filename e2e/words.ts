import { en } from '../app/_text/en';

/*
 * What the interface says, from its own texts, so that a word may be put better without breaking a
 * test. The names that outside checks rely on stand in the tests as the issue promises them.
 */

export { en };

export type Reason = keyof typeof en.errors;

/** Matches a text that holds what is said for a reason, among hints perhaps. */
export function saying(reason: Reason): RegExp {
  return new RegExp(en.errors[reason].replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
}

/** The reasons behind English texts, in order; a text that no reason has stays itself. */
export function reasonsOf(texts: readonly string[]): string[] {
  const reasons = Object.entries(en.errors);
  return texts.map((text) => reasons.find(([, said]) => said === text)?.[0] ?? text);
}
