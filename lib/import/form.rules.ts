/** How many cells of a file can only be read in each form, and how many in more than one. */
export type Tally<Form extends string> = Map<Form | 'either', number>;

/**
 * The form a file is written in. `none`: it does not matter; `open`: its owner has to say; `mixed`: its
 * cells contradict each other.
 */
export type Found<Form extends string> = Form | 'none' | 'open' | 'mixed';

export function count<Form extends string>(
  tally: Tally<Form>,
  found: Form | 'either' | null,
): void {
  if (found !== null) tally.set(found, (tally.get(found) ?? 0) + 1);
}

export function foundIn<Form extends string>(
  tally: Tally<Form>,
  forms: readonly Form[],
): Found<Form> {
  const seen = forms.filter((form) => tally.has(form));
  const [only] = seen;
  if (seen.length > 1) return 'mixed';
  return only ?? (tally.has('either') ? 'open' : 'none');
}

/**
 * The form to read by: the one that was chosen, else the one that was found; null where that is for its
 * owner to say.
 */
export function formToReadBy<Form extends string>(
  chosen: Form | null,
  found: Found<Form>,
  usual: Form,
): Form | null {
  if (chosen) return chosen;
  if (found === 'none') return usual;
  return found === 'open' || found === 'mixed' ? null : found;
}
