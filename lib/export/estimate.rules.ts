/** Packed: a row as JSON and in its table, the pages of a milestone, and a card. */
const each = { row: 100, milestone: 6_000, card: 60_000 };
/** So many milestones have cards of their own. */
const cards = 50;

/** About how many bytes an export will have, so that a bar can say how far it is. */
export function estimateBytes(of: {
  readonly rows: number;
  readonly milestones: number;
  readonly isPublished: boolean;
}): number {
  const { rows, milestones, isPublished } = of;
  const data = 10_000 + rows * each.row;
  if (!isPublished) return data;
  return data + milestones * each.milestone + 2 * (1 + Math.min(milestones, cards)) * each.card;
}
