import { createHash } from 'node:crypto';
import type { Hit } from './rules';

/** Names found in a text, and the place it stands in: a field of a form, the address it is changed at. */
export type Found = {
  readonly place: string;
  readonly text: string;
  readonly hits: readonly Hit[];
};

/**
 * What a yes to exactly these names says. Another name, another place or one more of them wants another
 * yes; the words around them do not.
 */
export function yesTo(found: readonly Found[]): string {
  const keys = found.flatMap(({ place, text, hits }) =>
    hits.map(({ start, end }) => JSON.stringify([place, text.slice(start, end)])),
  );
  return createHash('sha256').update(JSON.stringify(keys.sort())).digest('base64url');
}
