/** Something that may deserve publishing. */
export type Happening = {
  /** `rung:JPY:100000`, `goal:<id>`, `milestone:<id>`. */
  readonly occasion: string;
  /** When it happened, or was made public. */
  readonly at: Date;
  /** Strangers see it from then on; null: they do already. */
  readonly visibleFrom: Date | null;
};

/** What happened longer ago is no news. */
export const newsDays = 90;
/** As many as anyone would work through. */
export const queueLength = 20;

/** Rungs and goals tell more than single milestones; within a kind the latest is first. */
const order = ['rung', 'goal', 'milestone'];

/** What of `happenings` is news at `now` and in none of `done`: shared already, or passed over. */
export function queueOf(
  happenings: readonly Happening[],
  done: ReadonlySet<string>,
  now: Date,
): Happening[] {
  const since = now.getTime() - newsDays * 86_400_000;
  const place = ({ occasion }: Happening) => order.indexOf(occasion.split(':')[0] ?? '');
  return happenings
    .filter(({ occasion, at, visibleFrom }) => {
      return !done.has(occasion) && Math.max(at.getTime(), visibleFrom?.getTime() ?? 0) >= since;
    })
    .sort((a, b) => place(a) - place(b) || b.at.getTime() - a.at.getTime())
    .slice(0, queueLength);
}
