import type { Viewer } from '../auth/viewer';

declare const proven: unique symbol;

/**
 * Somebody who runs this, proven: named by OPERATORS under a verified e-mail, and signed in with a
 * second factor. Only app/_server/operator.ts (and tests) may mint one: a floor test holds who imports
 * {@link mintOperator}.
 */
export type Operator = { readonly viewer: Viewer; readonly [proven]: true };

export function mintOperator(viewer: Viewer): Operator {
  return { viewer } as Operator;
}
