import type { Texts } from '@/app/_text/texts';
import { Button } from '@/app/_ui/button';
import { undoRemoval } from './_actions';

/** Takes one deletion back. */
export function UndoButton({ id, t }: { id: string; t: Texts }) {
  return (
    <form action={undoRemoval}>
      <input type="hidden" name="id" value={id} />
      <Button variant="quiet" small>
        {t('milestones.undo')}
      </Button>
    </form>
  );
}
