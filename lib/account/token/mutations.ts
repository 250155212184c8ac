import { asSystem } from '../../db';
import { tokenLife } from './rules';

/** Sweeps out links that ended, and changes of e-mail that not both addresses agreed to in time. */
export async function sweepTokens(now: Date): Promise<void> {
  const asked = new Date(now.getTime() - tokenLife.new_email * 1000);
  await asSystem(async (tx) => {
    await tx.accountToken.deleteMany({ where: { expiresAt: { lte: now } } });
    await tx.emailChange.deleteMany({ where: { requestedAt: { lte: asked } } });
  });
}
