'use client';

import { Button } from '@/app/_ui/button';

export type Direction = 'up' | 'down';

type Props = {
  /** Of a plain form: moves the goal `id` a place `direction`. */
  action: (form: FormData) => Promise<void>;
  id: string;
  /** What each button is called; none where the goal is at that end of the list. */
  names: Partial<Record<Direction, string>>;
  /** Where the goal has just been moved, so that the same key can move it on. */
  moved: Direction | null;
};

/** Moves one goal a place up or down. A goal that moves in the page would drop the focus. */
export function OrderButtons({ action, id, names, moved }: Props) {
  const focused = moved && (names[moved] ? moved : otherThan(moved));
  return (['up', 'down'] as const).map((direction) =>
    names[direction] ? (
      <form action={action} key={direction}>
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="direction" value={direction} />
        <Button
          variant="quiet"
          small
          aria-label={names[direction]}
          ref={direction === focused ? (button) => button?.focus() : undefined}
        >
          {direction === 'up' ? '↑' : '↓'}
        </Button>
      </form>
    ) : null,
  );
}

function otherThan(direction: Direction): Direction {
  return direction === 'up' ? 'down' : 'up';
}
