import { hashPassword, verifyPassword } from '../../auth/password';
import type { Viewer } from '../../auth/viewer';
import { asOwner, asSystem } from '../../db';
import { ok, type Result, refuse } from '../../result';
import { addresseeOf } from '../addressee/data';
import { noteEvent } from '../event/row';
import type { Whence } from '../event/rules';
import { type Draft, queueDraft } from '../mail/row';
import { isPersonal } from '../rules';
import { endSessions } from '../session/row';

export type ChangeReason = 'password-wrong' | 'password-personal' | 'try-again';

/**
 * Changes the password, or sets the first one of an account that has none: then `current` is not
 * looked at. Every other session ends, and so does a link that would reset it. `try-again`: it was
 * changed elsewhere at the same moment. Throws `Overloaded`.
 * @param letter to the owner: the password was changed; null: too many went there lately
 */
export async function changePassword(
  viewer: Viewer,
  form: { current: string; password: string },
  letter: Draft | null,
  whence: Whence,
  now: Date,
): Promise<Result<null, ChangeReason>> {
  const { userId: ownerId, handle, displayName } = viewer;
  const user = await asOwner(viewer, (tx) => tx.user.findUniqueOrThrow({ where: { id: ownerId } }));
  const had = user.passwordHash;
  if (had !== null && !(await verifyPassword(had, form.current))) return refuse('password-wrong');
  if (isPersonal(form.password, { handle, displayName, email: user.email })) {
    return refuse('password-personal');
  }
  const passwordHash = await hashPassword(form.password);
  return asSystem(async (tx) => {
    const changed = await tx.user.updateMany({
      where: { id: ownerId, passwordHash: had },
      data: { passwordHash },
    });
    if (changed.count === 0) return refuse('try-again');
    await endSessions(tx, ownerId, viewer.sessionId);
    await tx.accountToken.deleteMany({ where: { ownerId, purpose: 'reset' } });
    // Who knew the old password may stand before the second factor.
    await tx.challenge.deleteMany({ where: { ownerId, purpose: 'second_factor' } });
    await noteEvent(tx, ownerId, { what: 'password_changed', whence }, now);
    if (letter) await queueDraft(tx, ownerId, letter(addresseeOf(user)), now);
    return ok(null);
  });
}
