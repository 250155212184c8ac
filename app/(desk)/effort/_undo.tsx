import type { Texts } from '@/app/_text/texts';
import { Button } from '@/app/_ui/button';
import { undoEffortRemoval } from './_actions';

/** Takes one deletion back. */
export function UndoButton({ id, t }: { id: string; t: Texts }) {
  return (
    <form action={undoEffortRemoval}>
      <input type="hidden" name="id" value={id} />
      <Button variant="quiet" small>
        {t('effort.undo')}
      </Button>
    </form>
  );
}
