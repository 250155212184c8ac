import { noteEvent } from '@/lib/account/event/row';
import type { Whence } from '@/lib/account/event/rules';
import { retally } from '@/lib/inquiry/row';
import type { Settle } from '@/lib/restore/mutations';
import { putUnder } from '@/lib/stream/search/mutations';

/**
 * What follows from rows that were restored: search knows streams by their names, the record tells who
 * came as the app counts it, and the account's owner sees that it was done.
 * @param name of the file
 */
export function settling(name: string, whence: Whence, now: Date): Settle {
  return async (tx, { ownerId, renamedStreams }) => {
    for (const stream of renamedStreams) await putUnder(tx, ownerId, stream.id, stream);
    await retally(tx, ownerId);
    await noteEvent(tx, ownerId, { what: 'restored', whence, detail: name }, now);
  };
}
