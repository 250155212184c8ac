import type { Texts } from '@/app/_text/texts';
import { Button } from '@/app/_ui/button';
import { finishGoal } from './_actions';

/** Closes a goal in one way. */
export function FinishButton(props: {
  id: string;
  outcome: 'met' | 'dropped';
  small?: boolean;
  t: Texts;
}) {
  const { id, outcome, small, t } = props;
  return (
    <form action={finishGoal}>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="outcome" value={outcome} />
      <Button variant="quiet" small={small}>
        {t(outcome === 'met' ? 'goals.asMet' : 'goals.asDropped')}
      </Button>
    </form>
  );
}
