import type { Texts } from '@/app/_text/texts';
import { Button } from '@/app/_ui/button';
import { orderGoal } from './_actions';

/** Moves one goal a place up or down; nothing where it is the first or last already. */
export function OrderButtons(props: {
  id: string;
  title: string;
  isFirst: boolean;
  isLast: boolean;
  t: Texts;
}) {
  const { id, title, t } = props;
  return (
    <>
      {props.isFirst ? null : <Move direction="up" mark="↑" {...{ id, title, t }} />}
      {props.isLast ? null : <Move direction="down" mark="↓" {...{ id, title, t }} />}
    </>
  );
}

function Move(props: {
  id: string;
  title: string;
  direction: 'up' | 'down';
  mark: string;
  t: Texts;
}) {
  const { id, title, direction, mark, t } = props;
  return (
    <form action={orderGoal}>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="direction" value={direction} />
      <Button variant="quiet" small aria-label={t(`goals.${direction}`, { goal: title })}>
        {mark}
      </Button>
    </form>
  );
}
