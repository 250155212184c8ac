/** What of a record decides whether a contact link needs a look. */
export type Contact = { readonly contactLinks: readonly string[]; readonly checksLinks: boolean };

/**
 * The contact links of `after` that its owner has to have looked at before it is saved. While links show
 * only once they are checked none is stored unchecked: switching that on asks for all of them, and
 * from then on every new one is asked for.
 */
export function linksToCheck(before: Contact, after: Contact): string[] {
  if (!after.checksLinks) return [];
  const known = before.checksLinks ? before.contactLinks : [];
  return after.contactLinks.filter((link) => !known.includes(link));
}
