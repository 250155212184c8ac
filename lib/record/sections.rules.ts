/** The parts of a record's page below its head, in the order they have at first. */
export const sections = ['pinned', 'climb', 'income', 'milestones', 'contact'] as const;
export type Section = (typeof sections)[number];

export function isSection(value: unknown): value is Section {
  return sections.some((section) => section === value);
}
