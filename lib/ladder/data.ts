import type { Viewer } from '../auth/viewer';
import { asOwner } from '../db';
import { type Currency, isCurrency } from '../money';
import type { OwnLadder } from './rules';

/** A ladder of one's own as its form edits it. */
export type StoredLadder = OwnLadder & { readonly version: number };

/** The ladders the viewer made, one at most for each currency; the others are the usual ones. */
export async function listLadders(viewer: Viewer): Promise<StoredLadder[]> {
  const rows = await asOwner(viewer, (tx) =>
    tx.ladder.findMany({
      where: { ownerId: viewer.userId },
      select: { currency: true, rungs: true, version: true },
      orderBy: { currency: 'asc' },
    }),
  );
  return rows.flatMap(({ currency, ...ladder }) =>
    isCurrency(currency) ? [{ currency, ...ladder }] : [],
  );
}

/** A rung whose crossing was marked; minor units. */
export type RungMark = { readonly currency: Currency; readonly rung: bigint };

/** Every crossing of the viewer's that was marked, as `crossing` of the rules needs to know it. */
export async function listRungMarks(viewer: Viewer): Promise<RungMark[]> {
  const rows = await asOwner(viewer, (tx) =>
    tx.rungMark.findMany({
      where: { ownerId: viewer.userId },
      select: { currency: true, rung: true },
      orderBy: [{ currency: 'asc' }, { rung: 'asc' }],
    }),
  );
  return rows.flatMap(({ currency, rung }) => (isCurrency(currency) ? [{ currency, rung }] : []));
}
