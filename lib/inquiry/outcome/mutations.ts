import type { Viewer } from '../../auth/viewer';
import { asOwner, isConflictOn, type Tx } from '../../db';
import { isCurrency, type Money } from '../../money';
import { ok, type Refusal, type Result, refuse } from '../../result';
import { canRestore } from '../income.rules';
import { hold, retally } from '../row';
import type { Outcome } from '../state.rules';

/** What became of an inquiry. Only work agreed has an amount and a stream. */
export type Became = {
  /** Null: not known yet. */
  readonly outcome: Outcome | null;
  readonly amount: Money | null;
  readonly streamId: string | null;
};

/**
 * Notes what became of version `version`. `stale`: another edit came first and stands. The same
 * outcome keeps its moment when only its amount changes.
 */
export async function setOutcome(
  viewer: Viewer,
  id: string,
  version: number,
  { outcome, amount, streamId }: Became,
  now: Date,
): Promise<Result<null, 'missing' | 'stale' | 'stream-missing'>> {
  const ownerId = viewer.userId;
  return asOwner(viewer, async (tx) => {
    const before = await tx.inquiry.findFirst({ where: { ownerId, id, forgottenAt: null } });
    if (!before) return refuse('missing');
    // Locked, so that it is not merged away meanwhile.
    if (streamId && !(await holdStream(tx, ownerId, streamId))) return refuse('stream-missing');
    const isAgreed = outcome === 'work_agreed';
    const { count } = await tx.inquiry.updateMany({
      where: { ownerId, id, version, forgottenAt: null },
      data: {
        outcome,
        outcomeAt: outcome === before.outcome ? before.outcomeAt : outcome && now,
        amountMinor: isAgreed && amount ? amount.minor : null,
        currency: isAgreed && amount ? amount.currency : null,
        streamId: isAgreed ? streamId : null,
        version: { increment: 1 },
      },
    });
    if (count === 0) return refuse('stale');
    await retally(tx, ownerId);
    return ok(null);
  });
}

/** Work agreed, claimed to be logged as the income `incomeId`. */
export type Claim = {
  readonly incomeId: string;
  /** There is such an income already. */
  readonly isLogged: boolean;
  readonly amount: Money;
  readonly streamId: string;
};

type NoClaim = 'missing' | 'not-agreed' | 'stream-missing' | 'income-deleted' | 'form-malformed';

/**
 * Claims the right to log the work agreed as income, under `newId` unless a claim came first: who
 * presses twice gets the same claim twice, and logging under its id makes one income. `income-deleted`:
 * it was deleted and can be restored, or the two would be there at once; gone for good it gives way to a
 * new claim. `form-malformed`: `newId` is of another milestone or claim. `not-agreed`: there is no amount
 * to log.
 */
export async function claimIncome(
  viewer: Viewer,
  id: string,
  newId: string,
  now: Date,
): Promise<Result<Claim, NoClaim>> {
  const ownerId = viewer.userId;
  return unlessClaimed(viewer, async (tx) => {
    const inquiry = await hold(tx, ownerId, id);
    if (!inquiry) return refuse('missing');
    const { outcome, amountMinor, currency, streamId } = inquiry;
    if (outcome !== 'work_agreed' || amountMinor === null || !isCurrency(currency)) {
      return refuse('not-agreed');
    }
    const claimed = inquiry.incomeId;
    const income = claimed && (await tx.milestone.findFirst({ where: { ownerId, id: claimed } }));
    const agreed = { amount: { minor: amountMinor, currency }, streamId: streamId ?? '' };
    if (claimed && income && !income.deletedAt) {
      return ok({ ...agreed, incomeId: claimed, isLogged: true });
    }
    if (income && canRestore(income, now)) return refuse('income-deleted');
    if (!streamId || (await tx.stream.count({ where: { ownerId, id: streamId } })) === 0) {
      return refuse('stream-missing');
    }
    // A claim without an income is of a press under way, or of one that broke off: it goes on.
    const incomeId = claimed && !income ? claimed : newId;
    if (incomeId !== claimed && (await isMilestone(tx, ownerId, incomeId))) {
      return refuse('form-malformed');
    }
    await tx.inquiry.updateMany({ where: { ownerId, id }, data: { incomeId } });
    await retally(tx, ownerId);
    return ok({ ...agreed, incomeId, isLogged: false });
  });
}

/**
 * Settles a claim when logging is over: it stands where the income does, and is free again where none
 * came of it. Of two presses one may have failed and freed what the other then logged.
 */
export async function settleIncome(viewer: Viewer, id: string, incomeId: string): Promise<void> {
  const ownerId = viewer.userId;
  await unlessClaimed(viewer, async (tx) => {
    await hold(tx, ownerId, id);
    const isThere = await isMilestone(tx, ownerId, incomeId);
    await tx.inquiry.updateMany({
      where: { ownerId, id, incomeId: isThere ? null : incomeId },
      data: { incomeId: isThere ? incomeId : null },
    });
    await retally(tx, ownerId);
    return ok(null);
  });
}

/** `work` that links an inquiry to an income, which belongs to one inquiry alone. */
async function unlessClaimed<T>(
  viewer: Viewer,
  work: (tx: Tx) => Promise<T>,
): Promise<T | Refusal<'form-malformed'>> {
  try {
    return await asOwner(viewer, work);
  } catch (error) {
    if (isConflictOn(error, 'inquiry_income_key')) return refuse('form-malformed');
    throw error;
  }
}

async function isMilestone(tx: Tx, ownerId: string, id: string): Promise<boolean> {
  return (await tx.milestone.count({ where: { ownerId, id } })) > 0;
}

async function holdStream(tx: Tx, ownerId: string, streamId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM stream
    WHERE owner_id = ${ownerId}::uuid AND id = ${streamId}::uuid FOR KEY SHARE`;
  return rows.length > 0;
}
